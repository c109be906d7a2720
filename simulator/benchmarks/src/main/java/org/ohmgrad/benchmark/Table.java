package org.ohmgrad.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.ohmgrad.benchmark.Goal.Measured;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures every line of the table in rounds, each benchmark right after its limit, and prints the median of the rounds'
 * ratios: a machine that is now fast and now slow changes both sides of a ratio. All run in one Java process, as in an
 * experiment, where all kinds of chips and networks share the compiled code.
 */
public final class Table {
    /** Milliseconds that Java needs until it has compiled code in vectors; shorter once it has. */
    static final int FIRST_WARM_UP = 1000;

    static final int WARM_UP = 300;

    private static final int AGAIN = 100;

    private static final int MOST_WARM_UPS = 8;

    static final int WINDOWS = 3;

    private final int rounds;
    private final Pattern wanted;
    private final List<Map<Goal, Double>> results = new ArrayList<>();

    private Table(int rounds, Pattern wanted) {
        this.rounds = rounds;
        this.wanted = wanted;
    }

    /**
     * Prints the table; or the time per weight as matrices grow; or what a chip takes of the heap.
     *
     * @param args number of rounds (1), then {@code growth}, {@code memory} or a pattern of the lines to measure (all)
     */
    public static void main(String... args) throws RunnerException {
        if (args.length > 2 || (args.length > 0 && !args[0].matches("[1-9]\\d{0,2}"))) {
            System.err.println(
                    "ohmgrad: bench takes a number of rounds, and then growth, memory or a pattern of lines");
            System.exit(2);
        }
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        String what = args.length > 1 ? args[1] : "";
        switch (what) {
            case "growth" -> Growth.print(rounds);
            case "memory" -> Memory.print();
            default -> new Table(rounds, pattern(what)).print();
        }
    }

    private static Pattern pattern(String what) {
        try {
            return Pattern.compile(what);
        } catch (PatternSyntaxException e) {
            System.err.println("ohmgrad: \"" + what + "\" is not a pattern: " + e.getDescription());
            System.exit(2);
            throw e;
        }
    }

    private void print() throws RunnerException {
        List<Goal> goals = Goal.all().stream()
                .filter(goal -> wanted.matcher(goal.what()).find()
                        || wanted.matcher(goal.ours().name()).find())
                .filter(goal -> Limit.isPresent() || !goal.limit().needsSystemLibrary())
                .toList();
        if (goals.isEmpty()) {
            System.err.println("ohmgrad: no line of the benchmarks matches \"" + wanted + "\"");
            System.exit(2);
        }
        System.out.println(Machine.words());
        if (!Limit.isPresent()) {
            System.out.println("There is no libblas.so.3 here, so the lines beside the system's library are left out.");
        }
        for (int round = 0; round < rounds; round++) {
            results.add(measured(goals, round == 0 ? FIRST_WARM_UP : WARM_UP));
        }
        System.out.println();
        System.out.println("| what | goal | measured | least to most | |");
        System.out.println("| --- | --- | --- | --- | --- |");
        goals.forEach(goal -> System.out.println(line(goal)));
        System.out.println();
        System.out.println(
                rounds < 3
                        ? "Of " + (rounds == 1 ? "one round" : rounds + " rounds")
                                + ": on a machine that does other work too, ask for 3 or more."
                        : "Medians of " + rounds + " rounds.");
    }

    private static Map<Goal, Double> measured(List<Goal> goals, int warmUp) throws RunnerException {
        Map<Goal, Double> values = new HashMap<>();
        for (Goal goal : goals) {
            values.put(goal, value(goal, warmUp));
        }
        return values;
    }

    /** Ours and its limit in turn, so that other work on the machine meets both: the median of three ratios. */
    private static double value(Goal goal, int warmUp) throws RunnerException {
        if (goal.ours().equals(goal.limit())) {
            warm(goal.ours(), warmUp);
            double time = time(goal.ours(), AGAIN, 3 * WINDOWS);
            return goal.measure().of(time, time);
        }
        warm(goal.limit(), warmUp);
        warm(goal.ours(), warmUp);
        double[] values = new double[3];
        for (int turn = 0; turn < values.length; turn++) {
            double limit = time(goal.limit(), AGAIN, WINDOWS);
            values[turn] = goal.measure().of(time(goal.ours(), AGAIN, WINDOWS), limit);
        }
        Arrays.sort(values);
        return values[1];
    }

    /** Until HotSpot has compiled what there is: times fall no more. */
    private static void warm(Measured measured, int warmUp) throws RunnerException {
        double last = Double.POSITIVE_INFINITY;
        for (int k = 0; k < MOST_WARM_UPS; k++) {
            double now = time(measured, warmUp, 1);
            if (now > 0.9 * last) {
                return;
            }
            last = now;
        }
    }

    /**
     * Time of one operation, in the benchmark's own unit: the median of some short means, so that a moment in which the
     * machine did other work does not count.
     *
     * @param warmUp milliseconds before the measurement
     * @param windows number of means
     */
    static double time(Measured measured, int warmUp, int windows) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + measured.name().replace(".", "\\.") + "$")
                .forks(0)
                .threads(measured.threads())
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(warmUp))
                .measurementIterations(windows)
                .measurementTime(TimeValue.milliseconds(70))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        measured.parameters().forEach(options::param);
        double time = new Runner(options.build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(50);
        System.err.printf(Locale.ROOT, "%s: %.4g%n", measured.words(), time);
        return time;
    }

    private String line(Goal goal) {
        List<Double> values = new ArrayList<>();
        for (Map<Goal, Double> round : results) {
            values.add(round.getOrDefault(goal, Double.NaN));
        }
        Collections.sort(values);
        double median = (values.get((values.size() - 1) / 2) + values.get(values.size() / 2)) / 2;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3g to %.3g | %s |",
                goal.what(),
                goal.measure().goal(goal.bound()),
                goal.measure().text(median),
                values.get(0),
                values.get(values.size() - 1),
                goal.measure().meets(median, goal.bound()) ? "met" : "**not met**");
    }
}
