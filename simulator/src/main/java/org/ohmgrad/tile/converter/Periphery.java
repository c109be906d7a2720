package org.ohmgrad.tile.converter;

import org.ohmgrad.linalg.KernelChoice;

/** The loops of the digital circuits around a crossbar. All implementations give the same bits and are thread safe. */
public interface Periphery {
    /** The fastest implementation that this Java machine can run. */
    Periphery BEST = KernelChoice.best(Periphery.class, new PlainPeriphery());

    /**
     * The rounding that both converters do: to multiples of range/(2<sup>bits-1</sup> - 1), half to even, then clipped.
     *
     * @param values modified; what is not a number stays so
     * @param bits 2 to 16
     * @return how many were clipped, those that are not numbers among them
     */
    long quantise(float[] values, int bits, float range);

    /** Largest magnitude in x[from ... from + count - 1], 0 of an empty stretch; what is not a number is passed over. */
    float largestMagnitude(float[] x, int from, int count);

    /** Adds a stretch of x to one of y: y[yFrom + i] += x[xFrom + i]; modifies y only, which must not be x. */
    void add(float[] x, int xFrom, float[] y, int yFrom, int count);
}
