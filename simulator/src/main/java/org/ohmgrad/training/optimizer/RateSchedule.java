package org.ohmgrad.training.optimizer;

/** How the learning rate changes from epoch to epoch. */
public sealed interface RateSchedule permits ConstantRateSchedule, StepsRateSchedule {
    /**
     * Learning rate of an epoch.
     *
     * @param first learning rate of the first epoch
     * @param epoch number of the epoch in the run, from 0
     */
    double rate(double first, long epoch);
}
