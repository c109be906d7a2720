package org.ohmgrad.random;

/**
 * When a read happens: it decides which random numbers the read draws.
 *
 * @param phase training, calibration, validation, test or probe
 * @param step training step, or epoch in the other phases
 * @param first position of the batch's first example in its step or data set
 * @param round counts the reads that one matrix takes of the same examples in one step, from 0, where it takes several
 */
public record Occasion(Phase phase, long step, long first, int round) {
    private static final int STEP_BITS = 40;

    /** Refuses rounds below 0, and in later rounds steps that could be taken for those of another one. */
    public Occasion {
        if (round < 0 || (round > 0 && (step < 0 || step >= 1L << STEP_BITS))) {
            throw new IllegalArgumentException(
                    "round must not be negative, and in a round step must lie in [0, 2^" + STEP_BITS + ")");
        }
    }

    /** The only read, or the first of several. */
    public Occasion(Phase phase, long step, long first) {
        this(phase, step, first, 0);
    }

    /** A read of the examples from {@code first} on, otherwise the same. */
    public Occasion from(long position) {
        return new Occasion(phase, step, position, round);
    }

    /** A read in another round, otherwise the same. */
    public Occasion inRound(int number) {
        return new Occasion(phase, step, first, number);
    }

    /** Where in a stream of random numbers the noise of such reads is drawn: every step and round has its own. */
    public long draw() {
        return step + ((long) round << STEP_BITS);
    }
}
