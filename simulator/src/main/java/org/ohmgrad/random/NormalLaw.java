package org.ohmgrad.random;

/**
 * Standard normals from random words by the transform of Box and Muller, in single precision.
 *
 * <p>Source: G. E. P. Box, M. E. Muller, "A note on the generation of random normal deviates", Annals of
 * Mathematical Statistics 29 (1958). Only additions, products, fused multiply-adds, square roots, integer
 * operations and conversions from int are used, without branches, so that scalar and vector code give the
 * same bits on every machine. The polynomials were fitted to the least largest error: the logarithm's is
 * below 6e-9 relative, those of sine and cosine below 4e-9.
 *
 * <p>The first word gives the radius: at most 6.66 standard deviations, at a probability of 2^-32.
 */
final class NormalLaw {
    static final float LN_2 = 0x1.62e43p-1f;
    static final int SQRT_HALF_BITS = 0x3f3504f3;
    static final float RADIANS = 0x1.921fb6p-30f;
    static final int EIGHTH_TURN = 1 << 29;

    // Coefficients of ln(1 + f), sin(t) and cos(t), by the power they belong to.
    static final float LN_3 = 0.3333333f;
    static final float LN_4 = -0.2500082f;
    static final float LN_5 = 0.20001227f;
    static final float LN_6 = -0.16623358f;
    static final float LN_7 = 0.1420176f;
    static final float LN_8 = -0.13160181f;
    static final float LN_9 = 0.12761565f;
    static final float LN_10 = -0.07634486f;
    static final float SIN_3 = -0.16666655f;
    static final float SIN_5 = 0.00833216f;
    static final float SIN_7 = -1.951525e-4f;
    static final float COS_2 = -0.5f;
    static final float COS_4 = 0.041666653f;
    static final float COS_6 = -0.0013887654f;
    static final float COS_8 = 2.4463803e-5f;

    private NormalLaw() {}

    /** Number in [0, 1) from the upper 24 bits of a word; exact. */
    static float uniform(int word) {
        return (float) (word >>> 8) * 0x1p-24f;
    }

    /** Number in (0, 1] from a word: the midpoints of 2^31 cells, rounded to single precision. */
    static float openUniform(int word) {
        return Math.fma((float) (word >>> 1), 0x1p-31f, 0x1p-32f);
    }

    /** Exponent e of a positive normal u = m 2^e with m in [sqrt(1/2), sqrt(2)). */
    static int exponent(float u) {
        return (Float.floatToRawIntBits(u) - SQRT_HALF_BITS) >> 23;
    }

    /** The m of {@link #exponent}, less one; exact. */
    static float fraction(float u, int exponent) {
        return Float.intBitsToFloat(Float.floatToRawIntBits(u) - (exponent << 23)) - 1;
    }

    /** sqrt(-2 ln((1 + f) 2^exponent)). */
    static float radius(int exponent, float f) {
        return (float) Math.sqrt(-2 * ln(exponent, f));
    }

    private static float ln(int exponent, float f) {
        float p = Math.fma(LN_10, f, LN_9);
        p = Math.fma(p, f, LN_8);
        p = Math.fma(p, f, LN_7);
        p = Math.fma(p, f, LN_6);
        p = Math.fma(p, f, LN_5);
        p = Math.fma(p, f, LN_4);
        p = Math.fma(p, f, LN_3);
        float square = f * f;
        float series = Math.fma(p * f, square, Math.fma(-0.5f, square, f));
        return Math.fma((float) exponent, LN_2, series);
    }

    /** Quarter turns nearest to the angle that a word stands for; only the last two bits count. */
    static int quarters(int word) {
        return (word + EIGHTH_TURN) >>> 30;
    }

    /** What the angle has beyond its {@link #quarters}, in [-pi/4, pi/4) radian. */
    static float remainder(int word, int quarters) {
        return (float) (word - (quarters << 30)) * RADIANS;
    }

    /** Sine for |t| up to pi/4. */
    private static float sine(float t) {
        float square = t * t;
        float p = Math.fma(SIN_7, square, SIN_5);
        p = Math.fma(p, square, SIN_3);
        return Math.fma(p * square, t, t);
    }

    /** Cosine for |t| up to pi/4. */
    private static float cosine(float t) {
        float square = t * t;
        float p = Math.fma(COS_8, square, COS_6);
        p = Math.fma(p, square, COS_4);
        p = Math.fma(p, square, COS_2);
        return Math.fma(p, square, 1);
    }

    /**
     * radius cos(quarters pi / 2 + t): the cosine and sine of quarter turns are 1, 0 or -1, so this is exact.
     */
    static float x(float radius, int quarters, float t) {
        return radius * (quarterCosine(quarters) * cosine(t) - quarterSine(quarters) * sine(t));
    }

    /** radius sin(quarters pi / 2 + t). */
    static float y(float radius, int quarters, float t) {
        return radius * (quarterCosine(quarters) * sine(t) + quarterSine(quarters) * cosine(t));
    }

    private static float quarterCosine(int quarters) {
        return (float) ((1 - (quarters & 1)) * (1 - (quarters & 2)));
    }

    private static float quarterSine(int quarters) {
        return (float) ((quarters & 1) * (1 - (quarters & 2)));
    }
}
