package org.ohmgrad.training.optimizer;

import java.util.function.Supplier;

/**
 * Turns a gradient into the change that is wanted of the weights. It runs in digital logic beside the chip and keeps
 * its state in digital memory.
 */
public sealed interface Optimizer permits Sgd, Momentum, Adagrad, Rmsprop, Adam, Adamw {
    /** Numbers kept for each weight. */
    int memories();

    /**
     * One step.
     *
     * @param gradient on entry the gradient, on return the wanted change
     * @param memory {@link #memories()} arrays as long as the gradient, zero before the first step; modified
     * @param weights the weights now, asked for only by optimizers that need them
     * @param rate learning rate
     * @param update number of this update, from 1
     */
    void step(float[] gradient, float[][] memory, Supplier<float[]> weights, double rate, long update);

    /** Whether a step asks for the weights. */
    default boolean asksForWeights() {
        return false;
    }
}
