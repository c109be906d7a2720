package org.ohmgrad.training.update;

import org.ohmgrad.linalg.KernelChoice;

/** Counts the slots in which a row and columns fire together. All implementations give the same and are thread safe. */
interface Coincidences {
    /** The fastest implementation that this Java machine can run. */
    Coincidences BEST = KernelChoice.best(Coincidences.class, new PlainCoincidences());

    /**
     * pulses[k] = sign signs[k] times the number of bits that row and columns[k] share.
     *
     * @param row stream of the row
     * @param sign 1 or -1
     * @param columns streams of the columns; not modified
     * @param signs 1 or -1 a column; not modified
     * @param pulses its first count elements are overwritten
     * @param count number of columns
     * @return how many elements are not zero in the upper half, the sum of their magnitudes in the lower
     */
    long count(int row, int sign, int[] columns, int[] signs, int[] pulses, int count);
}
