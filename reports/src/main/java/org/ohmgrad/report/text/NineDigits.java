package org.ohmgrad.report.text;

import java.util.Optional;

/**
 * A number rounded to nine significant digits without a decimal of any length, which takes twenty times as long: times a power of
 * ten that is itself a double, the number has nine digits before the point and an error far below what is asked of it. Near a
 * tie, and where the power is no double, nothing is said.
 *
 * @param digits up to 10^9, with the sign
 * @param scale the number is digits / 10^scale
 */
record NineDigits(long digits, int scale) {
    private static final double LEAST = 1e8;
    private static final double MOST = 1e9;
    /** The error of the one multiplication or division is at most 6e-8. */
    private static final double SURE = 0.5 - 1e-6;
    /** All powers of ten that are doubles. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };
    /** Of one bit, decimal digits. */
    private static final double DECIMALS = 0.30103;

    /** What can be said of a number for certain. */
    static Optional<NineDigits> of(double value) {
        if (value == 0) {
            return Optional.of(new NineDigits(0, 0));
        }
        double size = Math.abs(value);
        int scale = 8 - (int) Math.floor(Math.getExponent(size) * DECIMALS);
        scale -= scaled(size, scale) >= MOST ? 1 : 0;
        double exact = scaled(size, scale);
        double nearest = Math.rint(exact);
        boolean sure = exact >= LEAST && exact < MOST && Math.abs(exact - nearest) < SURE;
        return sure ? Optional.of(new NineDigits((long) Math.copySign(nearest, value), scale)) : Optional.empty();
    }

    /** No number where the power is none. */
    private static double scaled(double size, int scale) {
        if (Math.abs(scale) >= POWERS.length) {
            return Double.NaN;
        }
        return scale >= 0 ? size * POWERS[scale] : size / POWERS[-scale];
    }

    /** The text of {@link NumberText#of(double)}. */
    String text() {
        if (digits == 0) {
            return "0";
        }
        long shortest = Math.abs(digits);
        int left = scale;
        while (shortest % 10 == 0) {
            shortest /= 10;
            left--;
        }
        var letters = Long.toString(shortest);
        int exponent = letters.length() - 1 - left;
        var size = NumberText.isPlain(exponent) ? plain(letters, exponent) : plain(letters, 0) + "e" + exponent;
        return digits < 0 ? "-" + size : size;
    }

    /** Digits of which the first stands for a power of ten. */
    private static String plain(String letters, int exponent) {
        int whole = exponent + 1;
        if (whole <= 0) {
            return "0." + "0".repeat(-whole) + letters;
        } else if (whole >= letters.length()) {
            return letters + "0".repeat(whole - letters.length());
        }
        return letters.substring(0, whole) + "." + letters.substring(whole);
    }

    /** The double next to it: both numbers are exact, so the one operation rounds once, as a parser would. */
    double value() {
        return scale >= 0 ? digits / POWERS[scale] : digits * POWERS[-scale];
    }
}
