package org.ohmgrad.crossbar.plane;

import org.ohmgrad.linalg.KernelChoice;

/** The loops of pulses: those that move cells are for steps that do not depend on the state. All implementations give the same bits and are thread safe. */
interface PulseLoops {
    /** The fastest implementation that this Java machine can run. */
    PulseLoops BEST = KernelChoice.best(PulseLoops.class, new PlainPulseLoops());

    /**
     * Fires a train at each cell of a stretch: n pulses move it by n steps, and by a deviation of the root of n times that of
     * one, and is then held within its own range. A cell without pulses stays as it is.
     *
     * @param siemens conductances of the plane; cells at ... at + count - 1 are modified
     * @param pulses pulses[k] up, or down if negative, at cell at + k; not modified
     * @param z one standard normal for each cell; not modified
     * @param own what the cells of the plane are like
     */
    void fire(float[] siemens, int at, int[] pulses, float[] z, int count, EvenSteps own);

    /**
     * Moves each cell of a stretch, within its own range, by what so many pulses may be expected to do.
     *
     * @param siemens conductances of the plane; cells at ... at + count - 1 are modified
     * @param counts means and variances of the pulses of each cell of the stretch
     * @param z one standard normal for each cell
     * @param own what the cells of the plane are like
     */
    void move(float[] siemens, int at, PulseCounts counts, float[] z, int count, EvenSteps own);

    /**
     * Counts what each cell of a stretch has taken.
     *
     * @param taken cells at ... at + count - 1 grow by their pulses
     * @param pulses pulses[k] up, or down if negative, at cell at + k; not modified
     * @return pulses in all
     */
    int count(int[] taken, int at, int[] pulses, int count);
}
