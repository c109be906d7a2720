package org.ohmgrad.fit;

import org.ohmgrad.device.pulse.PulseLaw;

/**
 * The mean way of a train: states, shares of the range, after 0, 1, 2, ... pulses from its start.
 */
final class Course {
    private final double[] states;

    Course(double[] states) {
        this.states = states;
    }

    double[] states() {
        return states;
    }

    private static final double NEAR = 1e-4;

    /**
     * @param law what a pulse does
     * @param up whether the train goes up, from state 0, or down, from 1
     * @param pulses its length
     * @param factor how much larger steps are than a mean cell's
     */
    static Course of(PulseLaw law, boolean up, int pulses, double factor) {
        return of(law, up, up ? 0 : 1, pulses, factor);
    }

    /** The same from another state on. */
    static Course of(PulseLaw law, boolean up, double start, int pulses, double factor) {
        double[] states = new double[pulses + 1];
        states[0] = start;
        for (int k = 0; k < pulses; k++) {
            states[k + 1] = PulseLaw.held(states[k] + factor * law.step(states[k], up));
        }
        return new Course(states);
    }

    /** What is left after the next pulse of a small deviation from each state. */
    double[] keeps(PulseLaw law, boolean up) {
        double[] kept = new double[states.length];
        for (int k = 0; k < kept.length; k++) {
            double above = Math.min(1, states[k] + NEAR);
            double below = Math.max(0, states[k] - NEAR);
            double slope = (law.step(above, up) - law.step(below, up)) / (above - below);
            kept[k] = Math.min(2, Math.max(0, 1 + slope));
        }
        return kept;
    }

    /** Variance of the next pulse after each state. */
    double[] variances(PulseLaw law, boolean up) {
        double[] variances = new double[states.length];
        for (int k = 0; k < variances.length; k++) {
            double spread = law.spread(law.step(states[k], up));
            variances[k] = spread * spread;
        }
        return variances;
    }
}
