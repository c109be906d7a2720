package org.ohmgrad.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Document;
import org.ohmgrad.data.Partition;
import org.ohmgrad.report.EffectSetting;
import org.ohmgrad.report.Plan;
import org.ohmgrad.report.PlannedRun;
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

    private ExperimentPlan(Experiment experiment, Plan plan, Map<String, RunSettings> runs, Partition data) {
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

    /** The data, loaded. */
    Partition data() {
        return data;
    }

    /** The different runs, in order. */
    Collection<RunSettings> runs() {
        return Collections.unmodifiableCollection(runs.values());
    }

    /**
     * Checks every point and loads the data.
     *
     * @param file the experiment file
     * @param seeds number of seeds instead of the file's; 0 to leave it
     * @throws ConfigException with every mistake of every point
     * @throws org.ohmgrad.data.DataException if the data cannot be read
     */
    public static ExperimentPlan read(Path file, int seeds) {
        Document document = Settings.reader().read(file);
        if (Settings.has(document, "cell") && !Settings.has(document, "arms")) {
            throw new UserException(file + " is a chip file; run takes an experiment, which names a chip");
        }
        if (seeds > 0) {
            document = document.with("/seeds", String.valueOf(seeds));
        }
        Experiment experiment = document.bind(Experiment.class);
        List<Variant> variants = Variants.of(document, experiment);
        return new Maker(document, experiment, variants, load(experiment, file)).make();
    }

    /**
     * Checks an experiment file and all its points without touching the data.
     *
     * @return the settings at the sweep's start
     * @throws ConfigException with every mistake
     */
    public static Experiment check(Path file) {
        Document document = Settings.reader().read(file);
        Experiment experiment = document.bind(Experiment.class);
        Variants.of(document, experiment);
        return experiment;
    }

    /**
     * Loads the data of an experiment, and says on standard error what is doubtful about it.
     *
     * @param file the experiment file, from whose folder relative names are looked up
     * @throws org.ohmgrad.data.DataException if the data cannot be read
     */
    static Partition load(Experiment experiment, Path file) {
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
        private final List<Variant> variants;
        private final Partition data;
        private final Map<String, RunSettings> runs = new LinkedHashMap<>();
        private final Map<PlannedRun, Boolean> planned = new LinkedHashMap<>();

        Maker(Document document, Experiment experiment, List<Variant> variants, Partition data) {
            this.document = document;
            this.experiment = experiment;
            this.variants = variants;
            this.data = data;
        }

        ExperimentPlan make() {
            for (long seed = 1; seed <= experiment.seeds(); seed++) {
                for (Variant variant : variants) {
                    add(variant, seed);
                }
            }
            Plan plan = new Plan(
                    experiment.name(),
                    experiment.title(),
                    description(),
                    RESULTS_VERSION,
                    document.canonical(Experiment.class),
                    pointers(),
                    new TreeMap<>(),
                    PublishedNumbers.of(experiment, variants),
                    inOrder());
            return new ExperimentPlan(experiment, plan, runs, data);
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
            List<PlannedRun> all = new ArrayList<>();
            for (boolean onChip : List.of(true, false)) {
                for (long seed = 1; seed <= experiment.seeds(); seed++) {
                    long wanted = seed;
                    planned.keySet().stream()
                            .filter(run -> run.onChip() == onChip && run.seed() == wanted)
                            .forEach(all::add);
                }
            }
            return all;
        }

        private void add(Variant variant, long seed) {
            RunSettings own = variant.inFloat(data.digest(), seed);
            addFloat(variant, variant.floatLabel(), variant.ruleName(), own);
            RunSettings partner = variant.partnerInFloat(data.digest(), seed);
            addFloat(variant, variant.partnerLabel(), "backpropagation", partner);
            RunSettings run = variant.onChip(data.digest(), seed);
            runs.putIfAbsent(run.key(), run);
            planned.put(
                    new PlannedRun(
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
                            variant.companion()),
                    true);
        }

        private void addFloat(Variant variant, String label, String rule, RunSettings run) {
            if (runs.putIfAbsent(run.key(), run) == null) {
                planned.put(
                        new PlannedRun(
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
                                false),
                        true);
            }
        }
    }
}
