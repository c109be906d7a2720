package org.ohmgrad.benchmark;

import java.util.ArrayList;
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

    private final int rounds;
    private final Pattern wanted;
    private final List<Map<Measured, Double>> results = new ArrayList<>();

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

    private static Map<Measured, Double> measured(List<Goal> goals, int warmUp) throws RunnerException {
        Map<Measured, Double> times = new HashMap<>();
        for (Measured measured : Goal.measurements(goals)) {
            times.put(measured, time(measured, warmUp));
        }
        return times;
    }

    /**
     * Time of one operation, in the benchmark's own unit: the median of nine means, so that a moment in which the machine
     * did other work does not count.
     *
     * @param warmUp milliseconds before the measurement
     */
    static double time(Measured measured, int warmUp) throws RunnerException {
        var options = new OptionsBuilder()
                .include("\\." + measured.name().replace(".", "\\.") + "$")
                .forks(0)
                .threads(measured.threads())
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(warmUp))
                .measurementIterations(9)
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
        for (Map<Measured, Double> times : results) {
            values.add(goal.measure()
                    .of(times.getOrDefault(goal.ours(), Double.NaN), times.getOrDefault(goal.limit(), Double.NaN)));
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
