package org.ohmgrad.arithmetic;

/**
 * Exponential, logarithm and their kin in double precision, made of additions, products, divisions, fused
 * multiply-adds and bit moves only: the same bits on every machine and in every Java version, which
 * {@link Math} does not promise.
 *
 * <p>Method: the argument is reduced by multiples of ln 2, and a polynomial fitted to the least largest
 * relative error (below 2e-18) does the rest; the logarithm uses the series of atanh(f / (2 + f)). The exact
 * value is at most 1 unit in the last place away for exp and log, 2 for expm1, log1p, tanh and sigmoid, 3 for
 * pow as long as |y ln x| is below 50. Results below 2^-1022 lose digits as all such numbers do. NaN in, NaN
 * out.
 */
public final class Elementary {
    private static final double LN_2_HIGH = 0x1.62e42fefa38p-1;
    private static final double LN_2_LOW = 0x1.ef35793c7673p-45;
    private static final double PER_LN_2 = 0x1.71547652b82fep+0;
    private static final double WHOLE = 0x1.8p52;
    private static final double OVERFLOW = 709.782712893384;
    private static final double UNDERFLOW = -745.1332191019412;
    private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

    private Elementary() {}

    /** e^x: infinite above 709.7827, 0 below -745.1332. */
    public static double exp(double x) {
        if (x > OVERFLOW) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < UNDERFLOW) {
            return 0;
        }
        double turns = turns(x);
        int exponent = (int) turns;
        int half = exponent >> 1;
        return (1 + smallExpm1(remainder(x, turns))) * powerOfTwo(half) * powerOfTwo(exponent - half);
    }

    /** e^x - 1, with full relative precision near 0. */
    public static double expm1(double x) {
        if (x > 700) {
            return exp(x) - 1;
        }
        if (x < -40) {
            return -1;
        }
        if (Math.abs(x) < 0x1p-54) {
            return x;
        }
        double turns = turns(x);
        double p = smallExpm1(remainder(x, turns));
        double scale = powerOfTwo((int) turns);
        return turns == 0 ? p : Math.fma(scale, p, scale - 1);
    }

    /** Natural logarithm: minus infinity of 0, NaN of negative numbers. */
    public static double log(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return logOfLimit(x);
        }
        double normal = normal(x);
        long exponent = exponent(normal);
        double f = fraction(normal, exponent);
        double k = (double) (exponent - subnormalShift(x));
        double s = f / (2 + f);
        double halfSquare = 0.5 * f * f;
        double low = Math.fma(s, halfSquare + atanhTail(s * s), k * LN_2_LOW);
        return Math.fma(k, LN_2_HIGH, f - (halfSquare - low));
    }

    /** ln(1 + x), with full relative precision near 0: minus infinity of -1, NaN below. */
    public static double log1p(double x) {
        double u = 1 + x;
        if (!(u > 0 && u < Double.POSITIVE_INFINITY)) {
            return logOfLimit(u);
        }
        double lost = x < 1 ? x - (u - 1) : 1 - (u - x);
        return u == 1 ? x : log(u) + lost / u;
    }

    /** Hyperbolic tangent, with full relative precision near 0. */
    public static double tanh(double x) {
        double twice = 2 * Math.abs(x);
        if (twice >= 1) {
            return Math.copySign(1 - 2 / (1 + exp(twice)), x);
        }
        double e = expm1(twice);
        return Math.copySign(perTwoMore(e), x);
    }

    /**
     * e / (2 + e), corrected by the remainder of the division and by what 2 + e lost: it would add half a
     * unit each.
     */
    private static double perTwoMore(double e) {
        double d = 2 + e;
        double quotient = e / d;
        double remainder = Math.fma(-quotient, d, e) - quotient * (e - (d - 2));
        return quotient + remainder / d;
    }

    /** Logistic function 1 / (1 + e^-x), with full relative precision where it is small. */
    public static double sigmoid(double x) {
        if (x >= 0) {
            return 1 / (1 + exp(-x));
        }
        double e = exp(x);
        return e / (1 + e);
    }

    /**
     * x^y for x of at least 0: 1 if x is 1 or y is 0; NaN for negative x. Zero and infinity are taken to
     * their limits.
     */
    public static double pow(double x, double y) {
        if (x == 1 || y == 0) {
            return 1;
        }
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return exp(y * logOfLimit(x));
        }
        double normal = normal(x);
        long exponent = exponent(normal);
        return pow((double) (exponent - subnormalShift(x)), fraction(normal, exponent), y);
    }

    /**
     * (2^k (1 + f))^y: the logarithm is carried as the sum of two numbers, since its error is multiplied by
     * y.
     */
    private static double pow(double k, double f, double y) {
        double d = 2 + f;
        double s = f / d;
        double sLow = (Math.fma(-s, d, f) - s * (f - (d - 2))) / d;
        double main = k * LN_2_HIGH;
        double sum = main + 2 * s;
        double lost = k == 0 ? 0 : 2 * s - (sum - main);
        double rest = Math.fma(k, LN_2_LOW, Math.fma(s, atanhTail(s * s), 2 * sLow)) + lost;
        double high = sum + rest;
        double low = rest - (high - sum);
        double product = y * high;
        double result = exp(product);
        if (result == 0 || !(result < Double.POSITIVE_INFINITY)) {
            return result;
        }
        return Math.fma(result, Math.fma(y, high, -product) + y * low, result);
    }

    /** Whole number nearest to x / ln 2, for |x| below 2^50. */
    private static double turns(double x) {
        return Math.fma(x, PER_LN_2, WHOLE) - WHOLE;
    }

    /** x - turns ln 2; the product with the high part of ln 2 is exact. */
    private static double remainder(double x, double turns) {
        return Math.fma(-turns, LN_2_LOW, Math.fma(-turns, LN_2_HIGH, x));
    }

    /** e^r - 1 for |r| up to ln(2) / 2; odd and even terms side by side wait half as long for each other. */
    private static double smallExpm1(double r) {
        double square = r * r;
        double odd = Math.fma(0x1.af6be8722afb2p-26, square, 0x1.71ddf02075bcdp-19);
        odd = Math.fma(odd, square, 0x1.a01a01b37e5ecp-13);
        odd = Math.fma(odd, square, 0x1.111111110ec5dp-7);
        odd = Math.fma(odd, square, 0x1.555555555555bp-3);
        double even = Math.fma(0x1.1e3d1ef7b7d4ap-29, square, 0x1.27e5b4502b29ep-22);
        even = Math.fma(even, square, 0x1.a01a01368a6cdp-16);
        even = Math.fma(even, square, 0x1.6c16c16c3049ep-10);
        even = Math.fma(even, square, 0x1.5555555555503p-5);
        even = Math.fma(even, square, 0.5);
        return Math.fma(Math.fma(odd, r, even), square, r);
    }

    /** 2 atanh(s) / s - 2 with z = s^2, for |s| up to 3 - sqrt(8). */
    private static double atanhTail(double z) {
        double square = z * z;
        double odd = Math.fma(0x1.39a1e7d96e3a0p-3, square, 0x1.c71c5212fc946p-3);
        odd = Math.fma(odd, square, 0x1.999999997feaap-2);
        double even = Math.fma(0x1.2f03b726e5dcfp-3, square, 0x1.74663d0cdc48fp-3);
        even = Math.fma(even, square, 0x1.24924941e48bep-2);
        even = Math.fma(even, square, 0x1.5555555555592p-1);
        return Math.fma(odd, z, even) * z;
    }

    private static double powerOfTwo(int exponent) {
        return Double.longBitsToDouble((exponent + 1023L) << 52);
    }

    /** x itself, or 2^54 x if x is too small to have all its digits. */
    private static double normal(double x) {
        return x < Double.MIN_NORMAL ? x * 0x1p54 : x;
    }

    private static int subnormalShift(double x) {
        return x < Double.MIN_NORMAL ? 54 : 0;
    }

    /** Exponent e of a normal number m 2^e with m in [sqrt(1/2), sqrt(2)). */
    private static long exponent(double x) {
        return (Double.doubleToRawLongBits(x) - SQRT_HALF_BITS) >> 52;
    }

    /** The m of {@link #exponent}, less one; exact. */
    private static double fraction(double x, long exponent) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) - (exponent << 52)) - 1;
    }

    private static double logOfLimit(double x) {
        if (x == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return x > 0 ? x : Double.NaN;
    }
}
