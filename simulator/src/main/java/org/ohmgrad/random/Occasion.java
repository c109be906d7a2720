package org.ohmgrad.random;

/**
 * When a read happens: it decides which random numbers the read draws.
 *
 * @param phase training, calibration, validation, test or probe
 * @param step training step, or epoch in the other phases
 * @param first position of the batch's first example in its step or data set
 */
public record Occasion(Phase phase, long step, long first) {
    /** A read of the examples from {@code first} on, otherwise the same. */
    public Occasion from(long position) {
        return new Occasion(phase, step, position);
    }
}
