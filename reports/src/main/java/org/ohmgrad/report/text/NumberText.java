package org.ohmgrad.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Numbers as they stand in result files: at most 9 significant digits, rounded half to even from the exact binary
 * value, without trailing zeros. Plain ({@code 0.00012}) when the leading digit stands for 10^-5 to 10^11, otherwise
 * {@code d.ddde-7} or {@code d.ddde12}. Written through {@link BigDecimal}, so every JDK writes the same characters.
 */
public final class NumberText {
    private static final MathContext NINE_DIGITS = new MathContext(9, RoundingMode.HALF_EVEN);
    private static final MathContext SEVENTEEN_DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int SMALLEST_PLAIN_EXPONENT = -5;
    private static final int LARGEST_PLAIN_EXPONENT = 11;

    private NumberText() {}

    /**
     * The text of a number; both zeros give {@code 0}.
     *
     * @param value a finite number
     * @return its text, also a valid JSON number
     * @throws IllegalArgumentException if the value is not finite
     */
    public static String of(double value) {
        return NineDigits.of(finite(value)).map(NineDigits::text).orElseGet(() -> text(round(value, NINE_DIGITS)));
    }

    /**
     * The text of a number with at most 17 significant digits, in the same form: every parser gets the very number back.
     *
     * @param value a finite number
     * @return its text, also a valid JSON number
     * @throws IllegalArgumentException if the value is not finite
     */
    public static String exact(double value) {
        return text(round(finite(value), SEVENTEEN_DIGITS));
    }

    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a number in a file must be finite but is " + value);
        }
        return value;
    }

    private static BigDecimal round(double value, MathContext precision) {
        return new BigDecimal(value).round(precision);
    }

    private static String text(BigDecimal rounded) {
        var digits = rounded.stripTrailingZeros();
        if (digits.signum() == 0) {
            return "0";
        }
        int exponent = digits.precision() - digits.scale() - 1;
        return isPlain(exponent)
                ? digits.toPlainString()
                : digits.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    /** Whether a number whose leading digit stands for such a power of ten is written without an exponent. */
    static boolean isPlain(int exponent) {
        return exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT;
    }

    /**
     * The number that a reader of {@link #of(double)} gets back.
     *
     * @param value a finite number
     * @return the parse of its text
     */
    public static double rounded(double value) {
        return NineDigits.of(value).map(NineDigits::value).orElseGet(() -> Double.parseDouble(of(value)));
    }

    /** A copy whose values are those that a file gives back; values that are not finite are undefined and left out. */
    public static SortedMap<String, Double> asWritten(Map<String, Double> values) {
        var kept = new TreeMap<String, Double>();
        values.forEach((name, value) -> {
            if (Double.isFinite(value)) {
                kept.put(name, rounded(value));
            }
        });
        return Collections.unmodifiableSortedMap(kept);
    }

    /** A fixed number of decimals for tables and pictures, rounded half to even, never {@code -0}. */
    public static String fixed(double value, int decimals) {
        var rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        return (rounded.signum() == 0 ? rounded.abs() : rounded).toPlainString();
    }

    /** An accuracy or a gap, a fraction, as percent points with the given decimals. */
    public static String points(double fraction, int decimals) {
        return fixed(fraction * 100, decimals);
    }

    /** A share of a whole for a sentence, such as {@code 34.21 %}; all of it is {@code 100 %}, and nothing less rounds to it. */
    public static String percent(double fraction, int decimals) {
        if (fraction == 0 || fraction == 1) {
            return fixed(fraction * 100, 0) + " %";
        }
        var percent = new BigDecimal(fraction).multiply(HUNDRED);
        var nearest = percent.setScale(decimals, RoundingMode.HALF_EVEN);
        boolean roundsToAll = fraction < 1 && nearest.compareTo(HUNDRED) == 0;
        return (roundsToAll ? percent.setScale(decimals, RoundingMode.DOWN) : nearest).toPlainString() + " %";
    }
}
