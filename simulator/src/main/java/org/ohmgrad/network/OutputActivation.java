package org.ohmgrad.network;

/** Activation of the last layer, or the choice to leave it to the loss. */
public enum OutputActivation {
    /** Softmax for cross-entropy, sigmoid for the other losses. */
    BY_LOSS,
    /** {@link Activation#SIGMOID}. */
    SIGMOID,
    /** {@link Activation#TANH}. */
    TANH,
    /** {@link Activation#RELU}. */
    RELU,
    /** {@link Activation#HARD_SIGMOID}. */
    HARD_SIGMOID,
    /** {@link Activation#IDENTITY}. */
    IDENTITY,
    /** {@link Activation#SOFTMAX}. */
    SOFTMAX;

    /** The activation that this choice means under a loss. */
    public Activation under(Loss loss) {
        return this == BY_LOSS ? loss.usualOutput() : Activation.valueOf(name());
    }
}
