package org.ohmgrad.training.update;

/** Coincidences in plain loops. */
final class PlainCoincidences implements Coincidences {
    @Override
    public long count(int row, int sign, int[] columns, int[] signs, int[] pulses, int count) {
        return count(row, sign, columns, signs, pulses, 0, count);
    }

    /** The same for the columns from one on. */
    static long count(int row, int sign, int[] columns, int[] signs, int[] pulses, int from, int count) {
        int sum = 0;
        int hits = 0;
        for (int k = from; k < count; k++) {
            int both = Integer.bitCount(row & columns[k]);
            pulses[k] = sign * signs[k] * both;
            sum += both;
            hits += (both + 31) >>> 5;
        }
        return ((long) hits << 32) | sum;
    }
}
