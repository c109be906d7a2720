package org.ohmgrad.report.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ohmgrad.report.text.NumberText;

/**
 * What was measured at the end of one epoch. A value that is undefined is absent: the constructor leaves out what is
 * not finite and rounds the rest to what a file holds ({@link NumberText}).
 *
 * @param epoch its number, from 0 (before training) or 1 up
 * @param values name to value for the whole network, such as {@code train_loss}, {@code test_accuracy} (a fraction)
 * @param layers one map a layer, first layer first, name to value, such as {@code gradient_angle_degrees}
 * @param costs what the epoch cost, one map a layer, see {@link CostNames}; empty if it was not counted
 */
public record Epoch(
        int epoch,
        SortedMap<String, Double> values,
        List<SortedMap<String, Double>> layers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SortedMap<String, Double>> costs) {
    /**
     * Copies and rounds.
     *
     * @param epoch its number, from 0 (before training) or 1 up
     * @param values name to value for the whole network, such as {@code train_loss}, {@code test_accuracy} (a fraction)
     * @param layers one map a layer, first layer first, name to value, such as {@code gradient_angle_degrees}
     * @param costs what the epoch cost, one map a layer; empty if it was not counted
     */
    public Epoch {
        if (epoch < 0) {
            throw new IllegalArgumentException("epoch must not be negative but is " + epoch);
        }
        values = NumberText.asWritten(values);
        layers = layers.stream().map(NumberText::asWritten).toList();
        costs = costs.stream().map(NumberText::asWritten).toList();
    }

    /**
     * An epoch whose costs were not counted.
     *
     * @param epoch its number, from 0 (before training) or 1 up
     * @param values name to value for the whole network
     * @param layers one map a layer, first layer first
     */
    public Epoch(int epoch, SortedMap<String, Double> values, List<SortedMap<String, Double>> layers) {
        this(epoch, values, layers, List.of());
    }

    /**
     * An epoch from maps of any kind, without costs.
     *
     * @param epoch its number
     * @param values name to value for the whole network
     * @param layers one map a layer
     * @return the epoch
     */
    public static Epoch of(int epoch, Map<String, Double> values, List<? extends Map<String, Double>> layers) {
        return new Epoch(
                epoch,
                NumberText.asWritten(values),
                layers.stream().map(NumberText::asWritten).toList());
    }
}
