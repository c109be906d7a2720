package org.ohmgrad.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.TakenFile;
import org.ohmgrad.data.DataException;
import org.ohmgrad.data.Partition;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.UnfitLayer;
import org.ohmgrad.report.record.EffectSetting;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.tile.Chip;

/**
 * All runs of an experiment: every point of the sweep, chip, arm, candidate of the tuning and seed, each with the float
 * run of its own rule and the float backpropagation run. Runs with equal settings are made once.
 */
public final class ExperimentPlan {
    /** Raised whenever the same settings give other results than before. */
    public static final int RESULTS_VERSION = 1;

    private final Experiment experiment;
    private final Plan plan;
    private final Map<String, RunSettings> runs;
    private final Partition data;
    private final Variants variants;

    private ExperimentPlan(
            Experiment experiment, Plan plan, Map<String, RunSettings> runs, Partition data, Variants variants) {
        this.variants = variants;
        this.experiment = experiment;
        this.plan = plan;
        this.runs = runs;
        this.data = data;
    }

    /** The settings at the sweep's start. */
    public Experiment experiment() {
        return experiment;
    }

    /** What the records file says about all runs. */
    public Plan plan() {
        return plan;
    }

    /** The files that were taken for names in the experiment. */
    public List<TakenFile> files() {
        return variants.files();
    }

    List<Variant> variants() {
        return variants.all();
    }

    /** The data, loaded. */
    public Partition data() {
        return data;
    }

    /** The different runs, in order. */
    public Collection<RunSettings> runs() {
        return Collections.unmodifiableCollection(runs.values());
    }

    /** How many runs there will be even if every question is decided at the first look. */
    public int leastRuns() {
        int first = plan.looks().isEmpty() ? Integer.MAX_VALUE : plan.looks().get(0);
        return (int) runs.values().stream().filter(run -> run.seed() <= first).count();
    }

    /** How many runs there will be if no question is decided before the last look; of a tuning, chosen candidates alone go on. */
    public int mostRuns() {
        int least = leastRuns();
        Seeds seeds = experiment.seeds();
        long each = plan.runs().stream()
                .map(run -> List.of(Results.Arm.of(run), run.point()))
                .distinct()
                .count();
        return plan.looks().isEmpty() ? least : (int) (least + each * (seeds.most() - seeds.least()));
    }

    /**
     * Checks every point and loads the data.
     *
     * @param file the experiment file
     * @param seeds number of seeds instead of the file's; 0 to leave it
     * @throws ConfigException with every mistake of every point and of the data
     */
    public static ExperimentPlan read(Path file, int seeds) {
        Document document = Settings.reader().read(file);
        if (Settings.has(document, "cell") && !Settings.has(document, "arms")) {
            throw new UserException(file + " is a chip file; run takes an experiment, which names a chip");
        }
        if (seeds > 0) {
            document = document.with("/seeds", String.valueOf(seeds));
        }
        Variants variants = Variants.of(document);
        Optional<Partition> data = load(document, variants, file);
        return new Maker(document, variants.orThrow(), variants, data.orElseThrow()).make();
    }

    /**
     * Checks an experiment file and all its points without touching the data.
     *
     * @return the settings at the sweep's start
     * @throws ConfigException with every mistake
     */
    public static Experiment check(Path file) {
        return Variants.of(Settings.reader().read(file)).orThrow();
    }

    /**
     * Checks an experiment file, all its points and its data.
     *
     * @return the files that were taken for names in it
     * @throws ConfigException with every mistake
     */
    public static List<TakenFile> checkAll(Path file) {
        Document document = Settings.reader().read(file);
        Variants variants = Variants.of(document);
        load(document, variants, file);
        variants.orThrow();
        return variants.files();
    }

    private static Optional<Partition> load(Document document, Variants variants, Path file) {
        try {
            Optional<Partition> data = variants.experiment().map(experiment -> load(experiment, file));
            data.ifPresent(loaded -> checkShapes(variants, loaded));
            return data;
        } catch (DataException e) {
            String.valueOf(e.getMessage())
                    .lines()
                    .forEach(line -> variants.add(document.problem(Experiment.class, "/dataset", line)));
            return Optional.empty();
        }
    }

    /** Whether every network can take the data. */
    private static void checkShapes(Variants variants, Partition data) {
        Set<NetworkSettings> seen = new HashSet<>();
        for (Variant variant : variants.all()) {
            NetworkSettings network = variant.settings().network();
            if (seen.add(network)) {
                try {
                    network.matrices(data.shape(), data.classes());
                } catch (UnfitLayer e) {
                    variants.add(variant.problem(
                            "/network/layers" + e.pointer(), e.reason() + "; the dataset gives " + data.shape()));
                }
            }
        }
    }

