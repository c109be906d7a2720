package org.ohmgrad.training.optimizer;

import java.util.function.Supplier;

/**
 * Turns a gradient into the change that is wanted of the weights. It runs in digital logic beside the chip and keeps
 * its state in digital memory.
 */
public sealed interface Optimizer permits Sgd, Momentum, Adagrad, Rmsprop, Adam, Adamw {
    /** Numbers kept for each weight. Without any, a gradient of 0 must be a change of 0: its step may be left out. */
    int memories();

    /**
     * One step.
     *
     * @param gradient on entry the gradient, on return the wanted change
     * @param count numbers of the gradient; what stands behind them in the array is left as it is
     * @param memory {@link #memories()} arrays of that many numbers, zero before the first step; modified
     * @param weights the weights now, asked for only by optimizers that need them
     * @param rate learning rate
     * @param update number of this update, from 1
     */
    void step(float[] gradient, int count, float[][] memory, Supplier<float[]> weights, double rate, long update);

    /** Whether a step asks for the weights. */
    default boolean asksForWeights() {
        return false;
    }
}
