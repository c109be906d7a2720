package org.ohmgrad.tile;

/** The rounding that both converters do. */
final class Quantiser {
    private static final float SHIFT = 0x1.8p23f;

    private Quantiser() {}

    /** Rounds in place to multiples of range/(2^(bits-1) - 1), half to even, then clips; returns the number clipped. */
    static long quantise(float[] values, int bits, float range) {
        float top = (1 << (bits - 1)) - 1;
        float codesPerUnit = top / range;
        float step = range / top;
        int clipped = 0;
        for (int k = 0; k < values.length; k++) {
            float scaled = values[k] * codesPerUnit;
            // Comparisons, not Math.min and Math.max, whose care for NaN and -0 costs most of this loop.
            float bounded = scaled > top + 1 ? top + 1 : scaled < -top - 1 ? -top - 1 : scaled;
            float code = (bounded + SHIFT) - SHIFT;
            float kept = code > top ? top : code < -top ? -top : code;
            clipped += kept == code ? 0 : 1;
            values[k] = kept * step;
        }
        return clipped;
    }
}
