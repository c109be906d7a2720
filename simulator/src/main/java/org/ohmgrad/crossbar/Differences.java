package org.ohmgrad.crossbar;

import org.ohmgrad.linalg.KernelChoice;

/** Finds where two stretches of numbers differ. All implementations find the same and are thread safe. */
interface Differences {
    /** The fastest implementation that this Java machine can run. */
    Differences BEST = KernelChoice.best(Differences.class, new PlainDifferences());

    /**
     * The first element from k on, below count, at which wanted[k] is not equal to old[from + k]; count if there is none.
     * What is not a number is equal to nothing.
     */
    int next(float[] wanted, float[] old, int from, int k, int count);

    /** How many elements of wanted[0 ... count - 1] are not equal to theirs of old. */
    int count(float[] wanted, float[] old, int from, int count);
}
