package org.ohmgrad.training.optimizer;

import org.ohmgrad.settings.Check;

/**
 * The learning rate is multiplied by a factor after every so many epochs: with 10 epochs and a factor of 0.5, a rate of 0.01
 * is 0.005 from the eleventh epoch on and 0.0025 from the twenty-first.
 *
 * @param epochs epochs between two changes
 * @param factor what the rate is multiplied by
 */
public record StepsRateSchedule(int epochs, double factor) implements RateSchedule {
    /** Refuses steps of no epochs and factors outside [0.000001, 1000]. */
    public StepsRateSchedule {
        Check.that()
                .inRange("epochs", epochs, 1, 100_000)
                .inRange("factor", factor, 1e-6, 1000)
                .holds();
    }

    @Override
    public double rate(double first, long epoch) {
        double rate = first;
        for (long step = epochs; step <= epoch; step += epochs) {
            rate *= factor;
        }
        return rate;
    }
}
