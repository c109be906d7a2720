package org.ohmgrad.network;

import org.ohmgrad.linalg.KernelChoice;

/** The rectified unit. All implementations give the same bits and are thread safe. */
interface Rectifier {
    /** The fastest implementation that this Java machine can run. */
    Rectifier BEST = KernelChoice.best(Rectifier.class, new PlainRectifier());

    /** z[from ... to - 1]: what is below zero becomes zero. */
    void apply(float[] z, int from, int to);

    /** error[from ... to - 1] becomes zero where the output a is not above zero. */
    void back(float[] a, float[] error, int from, int to);
}
