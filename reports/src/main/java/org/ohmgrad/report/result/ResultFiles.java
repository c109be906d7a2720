package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.record.PlannedRun;

/** The contents of results.csv, curves.csv and costs.csv: a function of plan and results alone, whatever the order of records. */
public final class ResultFiles {
    private static final List<String> SUMMARY_FIRST = List.of("programmed_accuracy", "validation_accuracy");
    private static final List<String> EPOCH_FIRST =
            List.of("train_loss", "test_loss", "test_accuracy", "validation_accuracy");
    private static final List<String> LAYER_FIRST =
            List.of("gradient_angle_degrees", "gradient_norm_ratio", "feedback_angle_degrees", "updates_lost_share");

    private final Results results;
    private final List<String> pointers;
    private final List<String> tuned;

    /** The files of results. */
    public ResultFiles(Results results) {
        this.results = results;
        pointers = results.plan().pointers();
        tuned = List.copyOf(results.tunedPointers());
    }

    /** One line a chosen run. */
    public String results() {
        var summary = ordered(SUMMARY_FIRST, results.summaryNames());
        summary.remove("test_accuracy");
        var csv = new Csv();
        var header = identityNames();
        header.addAll(List.of(
                "test_accuracy",
                "float_own_accuracy",
                "float_backpropagation_accuracy",
                "gap_own",
                "gap_backpropagation"));
        header.addAll(summary);
        csv.line(header);
        for (var row : results.rows()) {
            var fields = identity(row.planned());
            fields.add(Csv.number(row.summary("test_accuracy")));
            fields.add(Csv.number(row.floatOwn()));
            fields.add(Csv.number(row.floatBackpropagation()));
            fields.add(Csv.number(row.gapTo(row.floatOwn())));
            fields.add(Csv.number(row.gapTo(row.floatBackpropagation())));
            summary.forEach(name -> fields.add(Csv.number(row.summary(name))));
            csv.line(fields);
        }
        return csv.toString();
    }

    /** One line a chosen run and epoch. */
    public String curves() {
        var values = valueNames();
        var layers = layerNames();
        var depth = depth();
        var csv = new Csv();
        var header = identityNames();
        header.add("epoch");
        header.addAll(values);
        for (var name : layers) {
            for (int layer = 1; layer <= depth; layer++) {
                header.add(name + "_layer" + layer);
            }
        }
        csv.line(header);
        for (var row : results.rows()) {
            var own = identity(row.planned());
            for (var epoch : row.record().epochs()) {
                var fields = new ArrayList<>(own);
                fields.add(Integer.toString(epoch.epoch()));
                values.forEach(name -> fields.add(Csv.number(Results.value(epoch.values(), name))));
                layers.forEach(name -> addLayers(fields, epoch, name, depth));
                csv.line(fields);
            }
        }
        return csv.toString();
    }

    /** Lines for each chosen run whose costs were counted. */
    public String costs() {
        return CostFile.of(results, identityNames(), this::identity);
    }

    private static void addLayers(List<String> fields, Epoch epoch, String name, int depth) {
        for (int layer = 0; layer < depth; layer++) {
            Map<String, Double> values =
                    layer < epoch.layers().size() ? epoch.layers().get(layer) : Map.of();
            fields.add(Csv.number(Results.value(values, name)));
        }
    }

    private List<String> identityNames() {
        var names = new ArrayList<>(List.of("arm", "rule", "update", "chip", "seed"));
        names.addAll(pointers);
        names.addAll(tuned);
        return names;
    }

    private List<String> identity(PlannedRun run) {
        var fields =
                new ArrayList<>(List.of(run.arm(), run.rule(), run.update(), run.chip(), Long.toString(run.seed())));
        pointers.forEach(pointer -> fields.add(plain(run.point(), pointer)));
        tuned.forEach(pointer -> fields.add(plain(run.tuned(), pointer)));
        return fields;
    }

    private static String plain(SortedMap<String, String> values, String pointer) {
        return JsonText.plain(values.getOrDefault(pointer, ""));
    }

    private List<String> valueNames() {
        var names = new TreeSet<String>();
        for (var row : results.rows()) {
            row.record().epochs().forEach(epoch -> names.addAll(epoch.values().keySet()));
        }
        return ordered(EPOCH_FIRST, names);
    }

    private List<String> layerNames() {
        var names = new TreeSet<String>();
        for (var row : results.rows()) {
            for (var epoch : row.record().epochs()) {
                epoch.layers().forEach(layer -> names.addAll(layer.keySet()));
            }
        }
        return ordered(LAYER_FIRST, names);
    }

    private int depth() {
        return results.rows().stream()
                .flatMap(row -> row.record().epochs().stream())
                .mapToInt(epoch -> epoch.layers().size())
                .max()
                .orElse(0);
    }

    private static List<String> ordered(List<String> first, Set<String> names) {
        var ordered = new LinkedHashSet<>(first);
        ordered.addAll(names);
        return new ArrayList<>(ordered);
    }
}
