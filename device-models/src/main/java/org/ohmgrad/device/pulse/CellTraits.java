package org.ohmgrad.device.pulse;

/**
 * What one cell is like under pulses.
 *
 * @param low its lowest conductance, siemens
 * @param high its highest conductance, siemens
 * @param up its steps up relative to a mean cell's
 * @param down its steps down relative to a mean cell's
 */
public record CellTraits(double low, double high, double up, double down) {
    /**
     * Conductance after one pulse.
     *
     * @param law what a pulse does
     * @param siemens conductance before; taken as the nearest one of the cell's range
     * @param isUp whether the pulse raises it
     * @param z standard normal of this pulse; 0 gives the mean law
     * @return siemens, within the cell's range
     */
    public double after(PulseLaw law, double siemens, boolean isUp, double z) {
        return conductance(law.after(state(siemens), isUp, isUp ? up : down, z));
    }

    /**
     * Conductance after a train of pulses, in one draw.
     *
     * @param law what a pulse does
     * @param siemens conductance before; taken as the nearest one of the cell's range
     * @param pulses pulses up, or down if negative
     * @param z standard normal of this train
     * @return siemens, within the cell's range
     */
    public double afterTrain(PulseLaw law, double siemens, int pulses, double z) {
        return conductance(law.afterTrain(state(siemens), pulses, pulses > 0 ? up : down, z));
    }

    /** Share of the cell's range at a conductance (siemens), in [0, 1]. */
    public double state(double siemens) {
        return high > low ? PulseLaw.held((siemens - low) / (high - low)) : 0;
    }

    /** Conductance at a share of the cell's range, siemens. */
    public double conductance(double state) {
        return state < 1 ? low + state * (high - low) : high;
    }
}
