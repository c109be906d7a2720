package org.ohmgrad.state;

/**
 * Where an object's state goes to, or comes from. An object visits what it holds in one written order, in one method for both
 * ways, so that writing and reading cannot disagree:
 *
 * <pre>
 * void keep(Archive archive) {
 *     seconds = archive.keep(seconds);
 *     archive.keep(conductances);
 * }
 * </pre>
 *
 * <p>An archive that writes returns every value as it is; one that reads returns the value kept, and fills arrays in place.
 * What is read must be as it was when its kind was written: made by the same constructor from the same settings. What need not
 * be kept is marked {@link NotKept}.
 */
public interface Archive {
    /** Keeps a whole number. */
    long keep(long value);

    /** Keeps a whole number. */
    int keep(int value);

    /** Keeps a number, bit for bit. */
    double keep(double value);

    /** Keeps a flag. */
    boolean keep(boolean value);

    /** Keeps a text. */
    String keep(String value);

    /** Keeps numbers, bit for bit; overwritten in place when they are read, and as many as were written. */
    void keep(float[] values);

    /** Keeps numbers, bit for bit; overwritten in place when they are read, and as many as were written. */
    void keep(double[] values);

    /** Keeps whole numbers; overwritten in place when they are read, and as many as were written. */
    void keep(int[] values);

    /** Keeps whole numbers; overwritten in place when they are read, and as many as were written. */
    void keep(long[] values);

    /** Keeps flags, 64 in a whole number; overwritten in place when they are read, and as many as were written. */
    default void keep(boolean[] flags) {
        long[] words = new long[(flags.length + Long.SIZE - 1) / Long.SIZE];
        for (int k = 0; k < flags.length; k++) {
            words[k / Long.SIZE] |= flags[k] ? 1L << k : 0;
        }
        keep(words);
        for (int k = 0; k < flags.length; k++) {
            flags[k] = (words[k / Long.SIZE] >>> k & 1) != 0;
        }
    }

    /** Keeps rows of numbers, each like {@link #keep(float[])}. */
    default void keep(float[][] rows) {
        for (float[] row : rows) {
            keep(row);
        }
    }
}
