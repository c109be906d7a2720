package org.ohmgrad.report.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.report.record.Fixture;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RunRecord;

/** Looks at an experiment: what stops, what goes on, and how often they are wrong. */
class LooksTest {
    private static final double FLOAT = 0.9;
    private static final String RATE = "/training/learningRate";

    /** As small as the share of one assertion in a whole build that raises a false alarm once in a million. */
    private static final double FALSE_ALARM = 1e-9;

    /** Accuracies of float runs are alike, so that a gap is what the chip's run lost, and losses of seeds are those given. */
    private static List<RunRecord> records(Plan plan, ToDoubleFunction<PlannedRun> lost) {
        return plan.runs().stream()
                .map(run -> Fixture.record(run, 0.5, run.onChip() ? FLOAT - lost.applyAsDouble(run) : FLOAT))
                .toList();
    }

    private static Looks looks(Plan plan, Collection<RunRecord> records) {
        return Looks.of(Fixture.folder(plan, records));
    }

    private static Predicate<PlannedRun> at(String bits) {
        return run -> run.point().getOrDefault(Fixture.BITS, "").equals(bits);
    }

    private static long seeds(Looks looks, Predicate<PlannedRun> which) {
        return looks.plan().runs().stream()
                .filter(run -> run.onChip() && which.test(run))
                .mapToLong(PlannedRun::seed)
                .distinct()
                .count();
    }

    /** Far below, far within and right at one point, with a scatter of a tenth of a point. */
    private static double lost(PlannedRun run) {
        double scatter = 0.001 * (run.seed() % 3 - 1);
        return scatter + (at("2").test(run) ? 0.3 : at("8").test(run) ? 0 : 0.01);
    }

    private static Fixture threeWidths() {
        return Fixture.named("widths")
                .rules("feedback-alignment", "backpropagation")
                .updates("stochastic-rounding")
                .sweep(Fixture.BITS, "2", "4", "8")
                .looks(3, 6, 12);
    }

    @Test
    void withoutLooksAllRunsAreWanted() {
        var plan = Fixture.precision().plan();
        assertEquals(plan, looks(plan, List.of()).plan());
    }

    @Test
    void theFirstLookWantsItsSeedsOfAllArmsAndPoints() {
        var looks = looks(threeWidths().plan(), List.of());
        assertEquals(List.of(), looks.results().looks());
        for (var bits : List.of("2", "4", "8")) {
            assertEquals(3, seeds(looks, at(bits)), bits);
        }
    }

    @Test
    void whatIsDecidedStopsAndTheRestGoesOn() {
        var plan = threeWidths().plan();
        var looks = looks(plan, records(plan, LooksTest::lost));
        assertEquals(3, seeds(looks, at("2")), "far below one point");
        assertEquals(12, seeds(looks, at("4")), "at one point");
        assertEquals(3, seeds(looks, at("8")), "within one point");
        assertEquals(
                List.of("3: 4 answered, 2 open", "6: 0 answered, 2 open", "12: 0 answered, 2 open"),
                looks.results().looks().stream()
                        .map(look -> look.seeds() + ": " + look.answered().size() + " answered, "
                                + look.open().size() + " open")
                        .toList());
    }

    @Test
    void partnersInFloatAreWantedAsLongAsAnyArmNeedsThem() {
        var plan = threeWidths().plan();
        var looks = looks(plan, records(plan, LooksTest::lost));
        assertEquals(
                2 * 12,
                looks.plan().runs().stream().filter(run -> !run.onChip()).count());
        assertTrue(looks.results().rows().stream()
                .filter(row -> row.planned().onChip())
                .allMatch(row -> row.floatBackpropagation().isPresent()));
    }

    @Test
    void anArmGoesOnWhileItsComparisonOnTheChipIsOpen() {
        var plan = threeWidths().plan();
        var looks = looks(plan, records(plan, run -> {
            boolean better = at("8").test(run) && run.rule().equals("backpropagation");
            return better ? -0.01 + 0.001 * (run.seed() % 2) : lost(run);
        }));
        assertEquals(12, seeds(looks, at("8").and(run -> run.rule().equals("backpropagation"))));
        assertEquals(12, seeds(looks, at("8").and(run -> run.rule().equals("feedback-alignment"))));
        assertEquals(3, seeds(looks, at("2")), "compared in the finding's detail alone");
    }

    @Test
    void anArmWhoseRunsAllDivergedStops() {
        var plan = threeWidths().plan();
        var looks = looks(plan, records(plan, run -> at("4").test(run) ? Double.NaN : lost(run)));
        assertEquals(3, seeds(looks, at("4")));
        assertEquals(1, looks.results().looks().size());
    }

