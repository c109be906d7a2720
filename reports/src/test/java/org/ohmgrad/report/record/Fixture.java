package org.ohmgrad.report.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Invented experiments whose numbers look like those of real ones. */
public final class Fixture {
    static final List<String> RULES = List.of("backpropagation", "feedback-alignment", "last-layer");
    public static final List<String> UPDATES =
            List.of("stochastic-rounding", "nearest-level", "accumulate-and-program");
    public static final String BITS = "/chip/cell/bits";
    public static final String GAIN = "/chip/transposedErrors/gain";
    public static final String VECTORS = "/chip/transposeCalibration/vectors";

    private static final int EPOCHS = 20;
    private static final Provenance NOWHERE =
            new Provenance("{}", "0123456789abcdef".repeat(4), "490f98c0d2", "OpenJDK 17.0.15", "0.1.0", 1);
    private static final double FLOAT_ACCURACY = 0.971;

    private final String name;
    private final Map<String, List<String>> sweep = new LinkedHashMap<>();
    private final Map<String, List<String>> tune = new LinkedHashMap<>();
    private List<String> rules = RULES;
    private List<String> updates = UPDATES;
    private List<String> companions = List.of();
    private List<PublishedNumber> published = List.of();
    private List<Integer> looks = List.of();
    private int seeds = 5;

    private Fixture(String name) {
        this.name = name;
    }

    public static Fixture named(String name) {
        return new Fixture(name);
    }

    /** The main experiment: three rules, three schemes, six widths, five seeds, two chips. */
    public static Fixture precision() {
        return named("accuracy-vs-precision")
                .sweep(BITS, "2", "3", "4", "5", "6", "8")
                .companions("levels-only");
    }

    /** Errors of the transposed read's lines, and vectors that find them out. */
    public static Fixture calibration() {
        return named("calibration")
                .sweep(GAIN, "0", "0.05", "0.2")
                .sweep(VECTORS, "0", "2", "8", "32", "128")
                .rules("backpropagation", "feedback-alignment")
                .updates("stochastic-rounding");
    }

    public Fixture sweep(String pointer, String... values) {
        sweep.put(pointer, List.of(values));
        return this;
    }

    public Fixture tune(String pointer, String... values) {
        tune.put(pointer, List.of(values));
        return this;
    }

    public Fixture rules(String... names) {
        rules = List.of(names);
        return this;
    }

    public Fixture updates(String... names) {
        updates = List.of(names);
        return this;
    }

    public Fixture published(PublishedNumber... numbers) {
        published = List.of(numbers);
        return this;
    }

    public Fixture companions(String... chips) {
        companions = List.of(chips);
        return this;
    }

    public Fixture seeds(int count) {
        seeds = count;
        return this;
    }

    /** Looks after so many seeds, the last after all of them. */
    public Fixture looks(Integer... counts) {
        looks = List.of(counts);
        return seeds(counts[counts.length - 1]);
    }

    public Plan plan() {
        var runs = new LinkedHashSet<PlannedRun>();
        var chips = new ArrayList<String>();
        chips.add("sidra-y10");
        chips.addAll(companions);
        for (var tuned : product(tune)) {
            for (var rule : rules) {
                for (int seed = 1; seed <= seeds; seed++) {
                    runs.add(floatRun(rule, seed, tuned));
                }
            }
        }
        for (var chip : chips) {
            for (var update : updates) {
                for (var rule : rules) {
                    for (var point : product(sweep)) {
                        for (var tuned : product(tune)) {
                            for (int seed = 1; seed <= seeds; seed++) {
                                runs.add(chipRun(rule, update, chip, point, seed, tuned));
                            }
                        }
                    }
                }
            }
        }
        return new Plan(
                name,
                "",
                "An invented experiment for the tests of the report.",
                1,
                "{\"name\":\"" + name + "\",\"seeds\":" + seeds + "}",
                List.copyOf(sweep.keySet()),
                words(),
                published,
                List.copyOf(runs),
                new TreeMap<>(),
                looks,
                needs());
    }

    /** As rules name them in the plan. */
    private SortedMap<String, String> needs() {
        var needs = new TreeMap<String, String>();
        rules.forEach(rule -> needs.put(rule, "what " + rule + " needs"));
        return needs;
    }

