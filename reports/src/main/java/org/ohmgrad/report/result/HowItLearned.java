package org.ohmgrad.report.result;

import java.util.List;
import java.util.SortedMap;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.record.Epoch;

/** What runs did in order to learn, told from what they measured and counted: no rule is known by its name. */
public final class HowItLearned {
    private static final String TRANSPOSED = "transposed";
    private static final String WRITES = "cell_writes";

    private HowItLearned() {}

    /**
     * Whether weights were read transposed. Where costs were not counted, as in records of older programs, what converters
     * of such reads were seen to do tells it.
     */
    public static boolean readsTransposed(Results.Group group) {
        return group.rows().stream()
                .flatMap(row -> row.record().epochs().stream())
                .anyMatch(HowItLearned::readsTransposed);
    }

    private static boolean readsTransposed(Epoch epoch) {
        return epoch.costs().isEmpty()
                ? epoch.layers().stream().anyMatch(HowItLearned::sawTransposedReads)
                : epoch.costs().stream().anyMatch(layer -> layer.getOrDefault(CostNames.TRANSPOSED_READS, 0.0) > 0);
    }

    private static boolean sawTransposedReads(SortedMap<String, Double> layer) {
        return layer.keySet().stream().anyMatch(name -> name.contains("_" + TRANSPOSED + "_"));
    }

    /** Whether all layers but the last stood still, after epochs in float. */
    public static boolean onlyItsLastLayerAfterFloat(Results.Group group) {
        return onlyItsLastLayer(group)
                && group.rows().stream()
                        .flatMap(row -> row.record().epochs().stream())
                        .allMatch(epoch -> epoch.epoch() > 1);
    }

    /** Whether all layers but the last stood still. */
    public static boolean onlyItsLastLayer(Results.Group group) {
        return group.rows().stream()
                .flatMap(row -> row.lastEpoch().stream())
                .map(Epoch::layers)
                .anyMatch(layers -> layers.size() > 1 && writing(layers) == 1 && isLastWriting(layers));
    }

    private static long writing(List<SortedMap<String, Double>> layers) {
        return layers.stream().filter(layer -> layer.containsKey(WRITES)).count();
    }

    private static boolean isLastWriting(List<SortedMap<String, Double>> layers) {
        return layers.get(layers.size() - 1).containsKey(WRITES);
    }
}
