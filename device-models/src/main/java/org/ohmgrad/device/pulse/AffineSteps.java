package org.ohmgrad.device.pulse;

import java.util.Optional;

/** Steps that are straight lines over the state, one in each direction. */
final class AffineSteps implements PulseLaw {
    private final Line up;
    private final Line down;
    private final double ofStep;
    private final double ofRange;

    /**
     * A straight line that no state leads below 0.
     *
     * @param atLow size of the step at state 0, share of the range
     * @param atHigh the same at state 1
     */
    record Line(double atLow, double atHigh) {
        double size(double state) {
            double size = atLow + (atHigh - atLow) * state;
            return size > 0 ? size : 0;
        }

        boolean isLevel() {
            return atLow == atHigh;
        }
    }

    /**
     * @param ofStep spread of a step as a share of itself
     * @param ofRange spread of a step as a share of the range, instead
     */
    AffineSteps(Line up, Line down, double ofStep, double ofRange) {
        this.up = up;
        this.down = down;
        this.ofStep = ofStep;
        this.ofRange = ofRange;
    }

    @Override
    public double step(double state, boolean isUp) {
        return isUp ? up.size(state) : -down.size(state);
    }

    @Override
    public double spread(double step) {
        return ofStep * Math.abs(step) + ofRange;
    }

    @Override
    public Optional<EvenPulses> even() {
        boolean even = up.isLevel() && down.isLevel();
        return even ? Optional.of(new EvenPulses(up.atLow(), down.atLow(), ofStep, ofRange)) : Optional.empty();
    }
}
