package org.ohmgrad.crossbar.plane;

/**
 * How many pulses up and down a row of cells may expect, for trains that are drawn at once: means and variances, one element a
 * cell each. The arrays are live.
 */
public final class PulseCounts {
    private final float[] up;
    private final float[] down;
    private final float[] upVariance;
    private final float[] downVariance;

    private PulseCounts(float[] up, float[] down, float[] upVariance, float[] downVariance) {
        this.up = up;
        this.down = down;
        this.upVariance = upVariance;
        this.downVariance = downVariance;
    }

    /** Room for a row. */
    public static PulseCounts roomFor(int cells) {
        return new PulseCounts(new float[cells], new float[cells], new float[cells], new float[cells]);
    }

    /** Mean number of pulses up. */
    public float[] up() {
        return up;
    }

    /** Mean number of pulses down. */
    public float[] down() {
        return down;
    }

    /** Variance of the number of pulses up. */
    public float[] upVariance() {
        return upVariance;
    }

    /** Variance of the number of pulses down. */
    public float[] downVariance() {
        return downVariance;
    }

    /** The same pulses fired the other way, in the same arrays. */
    public PulseCounts reversed() {
        return new PulseCounts(down, up, downVariance, upVariance);
    }
}
