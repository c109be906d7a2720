package org.ohmgrad.arithmetic;

import java.math.BigDecimal;
import java.math.MathContext;

/** Exponential and logarithm to 60 digits, by halving the argument and summing the series. */
final class BigMath {
    static final MathContext DIGITS = new MathContext(60);

    private static final int HALVINGS = 20;

    private BigMath() {}

    static BigDecimal exp(double x) {
        return exp(new BigDecimal(x));
    }

    static BigDecimal exp(BigDecimal x) {
        MathContext guarded = new MathContext(80);
        BigDecimal small = x.divide(BigDecimal.valueOf(1L << HALVINGS), guarded);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 40; n++) {
            term = term.multiply(small).divide(BigDecimal.valueOf(n), guarded);
            sum = sum.add(term, guarded);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, guarded);
        }
        return sum.round(new MathContext(70));
    }

    /**
     * Newton's iteration on the exponential, which doubles the digits of the library's logarithm each time.
     */
    static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int i = 0; i < 3; i++) {
            y = y.add(x.multiply(exp(y.negate())).subtract(BigDecimal.ONE), DIGITS);
        }
        return y;
    }
}
