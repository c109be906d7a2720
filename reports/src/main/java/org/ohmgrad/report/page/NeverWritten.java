package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.text.Words;

/**
 * Layers whose update scheme gathered changes in arrays beside the weights and never brought one of them to the weights, told
 * from counts.
 */
final class NeverWritten {
    private NeverWritten() {}

    /** One sentence about all of them; empty if every layer's weights were written. */
    static Optional<String> sentence(List<Results.Group> groups, PlaceNames places) {
        var layers = new TreeSet<Integer>();
        var found = new ArrayList<Results.Group>();
        for (var group : groups) {
            var own = IntStream.range(0, Tables.depth(group))
                    .filter(layer -> isNeverWritten(group, layer))
                    .boxed()
                    .toList();
            layers.addAll(own);
            if (!own.isEmpty()) {
                found.add(group);
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of("The weights of " + named(List.copyOf(layers)) + " were never written in any seed by "
                        + places.of(found)
                        + ": all that was written are arrays beside the weights, so the weights stayed as they began. Train"
                        + " longer, or with a larger learning rate.");
    }

    private static boolean isNeverWritten(Results.Group group, int layer) {
        return sum(group, layer, CountedColumn.WEIGHT_WRITES)
                        .filter(all -> all == 0)
                        .isPresent()
                && sum(group, layer, CostNames.CELL_WRITES)
                        .filter(all -> all > 0)
                        .isPresent();
    }

    /** Over all epochs and seeds; empty where it was not counted. */
    private static Optional<Double> sum(Results.Group group, int layer, String name) {
        return group.rows().stream()
                .flatMap(row -> row.record().epochs().stream())
                .filter(epoch -> layer < epoch.layers().size())
                .flatMap(epoch -> Optional.ofNullable(epoch.layers().get(layer).get(name)).stream())
                .reduce(Double::sum);
    }

    private static String named(List<Integer> layers) {
        var numbers = layers.stream().map(layer -> String.valueOf(layer + 1)).toList();
        return (layers.size() == 1 ? "layer " : "layers ") + Words.listed(numbers);
    }
}
