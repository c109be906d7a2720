package org.ohmgrad.network;

/** Activation of one layer, or the choice to leave it to the network. */
public enum LayerActivation {
    /** The network's. */
    BY_NETWORK,
    /** {@link Activation#SIGMOID}. */
    SIGMOID,
    /** {@link Activation#TANH}. */
    TANH,
    /** {@link Activation#RELU}. */
    RELU,
    /** {@link Activation#HARD_SIGMOID}. */
    HARD_SIGMOID,
    /** {@link Activation#IDENTITY}. */
    IDENTITY;

    /** The activation that this choice means in a network. */
    public Activation or(Activation usual) {
        return this == BY_NETWORK ? usual : Activation.valueOf(name());
    }
}