    /**
     * Loads the data of an experiment, and says on standard error what is doubtful about it.
     *
     * @param file the experiment file, from whose folder relative names are looked up
     * @throws org.ohmgrad.data.DataException if the data cannot be read
     */
    public static Partition load(Experiment experiment, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        Partition data = experiment.dataset().load(folder == null ? Path.of(".") : folder);
        if (!data.warning().isEmpty()) {
            System.err.println("ohmgrad: " + file + ": /dataset: " + data.warning());
        }
        return data;
    }

    private static final class Maker {
        private final Document document;
        private final Experiment experiment;
        private final Variants variants;
        private final Partition data;
        private final Map<String, RunSettings> runs = new LinkedHashMap<>();
        private final Set<PlannedRun> planned = new LinkedHashSet<>();

        Maker(Document document, Experiment experiment, Variants variants, Partition data) {
            this.document = document;
            this.experiment = experiment;
            this.variants = variants;
            this.data = data;
        }

        ExperimentPlan make() {
            List<Courses> courses =
                    variants.all().stream().map(each -> courses(each)).toList();
            for (long seed = 1; seed <= experiment.seeds().most(); seed++) {
                for (Courses each : courses) {
                    add(each, seed);
                }
            }
            Plan plan = new Plan(
                    experiment.name(),
                    experiment.title(),
                    description(),
                    RESULTS_VERSION,
                    document.canonical(Experiment.class),
                    pointers(),
                    words(),
                    PublishedNumbers.of(experiment, variants.all()),
                    inOrder(),
                    TakenFiles.texts(document.raw().place().file(), variants.files()),
                    experiment.seeds().looks(),
                    needs());
            return new ExperimentPlan(experiment, plan, runs, data, variants);
        }

        private SortedMap<String, String> words() {
            SortedMap<String, String> words = AxisWords.of(document.resolved(Experiment.class), pointers());
            words.putAll(AxisWords.ofParts(planned));
            return words;
        }

        private SortedMap<String, String> needs() {
            SortedMap<String, String> needs = new TreeMap<>();
            for (Variant variant : variants.all()) {
                needs.putIfAbsent(variant.label(), variant.arm().rule().needs().toString());
            }
            return needs;
        }

        private List<String> pointers() {
            List<String> pointers = new ArrayList<>(Sweep.pointers(experiment.sweep()));
            if (!experiment.effects().isEmpty()) {
                pointers.add(EffectSetting.POINTER);
            }
            return pointers;
        }

        private String description() {
            return (experiment.description() + " " + data.note()).strip();
        }

        /** Chip runs first, float runs after them, each in the order of the experiment file, seeds last. */
        private List<PlannedRun> inOrder() {
            List<PlannedRun> all = new ArrayList<>(planned);
            all.sort(Comparator.comparing(run -> !run.onChip()));
            return all;
        }

        private Courses courses(Variant variant) {
            return new Courses(
                    variant,
                    variant.onChip(data.digest()),
                    variant.inFloat(data.digest()),
                    variant.partnerInFloat(data.digest()));
        }

        private void add(Courses courses, long seed) {
            Variant variant = courses.variant();
            RunSettings own = courses.own().run(seed);
            addFloat(variant, variant.floatLabel(), variant.ruleName(), own);
            RunSettings partner = courses.partner().run(seed);
            addFloat(variant, variant.partnerLabel(), "backpropagation", partner);
            RunSettings run = courses.onChip().run(seed);
            runs.putIfAbsent(run.key(), run);
            planned.add(new PlannedRun(
                    run.key(),
                    variant.label(),
                    variant.ruleName(),
                    variant.updateName(),
                    variant.settings().chip().name(),
                    true,
                    PublishedNumbers.texts(variant.point()),
                    seed,
                    own.key(),
                    partner.key(),
                    PublishedNumbers.texts(variant.tuned()),
                    variant.companion()));
        }

        private void addFloat(Variant variant, String label, String rule, RunSettings run) {
            if (runs.putIfAbsent(run.key(), run) == null) {
                planned.add(new PlannedRun(
                        run.key(),
                        label,
                        rule,
                        "none",
                        Chip.exactNumbers().name(),
                        false,
                        PublishedNumbers.texts(variant.floatPoint()),
                        run.seed(),
                        "",
                        "",
                        PublishedNumbers.texts(variant.tuned()),
                        false));
            }
        }
    }
    /** The runs of a variant. */
    private record Courses(Variant variant, Course onChip, Course own, Course partner) {}
}