    /** As settings name themselves in the plan. */
    private SortedMap<String, String> words() {
        var words = new TreeMap<>(Map.of(
                GAIN,
                "gain error",
                "/chip/forward/adc/bits",
                "bits of the ADC",
                "/chip/tile/rows",
                "rows of a tile",
                "/chip/wires/preDistortion",
                "pre-distortion",
                "/chip/wires/wordLineOhms",
                "wire resistance (ohm a segment)",
                "/chip/wires/transposedTerminals",
                "transposed terminals",
                "/chip/cell/device/readNoise/sigma",
                "read noise (share of a cell's current)",
                "/training/learningRate",
                "learning rate"));
        words.keySet().retainAll(sweep.keySet());
        return words;
    }

    private static List<SortedMap<String, String>> product(Map<String, List<String>> factors) {
        List<SortedMap<String, String>> points = new ArrayList<>(List.of(new TreeMap<>()));
        factors.forEach((pointer, values) -> {
            var grown = new ArrayList<SortedMap<String, String>>();
            for (var point : points) {
                for (var value : values) {
                    var next = new TreeMap<>(point);
                    next.put(pointer, value);
                    grown.add(next);
                }
            }
            points.clear();
            points.addAll(grown);
        });
        return points;
    }

    /** As programs wrote lines before they had checksums. */
    public static String withoutSum(String lines) {
        return lines.replaceAll("(?m),\"sum\":\"[0-9a-f]{8}\"}$", "}");
    }

    private static String floatKey(String rule, long seed, SortedMap<String, String> tuned) {
        return "float/" + rule + "/" + seed + tuned;
    }

    private static PlannedRun floatRun(String rule, long seed, SortedMap<String, String> tuned) {
        return new PlannedRun(
                floatKey(rule, seed, tuned),
                rule,
                rule,
                "none",
                "float",
                false,
                new TreeMap<>(),
                seed,
                floatKey(rule, seed, tuned),
                floatKey("backpropagation", seed, tuned),
                tuned,
                false);
    }

    private PlannedRun chipRun(
            String rule,
            String update,
            String chip,
            SortedMap<String, String> point,
            long seed,
            SortedMap<String, String> tuned) {
        return new PlannedRun(
                rule + "/" + update + "/" + chip + "/" + point + "/" + seed + tuned,
                rule,
                rule,
                update,
                chip,
                true,
                point,
                seed,
                floatKey(rule, seed, tuned),
                rules.contains("backpropagation") ? floatKey("backpropagation", seed, tuned) : "",
                tuned,
                companions.contains(chip));
    }

    /** Records of a plan as a folder would hold them, without the folder. */
    public static RecordFolder folder(Plan plan, Collection<RunRecord> records) {
        return new RecordFolder(plan, records.stream().collect(Collectors.toMap(RunRecord::key, run -> run)));
    }

    /** A run of which nothing is known but its accuracies and whether it read transposed; diverged where they are no numbers. */
    public static RunRecord record(PlannedRun run, double validation, double test) {
        var summary = new TreeMap<String, Double>();
        if (Double.isNaN(test)) {
            summary.put("diverged", 1.0);
        } else {
            summary.put("validation_accuracy", validation);
            summary.put("test_accuracy", test);
        }
        boolean transposed = run.onChip() && run.rule().equals("backpropagation");
        var layer = new TreeMap<>(transposed ? Map.of("adc_transposed_saturated_share", 0.0) : Map.of());
        var epochs = List.of(new Epoch(1, new TreeMap<>(), List.of(layer), List.of()));
        return new RunRecord(run.key(), run.seed(), summary, epochs, List.of(), List.of(), NOWHERE, 1.5);
    }

    public List<RunRecord> records() {
        return plan().runs().stream().map(Fixture::record).toList();
    }

    public void write(Path folder) {
        write(folder, 1.0);
    }

