package org.ohmgrad.verify;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Runs checks one after another and prints every comparison. */
public final class Verification {
    private static final String ROW = "  %-54s %7s %9s %11s  %s%n";

    private final PrintStream out;
    private int comparisons;
    private int failures;

    /** Prints to a stream. */
    public Verification(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs checks.
     *
     * @return whether all comparisons were within their tolerance
     */
    public boolean run(List<Check> checks) {
        long start = System.nanoTime();
        checks.forEach(this::run);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.println();
        out.printf(
                Locale.ROOT,
                failures == 0
                        ? "All %d comparisons are within their tolerance. %3$.1f seconds.%n"
                        : "FAILED: %2$d of %1$d comparisons. %3$.1f seconds.%n",
                comparisons,
                failures,
                seconds);
        return failures == 0;
    }

    private void run(Check check) {
        out.println();
        out.println(check.title());
        out.printf(Locale.ROOT, ROW, check.measure(), "numbers", "tolerance", "worst error", "");
        try {
            check.run().forEach(this::print);
        } catch (RuntimeException e) {
            comparisons++;
            failures++;
            out.println("  FAILED: the check broke off with " + e);
        }
    }

    private void print(Comparison comparison) {
        comparisons++;
        failures += comparison.holds() ? 0 : 1;
        out.printf(
                Locale.ROOT,
                ROW,
                comparison.what(),
                String.format(Locale.ROOT, "%,d", comparison.numbers()),
                Magnitude.shown(comparison.tolerance()),
                Magnitude.shown(comparison.worst()),
                comparison.holds() ? "ok" : "FAILED");
    }
}
