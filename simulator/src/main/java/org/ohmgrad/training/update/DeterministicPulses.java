package org.ohmgrad.training.update;

/**
 * As many pulses as come nearest to the wanted change by the law's mean step: a change of less than half a step is lost.
 * Deterministic for the law of mean steps; the steps themselves spread.
 */
public record DeterministicPulses() implements CountedScheme {
    @Override
    public int memories() {
        return 0;
    }

    @Override
    public void count(float[] wanted, int[] pulses, int count, float[][] memory, int from) {
        for (int k = 0; k < count; k++) {
            pulses[k] = CountedScheme.bounded(Math.rint(wanted[k]));
        }
    }
}
