package org.ohmgrad.experiment;

import java.util.List;
import org.ohmgrad.network.Network;
import org.ohmgrad.report.record.Epoch;

/**
 * What a training on the {@link Lab}'s bench leaves.
 *
 * @param network the network as it stands on its chip, ready for reads and for more time to pass
 * @param epochs what was measured after every epoch on the chip: {@code train_loss}, {@code test_accuracy} (a fraction)
 *     and more for the whole network, {@code gradient_angle_degrees} and more for every layer; undefined values are absent
 */
public record Trained(Network network, List<Epoch> epochs) {
    /** Copies the list. */
    public Trained {
        epochs = List.copyOf(epochs);
    }

    /** The last measurement of a value of the whole network, such as {@code test_accuracy}; NaN if it is undefined. */
    public double last(String name) {
        return epochs.get(epochs.size() - 1).values().getOrDefault(name, Double.NaN);
    }
}
