package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.record.PlannedRun;

/**
 * The contents of costs.csv: one line for each chosen run and layer and one for the whole network, over the whole run. It is
 * a function of plan and results alone. Unknown energies are empty fields.
 */
final class CostFile {
    private static final Map<String, Function<Bill, OptionalDouble>> COLUMNS = columns();

    private CostFile() {}

    private static Map<String, Function<Bill, OptionalDouble>> columns() {
        var columns = new LinkedHashMap<String, Function<Bill, OptionalDouble>>();
        columns.put("training_joules", bill -> OptionalDouble.of(bill.joules()));
        columns.put("crossbar_joules", bill -> OptionalDouble.of(bill.crossbarJoules()));
        columns.put("dac_joules", Bill::dacJoules);
        columns.put("adc_joules", Bill::adcJoules);
        columns.put("write_joules", Bill::writeJoules);
        columns.put("digital_joules", Bill::digitalJoules);
        columns.put("transposed_read_joules", bill -> OptionalDouble.of(bill.readJoules("transposed")));
        columns.put("evaluation_joules", bill -> OptionalDouble.of(bill.evaluationJoules()));
        for (var direction : CostNames.DIRECTIONS) {
            addAmount(columns, direction + "_reads");
            addAmount(columns, direction + CostNames.DAC);
            addAmount(columns, direction + CostNames.ADC);
            addAmount(columns, direction + CostNames.CROSSBAR);
        }
        addAmount(columns, CostNames.CELL_WRITES);
        addAmount(columns, CostNames.PULSES);
        addAmount(columns, CostNames.VERIFY_READS);
        addAmount(columns, CostNames.FAILED_WRITES);
        addAmount(columns, CostNames.WORN_OUT);
        columns.put("mean_writes", Bill::meanWrites);
        addAmount(columns, CostNames.MOST_WRITES);
        addAmount(columns, CostNames.WORST_SHARE);
        addAmount(columns, CostNames.CELLS);
        addAmount(columns, CostNames.TILES);
        addAmount(columns, CostNames.MULTIPLY_ADDS);
        addAmount(columns, CostNames.EVALUATION_MULTIPLY_ADDS);
        addAmount(columns, CostNames.SECONDS);
        addAmount(columns, CostNames.EVALUATION_SECONDS);
        columns.put("memory_bytes", bill -> OptionalDouble.of(bill.bytes()));
        CostNames.MEMORY.forEach(name -> addAmount(columns, name));
        return columns;
    }

    private static void addAmount(Map<String, Function<Bill, OptionalDouble>> columns, String name) {
        columns.put(name, bill -> OptionalDouble.of(bill.amount(name)));
    }

    /**
     * The file.
     *
     * @param identityNames what tells runs apart
     * @param identity the same of a run
     */
    static String of(Results results, List<String> identityNames, Function<PlannedRun, List<String>> identity) {
        var csv = new Csv();
        var header = new ArrayList<>(identityNames);
        header.add("layer");
        header.addAll(COLUMNS.keySet());
        csv.line(header);
        for (var row : results.rows()) {
            var layers = Bill.layers(row.record(), row.record().epochs().size());
            var own = identity.apply(row.planned());
            for (int layer = 0; layer < layers.size(); layer++) {
                csv.line(line(own, Integer.toString(layer + 1), layers.get(layer)));
            }
            if (!layers.isEmpty()) {
                csv.line(line(own, "total", Bill.sum(layers)));
            }
        }
        return csv.toString();
    }

    private static List<String> line(List<String> identity, String layer, Bill bill) {
        var fields = new ArrayList<>(identity);
        fields.add(layer);
        COLUMNS.values().forEach(column -> fields.add(Csv.number(column.apply(bill))));
        return fields;
    }
}
