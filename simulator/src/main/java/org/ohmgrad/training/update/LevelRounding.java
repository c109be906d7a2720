package org.ohmgrad.training.update;

import org.ohmgrad.linalg.KernelChoice;
import org.ohmgrad.training.update.LevelScheme.Bounds;

/**
 * The loops of updates in cells of evenly spaced levels. Targets are whole numbers of steps; a stretch is
 * targets[from ... from + count - 1], with which element k of the other arrays goes. All implementations give the same
 * bits and are thread safe.
 */
interface LevelRounding {
    /** The fastest implementation that this Java machine can run. */
    LevelRounding BEST = KernelChoice.best(LevelRounding.class, new PlainLevelRounding());

    /** wanted[k] = nearest level to target + wanted[k] within the bounds, half to even. */
    void nearest(float[] targets, int from, float[] wanted, int count, Bounds bounds);

    /** wanted[k] = target + wanted[k] rounded down, or up where u[k] is below its fraction, within the bounds. */
    void stochastic(float[] targets, int from, float[] wanted, float[] u, int count, Bounds bounds);

    /**
     * wanted[k] = nearest level to target + remainder + wanted[k] within the bounds; what is left over becomes the
     * remainder, nothing where the bounds cut.
     *
     * @param remainder of the targets' length, modified in the stretch
     */
    void accumulate(float[] targets, int from, float[] wanted, float[] remainder, int count, Bounds bounds);

    /**
     * How many of steps[0 ... count - 1] are not zero, and how many of these leave next[k] equal to its target all the same.
     *
     * @return the first in the upper half, the second in the lower
     */
    long count(float[] targets, int from, float[] steps, float[] next, int count);
}