    @Test
    void aTunedValueIsChosenAtTheFirstLookAndGoesOnAlone() {
        var plan = threeWidths().tune(RATE, "0.1", "0.5").plan();
        var records = new ArrayList<RunRecord>();
        for (var run : plan.runs()) {
            boolean first = run.tuned().containsValue("0.1");
            double validation = first == (run.seed() <= 3) ? 0.9 : 0.1;
            records.add(Fixture.record(run, validation, run.onChip() ? FLOAT - lost(run) : FLOAT));
        }
        var looks = looks(plan, records);
        assertEquals(12, seeds(looks, at("4").and(run -> run.tuned().containsValue("0.1"))));
        assertEquals(3, seeds(looks, at("4").and(run -> run.tuned().containsValue("0.5"))));
        assertTrue(looks.results().choices().stream().noneMatch(Results.Choice::provisional));
    }

    @ParameterizedTest
    @MethodSource("org.ohmgrad.report.result.LooksTest#shuffles")
    void recordsOfOtherRunsAndTheirOrderChangeNothing(long shuffle) {
        var plan = threeWidths().plan();
        var all = new ArrayList<>(records(plan, LooksTest::lost));
        var expected = looks(plan, all);
        var keys = expected.plan().runs().stream().map(PlannedRun::key).toList();
        all.removeIf(run -> !keys.contains(run.key()));
        Collections.shuffle(all, new Random(shuffle));
        var found = looks(plan, all);
        assertEquals(expected.plan(), found.plan());
        assertEquals(expected.results(), found.results());
    }

    static Stream<Long> shuffles() {
        return Stream.of(1L, 2L);
    }

    /** However an experiment is cut off, what it wants next is a part of what it wants in the end. */
    @Test
    void whatIsWantedOnTheWayIsWantedInTheEnd() {
        var plan = threeWidths().plan();
        var all = records(plan, LooksTest::lost);
        var end = looks(plan, all).plan().runs();
        var made = new HashMap<String, RunRecord>();
        var byKey = new HashMap<String, RunRecord>();
        all.forEach(run -> byKey.put(run.key(), run));
        while (made.size() < end.size()) {
            var next = looks(plan, made.values()).plan().runs().stream()
                    .filter(run -> !made.containsKey(run.key()))
                    .toList();
            assertTrue(!next.isEmpty() && end.containsAll(next), "after " + made.size() + " runs");
            next.stream()
                    .limit(7)
                    .forEach(run -> made.put(run.key(), Map.copyOf(byKey).get(run.key())));
        }
    }

    @Test
    void severalLooksShareTheErrorOfOne() {
        assertEquals("95 %", Confidence.SINGLE.words());
        assertEquals("97.5 %", new Confidence(2).words());
        assertEquals("98.3 %", new Confidence(3).words());
        assertEquals("99 %", new Confidence(5).words());
        assertEquals(4.302653, Confidence.SINGLE.quantile(3), 1e-6, "t(0.975, 2)");
        assertEquals(9.924843, new Confidence(5).quantile(3), 1e-6, "t(0.995, 2)");
    }

    static Stream<List<Integer>> designs() {
        return Stream.of(List.of(3, 5, 8, 12), List.of(2, 3, 5, 8));
    }

    /**
     * Of experiments whose true gap is one point, at most one in twenty may say anything in any of its looks, and of these half that
     * it is within one point. Looks at 95 % each would say so twice to three times as often.
     */
    @ParameterizedTest
    @MethodSource("designs")
    void allLooksTogetherAreWrongNoMoreOftenThanOneWouldBe(List<Integer> looks) {
        long seed = 20261201;
        int experiments = 1500;
        var random = new Random(seed);
        var chips = IntStream.range(1, experiments).mapToObj(Integer::toString).toArray(String[]::new);
        var plan = Fixture.named("border")
                .rules("backpropagation")
                .updates("stochastic-rounding")
                .companions(chips)
                .looks(looks.toArray(Integer[]::new))
                .plan();
        var results = looks(plan, records(plan, run -> PairedGap.ONE_POINT + 0.004 * random.nextGaussian()))
                .results();
        var gaps = results.groups().stream()
                .filter(group -> group.arm().onChip())
                .map(Results.Group::gapBackpropagation)
                .toList();
        assertEquals(experiments, gaps.size());
        assertAtMost(0.05, gaps.stream().filter(PairedGap::decided).count(), experiments, seed);
        assertAtMost(0.025, gaps.stream().filter(PairedGap::withinOnePoint).count(), experiments, seed);
    }

    private static void assertAtMost(double probability, long found, int n, long seed) {
        double p = 1 - new BinomialDistribution(null, n, probability).cumulativeProbability((int) found - 1);
        assertTrue(p >= FALSE_ALARM, found + " of " + n + " with p = " + p + ", seed " + seed);
    }
}
