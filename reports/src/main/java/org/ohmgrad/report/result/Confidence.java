package org.ohmgrad.report.result;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.text.NumberText;

/**
 * How sure every interval of a report is. One look at the results has intervals of 95 %. Where several looks decide when to stop,
 * each spends an equal share of the 5 %, so that all looks together are wrong about a question no more often than one would be:
 * Bonferroni's bound, which holds whatever the looks share. It is the constant nominal level of Pocock (1977, Biometrika 64,
 * 191), and the repeated confidence interval of Jennison and Turnbull (1989, J. R. Stat. Soc. B 51, 305).
 *
 * @param looks how many looks there may be, at least 1
 */
public record Confidence(int looks) {
    /** One look: 95 %. */
    public static final Confidence SINGLE = new Confidence(1);

    private static final double MISSED = 0.05;
    private static final Map<Tail, Double> QUANTILES = new ConcurrentHashMap<>();

    /** What a quantile depends on: finding one takes longer than all else in an interval. */
    private record Tail(int looks, int n) {
        double quantile() {
            return new TDistribution(null, n - 1).inverseCumulativeProbability(1 - MISSED / 2 / looks);
        }
    }

    /** That of a plan's intervals. */
    public static Confidence of(Plan plan) {
        return new Confidence(Math.max(1, plan.looks().size()));
    }

    /** How many standard errors half an interval of so many values is, at least 2: t(1 - 0.025 / looks, n-1). */
    public double quantile(int n) {
        return QUANTILES.computeIfAbsent(new Tail(looks, n), Tail::quantile);
    }

    /** The level of one interval in words, such as {@code 95 %} and {@code 98.3 %}. */
    public String words() {
        double percent = 100 * (1 - MISSED / looks);
        boolean whole = Math.abs(percent - Math.rint(percent)) < 0.05;
        return NumberText.fixed(percent, whole ? 0 : 1) + " %";
    }
}
