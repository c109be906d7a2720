package org.ohmgrad.device;

import org.ohmgrad.device.pulse.CellTraits;
import org.ohmgrad.device.pulse.PulseLaw;

/** Fires trains of pulses, as long as the mean law of a mean cell advises for a target. */
final class PulseGenerator {
    private final PulseLaw law;
    private final CellTraits mean;

    /**
     * @param device has a law of pulses
     */
    PulseGenerator(DeviceModel device) {
        law = device.pulseLaw()
                .orElseThrow(() -> new IllegalArgumentException("the device has no law of pulses: set pulses"));
        mean = new CellTraits(device.gMin(), device.gMax(), 1, 1);
    }

    /**
     * How many pulses bring a mean cell nearest to a target.
     *
     * @param siemens conductance now
     * @param target siemens
     * @param most longest train
     * @return pulses up, or down if negative; 0 if any pulse would lead away
     */
    int toward(double siemens, double target, int most) {
        boolean isUp = siemens < target;
        double wanted = mean.state(target);
        double state = mean.state(siemens);
        int count = 0;
        while (count < most) {
            double next = PulseLaw.held(state + law.step(state, isUp));
            if (!(Math.abs(wanted - next) < Math.abs(wanted - state))) {
                break;
            }
            state = next;
            count++;
        }
        return isUp ? count : -count;
    }

    /**
     * Fires a train at a cell.
     *
     * @param pulses pulses up, or down if negative
     * @param life how many of them move the cell
     * @param z standard normal of this train
     * @return conductance after it, siemens
     */
    double fire(CellTraits cell, double siemens, int pulses, int life, double z) {
        int moving = Math.min(Math.abs(pulses), life);
        if (moving <= 0) {
            return siemens;
        }
        return moving == 1
                ? cell.after(law, siemens, pulses > 0, z)
                : cell.afterTrain(law, siemens, pulses > 0 ? moving : -moving, z);
    }
}
