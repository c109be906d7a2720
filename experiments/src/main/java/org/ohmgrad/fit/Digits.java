package org.ohmgrad.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.DoubleStream;
import org.ohmgrad.report.text.NumberText;

/** Numbers rounded as they are written. */
public final class Digits {
    private static final MathContext FEW = new MathContext(4);

    private static final int MOST = 7;
    private static final int PLAIN_FROM = -3;
    private static final int PLAIN_TO = 5;

    private Digits() {}

    /** With as many digits as files have. */
    static double written(double value) {
        return NumberText.rounded(value);
    }

    /** With four digits, more than an estimate of noise ever has. */
    static double few(double value) {
        return new BigDecimal(value).round(FEW).doubleValue();
    }

    /**
     * Texts of numbers in one notation and with equally many decimals: four digits of the largest, at least two of the
     * smallest.
     *
     * @param values finite
     */
    public static List<String> alike(double... values) {
        int[] places = DoubleStream.of(values)
                .filter(value -> value != 0)
                .mapToInt(Digits::place)
                .sorted()
                .toArray();
        int largest = places.length == 0 ? 0 : places[places.length - 1];
        int smallest = places.length == 0 ? 0 : places[0];
        int exponent = largest < PLAIN_FROM || largest > PLAIN_TO ? largest : 0;
        int decimals = Math.min(MOST - largest, Math.max(3 - largest, 1 - smallest)) + exponent;
        return DoubleStream.of(values)
                .mapToObj(value -> value == 0 ? "0" : text(value, exponent, Math.max(0, decimals)))
                .toList();
    }

    private static int place(double value) {
        BigDecimal exact = new BigDecimal(value);
        return exact.precision() - exact.scale() - 1;
    }

    private static String text(double value, int exponent, int decimals) {
        String digits = new BigDecimal(value)
                .movePointLeft(exponent)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        return exponent == 0 ? digits : digits + "e" + exponent;
    }

    /** Text of a number with four digits. */
    public static String shown(double value) {
        return Double.isFinite(value) ? NumberText.of(few(value)) : "?";
    }
}
