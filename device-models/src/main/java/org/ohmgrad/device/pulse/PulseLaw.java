package org.ohmgrad.device.pulse;

import java.util.Optional;
import org.ohmgrad.device.law.ConductanceLevels;

/**
 * What one pulse does to a cell. States are shares of the cell's own range of conductance, 0 at its lowest and 1 at its
 * highest, so that one law serves all cells; {@link CellTraits} translates to siemens. Laws are pure and thread safe.
 */
public interface PulseLaw {
    /**
     * Mean change of a mean cell's state by one pulse, before it is held within the range.
     *
     * @param state in [0, 1]
     * @param up whether the pulse raises the conductance
     * @return at least 0 if up, at most 0 if down
     */
    double step(double state, boolean up);

    /**
     * Standard deviation, cycle to cycle, of a step.
     *
     * @param step mean step of the cell, as a share of the range
     * @return share of the range
     */
    double spread(double step);

    /** The law in short if steps are the same in every state; else empty. */
    default Optional<EvenPulses> even() {
        return Optional.empty();
    }

    /** The only levels that cells can take; empty if they take any. */
    default Optional<ConductanceLevels> levels() {
        return Optional.empty();
    }

    /** The state that a cell can be in nearest to another, which may lie beyond the range. */
    default double settled(double state) {
        return held(state);
    }

    /** Mean size of a step of a mean cell halfway through its range, both directions together, as a share of the range. */
    default double meanStep() {
        return (step(0.5, true) - step(0.5, false)) / 2;
    }

    /**
     * State after one pulse.
     *
     * @param state before it, in [0, 1]
     * @param up whether the pulse raises the conductance
     * @param factor how much larger this cell's steps are than those of a mean cell
     * @param z standard normal of this pulse; 0 gives the mean law
     * @return in [0, 1]
     */
    default double after(double state, boolean up, double factor, double z) {
        double step = factor * step(state, up);
        return held(state + step + spread(step) * z);
    }

    /**
     * State after a train of pulses in one draw: the mean law pulse by pulse, and a deviation that grows with the square
     * root of their number.
     *
     * @param state before it, in [0, 1]
     * @param pulses pulses up, or down if negative
     * @param factor how much larger this cell's steps are than those of a mean cell
     * @param z standard normal of this train
     * @return in [0, 1]
     */
    default double afterTrain(double state, int pulses, double factor, double z) {
        int count = Math.abs(pulses);
        double mean = state;
        for (int pulse = 0; pulse < count; pulse++) {
            mean = held(mean + factor * step(mean, pulses > 0));
        }
        return count == 0 ? state : held(mean + spread((mean - state) / count) * Math.sqrt(count) * z);
    }

    /** The nearest state in [0, 1]. Comparisons are several times faster here than Math.min and Math.max. */
    static double held(double state) {
        return state > 0 ? (state < 1 ? state : 1) : 0;
    }
}
