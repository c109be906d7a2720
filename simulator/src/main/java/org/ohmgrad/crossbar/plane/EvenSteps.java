package org.ohmgrad.crossbar.plane;

import org.ohmgrad.state.Settled;

/** What cells of even steps are like, in siemens, one element a cell each. The arrays are live. */
final class EvenSteps {
    @Settled
    private final float[] low;

    @Settled
    private final float[] high;

    @Settled
    private final float[] up;

    @Settled
    private final float[] down;

    private final float ofStep;
    private final float ofRange;

    /**
     * @param cells number of cells
     * @param ofStep standard deviation of a step as a share of itself
     * @param ofRange standard deviation of a step as a share of the cell's range, in addition
     */
    EvenSteps(int cells, float ofStep, float ofRange) {
        low = new float[cells];
        high = new float[cells];
        up = new float[cells];
        down = new float[cells];
        this.ofStep = ofStep;
        this.ofRange = ofRange;
    }

    /** Lowest conductance. */
    float[] low() {
        return low;
    }

    /** Highest conductance. */
    float[] high() {
        return high;
    }

    /** Mean step up, at least 0. */
    float[] up() {
        return up;
    }

    /** Size of the mean step down, at least 0. */
    float[] down() {
        return down;
    }

    /** Standard deviation of a step as a share of itself. */
    float ofStep() {
        return ofStep;
    }

    /** Standard deviation of a step as a share of the cell's range, in addition. */
    float ofRange() {
        return ofRange;
    }
}
