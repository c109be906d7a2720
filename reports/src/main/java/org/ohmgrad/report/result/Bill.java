package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.record.RunRecord;

/**
 * What a layer or a whole network cost over a stretch of a run, from its start on.
 *
 * @param amounts by the names of {@link CostNames}
 */
public record Bill(SortedMap<String, Double> amounts) {
    /** What stands at the end of a stretch, and is not summed over epochs. */
    private static final List<String> STATES =
            List.of(CostNames.WORN_WRITES, CostNames.MOST_WRITES, CostNames.WORST_SHARE);

    private static final List<String> LARGEST = List.of(CostNames.MOST_WRITES, CostNames.WORST_SHARE);
    private static final List<String> PARTS =
            List.of(CostNames.DAC_EACH, CostNames.ADC_EACH, CostNames.WRITE_EACH, CostNames.MAC_EACH);

    /** The layers of a run up to the end of its first epochs; none if its costs were not counted. */
    static List<Bill> layers(RunRecord run, int epochs) {
        var layers = new ArrayList<Bill>();
        for (int layer = 0; layer < run.costs().size(); layer++) {
            var amounts = new TreeMap<>(run.costs().get(layer));
            for (var epoch : run.epochs().subList(0, epochs)) {
                if (layer < epoch.costs().size()) {
                    addEpoch(amounts, epoch.costs().get(layer));
                }
            }
            layers.add(new Bill(amounts));
        }
        return layers;
    }

    /** The whole network over a whole run. */
    public static Bill total(RunRecord run) {
        return sum(layers(run, run.epochs().size()));
    }

    /** The whole network before a run's first epoch, up to the end of that, of the second, and so on. */
    public static List<Bill> totals(RunRecord run) {
        var layers = layers(run, 0);
        var totals = new ArrayList<>(List.of(sum(layers)));
        for (var epoch : run.epochs()) {
            for (int layer = 0; layer < Math.min(layers.size(), epoch.costs().size()); layer++) {
                addEpoch(layers.get(layer).amounts(), epoch.costs().get(layer));
            }
            totals.add(sum(layers));
        }
        return totals;
    }

    /** The whole network, of its layers. */
    static Bill sum(List<Bill> layers) {
        var total = new TreeMap<String, Double>();
        layers.forEach(layer -> addLayer(total, layer.amounts()));
        return new Bill(total);
    }

    private static void addEpoch(Map<String, Double> sums, Map<String, Double> epoch) {
        epoch.forEach(
                (name, value) -> sums.merge(name, value, STATES.contains(name) ? (old, now) -> now : Double::sum));
    }

    private static void addLayer(Map<String, Double> sums, Map<String, Double> layer) {
        layer.forEach((name, value) -> {
            boolean largest = LARGEST.contains(name) || PARTS.contains(name);
            sums.merge(name, value, largest ? Math::max : Double::sum);
        });
    }

    /** An amount; 0 if there is none. */
    public double amount(String name) {
        return amounts.getOrDefault(name, 0.0);
    }

    /** Whether the energy of one such part is known. */
    boolean knows(String part) {
        return amounts.containsKey(part);
    }

    /** Energy of the crossbars in training, joule. */
    public double crossbarJoules() {
        return amount("forward" + CostNames.CROSSBAR) + amount("transposed" + CostNames.CROSSBAR);
    }

    /** Energy of all DACs in training, joule; empty if one conversion's is unknown. */
    public OptionalDouble dacJoules() {
        return known(CostNames.DAC_EACH, amount("forward" + CostNames.DAC) + amount("transposed" + CostNames.DAC));
    }

    /** The same of all ADCs; a verify read takes a conversion. */
    public OptionalDouble adcJoules() {
        return known(
                CostNames.ADC_EACH,
                amount("forward" + CostNames.ADC)
                        + amount("transposed" + CostNames.ADC)
                        + amount(CostNames.VERIFY_READS));
    }

    /** The same of all writes. */
    public OptionalDouble writeJoules() {
        return known(CostNames.WRITE_EACH, amount(CostNames.PULSES));
    }

    /** The same of all digital multiply-adds. */
    public OptionalDouble digitalJoules() {
        return known(CostNames.MAC_EACH, amount(CostNames.MULTIPLY_ADDS));
    }

    private OptionalDouble known(String part, double count) {
        return knows(part) ? OptionalDouble.of(count * amount(part)) : OptionalDouble.empty();
    }

    /** Energy of training, joule: the sum of what is known of it. */
    public double joules() {
        return crossbarJoules()
                + dacJoules().orElse(0)
                + adcJoules().orElse(0)
                + writeJoules().orElse(0)
                + digitalJoules().orElse(0);
    }

    /** Energy of reads in one direction, converters included, joule: the sum of what is known of it. */
    public double readJoules(String direction) {
        return amount(direction + CostNames.CROSSBAR)
                + amount(direction + CostNames.DAC) * amount(CostNames.DAC_EACH)
                + amount(direction + CostNames.ADC) * amount(CostNames.ADC_EACH);
    }

    /** Energy of evaluations, joule: the sum of what is known of it. */
    double evaluationJoules() {
        return readJoules("evaluation") + amount(CostNames.EVALUATION_MULTIPLY_ADDS) * amount(CostNames.MAC_EACH);
    }

    /** Mean number of writes of a cell since it was new; empty without cells. */
    public OptionalDouble meanWrites() {
        double cells = amount(CostNames.CELLS);
        return cells > 0 ? OptionalDouble.of(amount(CostNames.WORN_WRITES) / cells) : OptionalDouble.empty();
    }

    /** Digital memory, bytes. */
    public double bytes() {
        return CostNames.MEMORY.stream().mapToDouble(this::amount).sum();
    }
}
