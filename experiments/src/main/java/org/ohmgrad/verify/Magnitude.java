package org.ohmgrad.verify;

import java.util.Locale;

/** Numbers for people, with two digits: 6.5, 0.79, 1e-9, 2.8e-15. */
final class Magnitude {
    private static final double SMALLEST_PLAIN = 0.01;
    private static final double LARGEST_PLAIN = 1e4;

    private Magnitude() {}

    static String shown(double value) {
        if (value == 0 || (value >= SMALLEST_PLAIN && value < LARGEST_PLAIN)) {
            return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2g", value);
        }
        return String.format(Locale.ROOT, "%.1e", value).replace(".0e", "e").replaceFirst("e([-+])0", "e$1");
    }
}
