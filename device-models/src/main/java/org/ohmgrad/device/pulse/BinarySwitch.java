package org.ohmgrad.device.pulse;

import java.util.Optional;
import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.settings.Check;

/**
 * A cell of two states, such as a magnetic tunnel junction (MTJ): a pulse takes it to gMax or to gMin with some
 * probability, and else leaves it as it is. The outcome is the same function of z in every cell: it switches if the
 * normal law's cumulative probability at z is below the probability of switching, so that z = 0 gives the likelier
 * outcome; the mean over z is the mean law. Cells are to be of 1 bit, and of devices without programming noise: a write
 * finds no conductance between the two.
 *
 * @param up probability that a pulse up switches a cell at gMin
 * @param down probability that a pulse down switches a cell at gMax
 */
public record BinarySwitch(double up, double down) implements PulseResponse {
    private static final double[] TAIL = {0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429};

    /** Refuses numbers that are no probabilities. */
    public BinarySwitch {
        Check.that().inRange("up", up, 0, 1).inRange("down", down, 0, 1).holds();
    }

    @Override
    public PulseLaw law(double gMin, double gMax) {
        return new Law(up, down);
    }

    /** Cumulative probability of the standard normal law, to 7.5e-8 (Abramowitz and Stegun, 26.2.17). */
    static double cumulative(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double sum = 0;
        for (int k = TAIL.length - 1; k >= 0; k--) {
            sum = (sum + TAIL[k]) * t;
        }
        double tail = sum * Elementary.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return z < 0 ? tail : 1 - tail;
    }

    private record Law(double up, double down) implements PulseLaw {
        @Override
        public double step(double state, boolean isUp) {
            return isUp ? up * (1 - state) : -down * state;
        }

        @Override
        public Optional<ConductanceLevels> levels() {
            return Optional.of(ConductanceLevels.ofBits(1));
        }

        @Override
        public double settled(double state) {
            return state < 0.5 ? 0 : 1;
        }

        @Override
        public double spread(double step) {
            return 0;
        }

        @Override
        public double after(double state, boolean isUp, double factor, double z) {
            double probability = Math.min(1, factor * (isUp ? up : down));
            return switched(state, isUp, probability, z);
        }

        /** A train switches unless every one of its pulses fails to. */
        @Override
        public double afterTrain(double state, int pulses, double factor, double z) {
            double single = Math.min(1, factor * (pulses > 0 ? up : down));
            double probability = 1 - Elementary.pow(1 - single, Math.abs(pulses));
            return switched(state, pulses > 0, probability, z);
        }

        private static double switched(double state, boolean isUp, double probability, double z) {
            boolean switches = cumulative(z) < probability;
            return switches ? (isUp ? 1 : 0) : state;
        }
    }
}