    /** Writes the plan and the first runs of it, as many as the share says; all at once, for speed. */
    public void write(Path folder, double share) {
        var records = records();
        var lines = new ArrayList<String>();
        lines.add(RecordLine.of(plan()));
        records.subList(0, (int) (share * records.size())).forEach(record -> lines.add(RecordLine.of(record)));
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("records.jsonl"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RunRecord record(PlannedRun run) {
        var chance = new SplittableRandom(run.key().hashCode());
        double reached = accuracy(run) + 0.004 * (chance.nextDouble() - 0.5);
        boolean lastLayer = run.rule().equals("last-layer");
        var epochs = new ArrayList<Epoch>();
        for (int epoch = 1; epoch <= EPOCHS; epoch++) {
            epochs.add(epoch(run, epoch, reached, chance));
        }
        var summary = new TreeMap<String, Double>();
        summary.put("test_accuracy", reached);
        summary.put("validation_accuracy", reached - 0.003);
        summary.put("chip_epochs", run.onChip() ? (double) EPOCHS : 0.0);
        if (lastLayer) {
            summary.put("float_epochs", (double) EPOCHS);
        }
        if (lastLayer && run.onChip()) {
            summary.put("programmed_accuracy", reached - 0.02 - 0.2 / (1 + bits(run)));
        }
        return new RunRecord(run.key(), run.seed(), summary, epochs, List.of(), opening(run), provenance(run), 1.5);
    }

    /** What the first weights cost, what is kept, and what parts take up. */
    private static List<SortedMap<String, Double>> opening(PlannedRun run) {
        var layers = new ArrayList<SortedMap<String, Double>>();
        for (int layer = 0; layer < (run.onChip() ? 2 : 0); layer++) {
            var costs = new TreeMap<String, Double>();
            double cells = layer == 0 ? 4096 : 640;
            costs.put(CostNames.CELLS, cells);
            costs.put(CostNames.TILES, 1.0);
            costs.put(CostNames.CELL_WRITES, cells);
            costs.put(CostNames.PULSES, cells);
            costs.put(CostNames.WORN_WRITES, cells);
            costs.put(CostNames.MOST_WRITES, 1.0);
            costs.put(CostNames.SECONDS, 1e-6 * cells);
            costs.put("target_bytes", cells * 9 / 16);
            costs.put(CostNames.DAC_EACH, 1.5e-13);
            costs.put(CostNames.ADC_EACH, 2e-13);
            costs.put(CostNames.WRITE_EACH, 1e-11);
            costs.put(CostNames.MAC_EACH, 5e-12);
            layers.add(costs);
        }
        return layers;
    }

    private static List<SortedMap<String, Double>> costs(PlannedRun run, int epoch) {
        var layers = new ArrayList<SortedMap<String, Double>>();
        for (int layer = 0; layer < (run.onChip() ? 2 : 0); layer++) {
            var costs = new TreeMap<String, Double>();
            double cells = layer == 0 ? 4096 : 640;
            boolean frozen = run.rule().equals("last-layer") && layer == 0;
            double writes = frozen ? 0 : cells * 2;
            reads(costs, "forward", 1000 * (layer + 1));
            reads(costs, "evaluation", 250);
            if (layer == 1 && run.rule().equals("backpropagation")) {
                reads(costs, "transposed", 1000);
            }
            costs.put(CostNames.CELL_WRITES, writes);
            costs.put(CostNames.PULSES, writes);
            costs.put(CostNames.MULTIPLY_ADDS, frozen ? 64_000.0 : 2_048_000.0);
            costs.put(CostNames.EVALUATION_MULTIPLY_ADDS, 16_000.0);
            costs.put(CostNames.SECONDS, 1e-6 * writes + 2e-5);
            costs.put(CostNames.EVALUATION_SECONDS, 5e-6);
            costs.put(CostNames.WORN_WRITES, cells + writes * epoch);
            costs.put(CostNames.MOST_WRITES, 1.0 + 5 * epoch);
            layers.add(costs);
        }
        return layers;
    }

    private static void reads(Map<String, Double> costs, String direction, double vectors) {
        costs.put(direction + "_reads", vectors);
        costs.put(direction + CostNames.DAC, 64 * vectors);
        costs.put(direction + CostNames.ADC, 32 * vectors);
        costs.put(direction + CostNames.CROSSBAR, 1e-11 * vectors);
    }

    public static Provenance provenance(PlannedRun run) {
        return new Provenance(
                "{\"key\":\"" + run.key() + "\"}",
                "0123456789abcdef".repeat(4),
                "490f98c0d2",
                "OpenJDK 17.0.15",
                "0.1.0",
                1);
    }

    private static double bits(PlannedRun run) {
        return JsonText.number(run.point().getOrDefault(BITS, "8")).orElse(10);
    }

    private static double accuracy(PlannedRun run) {
        double tuned = run.tuned().values().stream()
                .mapToDouble(value -> Math.abs(JsonText.number(value).orElse(0) - 0.5))
                .sum();
        if (!run.onChip()) {
            return FLOAT_ACCURACY - 0.05 * tuned;
        }
        double weak = run.update().equals("nearest-level") ? 3.2 : run.update().startsWith("acc") ? 0.15 : 1;
        double rule =
                switch (run.rule()) {
                    case "backpropagation" -> 0.4;
                    case "feedback-alignment" -> 0.75;
                    default -> 0.06;
                };
        double companion = run.companion() ? 0.7 : 1;
        double others = run.point().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(BITS))
                .mapToDouble(entry -> JsonText.number(entry.getValue()).orElse(1))
                .map(value -> 0.004 * Math.log10(1 + Math.abs(value)))
                .sum();
        double lost = companion * rule * weak * Math.exp(-0.62 * (bits(run) - 1)) + others + 0.02 * tuned;
        return Math.max(0.1, FLOAT_ACCURACY - lost);
    }

    private static Epoch epoch(PlannedRun run, int epoch, double reached, SplittableRandom chance) {
        double progress = 1 - Math.exp(-epoch / 3.0);
        double accuracy =
                epoch == EPOCHS ? reached : 0.1 + (reached - 0.1) * progress + 0.01 * (chance.nextDouble() - 0.5);
        var values = new TreeMap<String, Double>();
        values.put("train_loss", 2.3 * (1 - progress) + 0.1);
        values.put("test_loss", 2.3 * (1 - progress) + 0.15);
        values.put("test_accuracy", accuracy);
        values.put("validation_accuracy", accuracy - 0.003);
        var layers = new ArrayList<SortedMap<String, Double>>();
        for (int layer = 0; layer < 2; layer++) {
            layers.add(layer(run, epoch, layer, chance));
        }
        return new Epoch(epoch, values, layers, costs(run, epoch));
    }

    /** Where the number of vectors is swept, 0 standing for none. */
    private static void calibration(PlannedRun run, Map<String, Double> values, SplittableRandom chance) {
        JsonText.number(run.point().getOrDefault(VECTORS, "")).ifPresent(vectors -> {
            double gain = JsonText.number(run.point().getOrDefault(GAIN, "0.1")).orElseThrow();
            double left = vectors == 0 ? gain : 0.3 / Math.sqrt(vectors);
            values.put("calibration_vectors", vectors);
            values.put("transposed_gain_error", left * (0.9 + 0.2 * chance.nextDouble()));
            values.put("transposed_offset_error", 0.1 * left * (0.9 + 0.2 * chance.nextDouble()));
        });
    }

    private static SortedMap<String, Double> layer(PlannedRun run, int epoch, int layer, SplittableRandom chance) {
        var values = new TreeMap<String, Double>();
        boolean frozen = run.rule().equals("last-layer") && layer == 0;
        if (!run.onChip() || frozen) {
            return values;
        }
        boolean aligned = run.rule().equals("feedback-alignment") && layer == 0;
        double angle = aligned ? 30 + 55 * Math.exp(-epoch / 5.0) + 30 / bits(run) : 1 + 4 / bits(run);
        values.put("gradient_angle_degrees", angle + 2 * chance.nextDouble());
        values.put("gradient_norm_ratio", 0.95 + 0.1 * chance.nextDouble());
        values.put("updates_lost_share", Math.exp(-0.3 * bits(run)));
        values.put("dac_forward_saturated_share", 0.001);
        values.put("adc_forward_saturated_share", 0.0123);
        values.put("clipped_weights_share", 0.01);
        values.put("cell_writes", 12_345.0 * epoch);
        if (layer == 1 && run.rule().equals("backpropagation")) {
            values.put("dac_transposed_saturated_share", 0.0);
            values.put("adc_transposed_saturated_share", 0.002);
            calibration(run, values, chance);
        }
        if (aligned) {
            values.put("feedback_angle_degrees", angle + 5);
        }
        return values;
    }
}
