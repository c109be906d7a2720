package org.ohmgrad.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.LayerStock;
import org.ohmgrad.training.LayerWork;
import org.ohmgrad.training.LayerWork.Reads;
import org.ohmgrad.training.Ledger;

/** The ledger's entries as a record keeps them; none of a network that stands on no chip. */
final class Accounts {
    private final Ledger ledger;
    private final Chip chip;
    private final boolean onChip;

    /**
     * Accounts of one run.
     *
     * @param onChip whether there is anything to count
     */
    Accounts(Ledger ledger, Chip chip, boolean onChip) {
        this.ledger = ledger;
        this.chip = chip;
        this.onChip = onChip;
    }

    /** What was spent before the first epoch, what is kept all the time, and what parts take up; starts anew. */
    List<SortedMap<String, Double>> opening() {
        List<SortedMap<String, Double>> costs = sinceLast();
        for (int layer = 0; layer < costs.size(); layer++) {
            putStock(costs.get(layer), ledger.stock().get(layer));
            putParts(costs.get(layer), chip.costs());
        }
        return costs;
    }

    /** What was spent since the last call of this or of {@link #opening}; starts anew. */
    List<SortedMap<String, Double>> sinceLast() {
        List<SortedMap<String, Double>> costs = new ArrayList<>();
        List<LayerStock> stock = ledger.stock();
        for (LayerWork work : onChip ? ledger.work() : List.<LayerWork>of()) {
            costs.add(costs(work, stock.get(costs.size())));
        }
        ledger.startAnew();
        return costs;
    }

    private static SortedMap<String, Double> costs(LayerWork work, LayerStock stock) {
        SortedMap<String, Double> costs = new TreeMap<>();
        putReads(costs, "forward", work.forward());
        putReads(costs, "transposed", work.transposed());
        putReads(costs, "evaluation", work.evaluation());
        put(costs, CostNames.CELL_WRITES, work.writes().cells());
        put(costs, CostNames.PULSES, work.writes().pulses());
        put(costs, CostNames.VERIFY_READS, work.writes().verifies());
        put(costs, CostNames.FAILED_WRITES, work.writes().failures());
        put(costs, CostNames.WORN_OUT, work.writes().wornOut());
        put(costs, CostNames.MULTIPLY_ADDS, work.multiplyAdds());
        put(costs, CostNames.EVALUATION_MULTIPLY_ADDS, work.evaluationMultiplyAdds());
        put(costs, CostNames.SECONDS, work.seconds());
        put(costs, CostNames.EVALUATION_SECONDS, work.evaluationSeconds());
        put(costs, CostNames.WORN_WRITES, stock.wear().total());
        put(costs, CostNames.MOST_WRITES, stock.wear().worst());
        put(costs, CostNames.WORST_SHARE, stock.wear().worstShare());
        return costs;
    }

    private static void putReads(Map<String, Double> costs, String direction, Reads reads) {
        put(costs, direction + "_reads", reads.tiles());
        put(costs, direction + CostNames.DAC, reads.dac());
        put(costs, direction + CostNames.ADC, reads.adc());
        put(costs, direction + CostNames.CROSSBAR, reads.joules());
    }

    private static void putStock(Map<String, Double> costs, LayerStock stock) {
        put(costs, CostNames.TILES, stock.tiles());
        put(costs, CostNames.CELLS, stock.cells());
        put(costs, "target_bytes", stock.memory().targets());
        put(costs, "scheme_bytes", stock.memory().scheme());
        put(costs, "optimizer_bytes", stock.memory().optimizer());
        put(costs, "gradient_bytes", stock.memory().gradients());
        put(costs, "feedback_bytes", stock.memory().feedback());
        put(costs, "bias_bytes", stock.memory().biases());
    }

    private static void putParts(Map<String, Double> costs, org.ohmgrad.tile.Costs parts) {
        put(costs, CostNames.DAC_EACH, parts.dacJoules());
        put(costs, CostNames.ADC_EACH, parts.adcJoules());
        put(costs, CostNames.WRITE_EACH, parts.pulseJoules());
        put(costs, CostNames.MAC_EACH, parts.macJoules());
    }

    private static void put(Map<String, Double> costs, String name, long amount) {
        put(costs, name, (double) amount);
    }

    private static void put(Map<String, Double> costs, String name, double amount) {
        if (amount != 0) {
            costs.put(name, amount);
        }
    }

    /** Keeps where counting was last started anew. */
    void keep(Archive archive) {
        ledger.keep(archive);
    }
}
