package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RunRecord;

/**
 * The runs that the report shows: of tuned candidates the chosen ones, each with its float partners, in the order of
 * the plan.
 *
 * @param plan what the experiment wants
 * @param rows chosen runs that are there
 * @param groups the same rows, one group per arm and point; groups without a row are left out
 * @param choices what tuning chose, in the order of the plan
 * @param recorded how many of the plan's runs are there
 * @param looks those that were taken so far; none where all runs were wanted from the start
 */
public record Results(
        Plan plan, List<Row> rows, List<Group> groups, List<Choice> choices, int recorded, List<Look> looks) {

    /**
     * One look at the arms and points that went on until then.
     *
     * @param seeds after so many
     * @param answered of which every question was decided
     * @param open of which one was not: they went on, unless this was the last look
     */
    public record Look(int seeds, List<Group> answered, List<Group> open) {}

    /** One curve's worth of runs. */
    public record Arm(String arm, String rule, String update, String chip, boolean onChip, boolean companion) {
        /** The rule that all others stand beside, of which every run has a partner in float. */
        private static final String EXACT = "backpropagation";

        /** Whether its rule is exact backpropagation. */
        public boolean isExact() {
            return rule.equals(EXACT);
        }

        /** The arm that a run belongs to. */
        public static Arm of(PlannedRun run) {
            return new Arm(run.arm(), run.rule(), run.update(), run.chip(), run.onChip(), run.companion());
        }
    }

    /** A run and what its float partners reached. */
    public record Row(
            PlannedRun planned, RunRecord record, OptionalDouble floatOwn, OptionalDouble floatBackpropagation) {
        /** A value at the end of the run; empty if it is undefined. */
        public OptionalDouble summary(String name) {
            return value(record.summary(), name);
        }

        /** How far its test accuracy lies below a partner, a fraction; empty if one of the two is undefined. */
        public OptionalDouble gapTo(OptionalDouble partner) {
            var accuracy = summary("test_accuracy");
            return accuracy.isPresent() && partner.isPresent()
                    ? OptionalDouble.of(partner.getAsDouble() - accuracy.getAsDouble())
                    : OptionalDouble.empty();
        }

        /** What was measured last; empty if no epoch was. */
        public Optional<Epoch> lastEpoch() {
            var epochs = record.epochs();
            return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
        }
    }

    /** One arm at one point: its repeats over seeds, and how sure the intervals of their means are. */
    public record Group(Arm arm, SortedMap<String, String> point, List<Row> rows, Confidence confidence) {
        /** Mean over seeds of a value at the end of the runs. */
        public MeanInterval summary(String name) {
            return mean(row -> row.summary(name));
        }

        /** Mean over seeds of anything; seeds of which it is undefined are left out. */
        public MeanInterval mean(Function<Row, OptionalDouble> what) {
            return MeanInterval.of(confidence, bySeed(what).values());
        }

        /** Mean over seeds of a fraction, in percent. */
        public MeanInterval percent(Function<Row, OptionalDouble> what) {
            return mean(row -> Results.percent(what.apply(row)));
        }

        /** Anything by seed; seeds of which it is undefined are left out. */
        public SortedMap<Long, Double> bySeed(Function<Row, OptionalDouble> what) {
            var values = new TreeMap<Long, Double>();
            for (var row : rows) {
                what.apply(row).ifPresent(value -> values.put(row.planned().seed(), value));
            }
            return values;
        }

        /** Test accuracies by seed, fractions. */
        public SortedMap<Long, Double> accuracies() {
            return bySeed(row -> row.summary("test_accuracy"));
        }

        /** How many test examples an accuracy is a share of, the fewest of any run; 0 if that was not counted. */
        public long testExamples() {
            return rows.stream()
                    .mapToLong(row -> row.record().confusion().total())
                    .filter(total -> total > 0)
                    .min()
                    .orElse(0);
        }

        /** How far the accuracies stay below others of the same test. */
        public PairedGap below(SortedMap<Long, Double> reference) {
            return PairedGap.between(confidence, reference, accuracies()).over(testExamples());
        }

        /** How far the accuracies stay below float runs of the same rule. */
        public PairedGap gapOwn() {
            return below(bySeed(Row::floatOwn));
        }

        /** How far the accuracies stay below float backpropagation. */
        public PairedGap gapBackpropagation() {
            return below(bySeed(Row::floatBackpropagation));
        }
    }

    /** Candidates of one arm and point, and the one that was chosen. */
    public record Choice(
            Arm arm,
            SortedMap<String, String> point,
            SortedMap<String, String> tuned,
            OptionalDouble validation,
            int candidates,
            boolean provisional) {}

    /** Runs that differ in seed and tuned values alone. */
    public record ArmAndPoint(Arm arm, SortedMap<String, String> point) {
        /** Those of a group. */
        public static ArmAndPoint of(Group group) {
            return new ArmAndPoint(group.arm(), group.point());
        }

        /** Those of a run. */
        public static ArmAndPoint of(PlannedRun run) {
            return new ArmAndPoint(Arm.of(run), run.point());
        }
    }

    /** A value by its name; empty if it is undefined. */
    public static OptionalDouble value(Map<String, Double> values, String name) {
        var value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A value of a layer, counted from 0. */
    public static OptionalDouble layer(Epoch epoch, int layer, String name) {
        return layer < epoch.layers().size() ? value(epoch.layers().get(layer), name) : OptionalDouble.empty();
    }

    /** A fraction in percent. */
    public static OptionalDouble percent(OptionalDouble fraction) {
        return fraction.isPresent() ? OptionalDouble.of(fraction.getAsDouble() * 100) : fraction;
    }

    /** Chooses among tuned candidates and finds every run's float partners. */
    public static Results of(RecordFolder records) {
        return Looks.of(records).results();
    }

    /** How sure every interval is. */
    public Confidence confidence() {
        return Confidence.of(plan);
    }

    /** Whether every run of the plan is there. */
    public boolean isComplete() {
        return recorded == plan.runs().size();
    }

    /** The same, found by looks. */
    Results after(List<Look> taken) {
        return new Results(plan, rows, groups, choices, recorded, List.copyOf(taken));
    }

    /** Names of summary values that appear in any row, sorted. */
    Set<String> summaryNames() {
        var names = new TreeSet<String>();
        rows.forEach(row -> names.addAll(row.record().summary().keySet()));
        return names;
    }

    /** Tuned pointers of the plan, sorted. */
    Set<String> tunedPointers() {
        var pointers = new TreeSet<String>();
        plan.runs().forEach(run -> pointers.addAll(run.tuned().keySet()));
        return pointers;
    }

    /** The groups that curves and tables show: those on chips, or the float ones where there is no chip. */
    public List<Group> shown() {
        boolean onChip = plan.runs().stream().anyMatch(PlannedRun::onChip);
        return groups.stream().filter(group -> group.arm().onChip() == onChip).toList();
    }

    /** Puts the runs of a plan together. */
    static final class Builder {
        private final RecordFolder records;
        private final Plan plan;
        private final Map<ArmAndPoint, List<PlannedRun>> planned = new LinkedHashMap<>();
        private final Map<ArmAndPoint, SortedMap<String, String>> chosen = new LinkedHashMap<>();
        private final Map<String, PlannedRun> byKey = new LinkedHashMap<>();
        private final List<Choice> choices = new ArrayList<>();
        private final long decisive;

        Builder(RecordFolder records) {
            this.records = records;
            this.plan = records.plan();
            // Candidates that were not chosen end with the first look.
            decisive = plan.looks().isEmpty() ? Long.MAX_VALUE : plan.looks().get(0);
            for (var run : plan.runs()) {
                planned.computeIfAbsent(ArmAndPoint.of(run), place -> new ArrayList<>())
                        .add(run);
                byKey.putIfAbsent(run.key(), run);
            }
            planned.forEach(this::choose);
        }

        private void choose(ArmAndPoint place, List<PlannedRun> runs) {
            var candidates = new LinkedHashSet<SortedMap<String, String>>();
            runs.forEach(run -> candidates.add(run.tuned()));
            var best = candidates.iterator().next();
            var bestMean = OptionalDouble.empty();
            for (var candidate : candidates) {
                var mean = validation(runs, candidate);
                if (mean.isPresent() && (bestMean.isEmpty() || mean.getAsDouble() > bestMean.getAsDouble())) {
                    best = candidate;
                    bestMean = mean;
                }
            }
            chosen.put(place, best);
            if (candidates.size() > 1) {
                boolean provisional =
                        runs.stream().anyMatch(run -> records.run(run.key()).isEmpty());
                choices.add(new Choice(place.arm(), place.point(), best, bestMean, candidates.size(), provisional));
            }
        }

        private OptionalDouble validation(List<PlannedRun> runs, SortedMap<String, String> candidate) {
            var values = new TreeMap<Long, Double>();
            for (var run : runs) {
                if (run.tuned().equals(candidate) && run.seed() <= decisive) {
                    accuracy(run.key(), "validation_accuracy").ifPresent(value -> values.put(run.seed(), value));
                }
            }
            return MeanInterval.of(Confidence.SINGLE, values.values()).mean();
        }

        private OptionalDouble accuracy(String key, String name) {
            return records.run(key).map(run -> value(run.summary(), name)).orElse(OptionalDouble.empty());
        }

        /** Accuracy of the chosen candidate that stands for the float run with this key. */
        private OptionalDouble partner(String key) {
            return byKey.containsKey(key)
                    ? standIn(key)
                            .map(run -> accuracy(run.key(), "test_accuracy"))
                            .orElse(OptionalDouble.empty())
                    : accuracy(key, "test_accuracy");
        }

        /** The chosen candidate that stands for the float run with this key. */
        Optional<PlannedRun> standIn(String key) {
            return Optional.ofNullable(byKey.get(key)).flatMap(named -> {
                var place = ArmAndPoint.of(named);
                return planned.getOrDefault(place, List.of()).stream()
                        .filter(run -> run.seed() == named.seed() && isChosen(run))
                        .findFirst();
            });
        }

        /** Whether a run is one of the candidate that was chosen for its arm and point. */
        boolean isChosen(PlannedRun run) {
            return run.tuned().equals(chosen.get(ArmAndPoint.of(run)));
        }

        Results build() {
            var rows = new ArrayList<Row>();
            var groups = new LinkedHashMap<ArmAndPoint, List<Row>>();
            for (var run : plan.runs()) {
                if (isChosen(run)) {
                    records.run(run.key()).ifPresent(record -> {
                        var row = new Row(
                                run, record, partner(run.floatOwnKey()), partner(run.floatBackpropagationKey()));
                        rows.add(row);
                        groups.computeIfAbsent(ArmAndPoint.of(run), g -> new ArrayList<>())
                                .add(row);
                    });
                }
            }
            int recorded = (int) plan.runs().stream()
                    .filter(run -> records.run(run.key()).isPresent())
                    .count();
            return new Results(plan, List.copyOf(rows), groups(groups), List.copyOf(choices), recorded, List.of());
        }

        private List<Group> groups(Map<ArmAndPoint, List<Row>> planned) {
            var confidence = Confidence.of(plan);
            return planned.entrySet().stream()
                    .map(entry -> new Group(
                            entry.getKey().arm(), entry.getKey().point(), List.copyOf(entry.getValue()), confidence))
                    .toList();
        }
    }
}
