package org.ohmgrad.tile.converter;

/** The periphery in plain loops. */
final class PlainPeriphery implements Periphery {
    /** What is added to a small number and subtracted again leaves the nearest whole number, half to even. */
    static final float SHIFT = 0x1.8p23f;

    @Override
    public long quantise(float[] values, int bits, float range) {
        return quantise(values, 0, bits, range);
    }

    /** The same for the values from an index on. */
    static long quantise(float[] values, int from, int bits, float range) {
        float top = top(bits);
        float codesPerUnit = top / range;
        float step = range / top;
        int clipped = 0;
        for (int k = from; k < values.length; k++) {
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

    /** Largest code of a converter. */
    static float top(int bits) {
        return (1 << (bits - 1)) - 1;
    }

    @Override
    public float largestMagnitude(float[] x, int from, int count) {
        return largest(0, x, from, count);
    }

    /** The largest of a number and a stretch's magnitudes. */
    static float largest(float start, float[] x, int from, int count) {
        float largest = start;
        for (int k = from; k < from + count; k++) {
            float size = Math.abs(x[k]);
            largest = size > largest ? size : largest;
        }
        return largest;
    }

    @Override
    public void add(float[] x, int xFrom, float[] y, int yFrom, int count) {
        for (int i = 0; i < count; i++) {
            y[yFrom + i] += x[xFrom + i];
        }
    }
}
