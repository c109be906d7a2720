package org.ohmgrad.report.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Amounts as people read them: three digits, and a prefix before the unit. */
public final class Quantities {
    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final String[] PREFIXES = {"f", "p", "n", "\u00b5", "m", "", "k", "M", "G", "T"};
    private static final int BARE = 5;
    private static final int STEP = 3;

    private Quantities() {}

    /** Such as {@code 1.23 mJ}; 0 without a prefix. */
    public static String of(double amount, String unit) {
        if (amount == 0) {
            return "0 " + unit;
        }
        var rounded = new BigDecimal(amount).round(THREE);
        int exponent = rounded.precision() - rounded.scale() - 1;
        int prefix = Math.max(0, Math.min(PREFIXES.length - 1, Math.floorDiv(exponent, STEP) + BARE));
        int shift = STEP * (prefix - BARE);
        int decimals = Math.max(0, STEP - 1 - (exponent - shift));
        var shown = rounded.movePointLeft(shift).setScale(decimals, RoundingMode.HALF_EVEN);
        return shown.toPlainString() + " " + PREFIXES[prefix] + unit;
    }

    /** A count with its thousands parted. */
    public static String count(double amount) {
        return String.format(Locale.ROOT, "%,d", Math.round(amount));
    }
}
