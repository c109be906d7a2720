package org.ohmgrad.fit;

import java.math.BigDecimal;
import java.math.MathContext;
import org.ohmgrad.report.Numbers;

/** Numbers rounded as they are written. */
public final class Digits {
    private static final MathContext FEW = new MathContext(4);

    private Digits() {}

    /** With as many digits as files have. */
    static double written(double value) {
        return Numbers.rounded(value);
    }

    /** With four digits, more than an estimate of noise ever has. */
    static double few(double value) {
        return new BigDecimal(value).round(FEW).doubleValue();
    }

    /** Text of a number with four digits. */
    public static String shown(double value) {
        return Double.isFinite(value) ? Numbers.text(few(value)) : "?";
    }
}
