package org.ohmgrad.training.optimizer;

/** The learning rate stays as it is. */
public record ConstantRateSchedule() implements RateSchedule {
    @Override
    public double rate(double first, long epoch) {
        return first;
    }
}
