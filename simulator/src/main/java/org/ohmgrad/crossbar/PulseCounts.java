package org.ohmgrad.crossbar;

/**
 * How many pulses up and down a row of cells may expect, for trains that are drawn at once: means and variances, one element a
 * cell each.
 *
 * @param up mean number of pulses up
 * @param down mean number of pulses down
 * @param upVariance variance of the number of pulses up
 * @param downVariance variance of the number of pulses down
 */
public record PulseCounts(float[] up, float[] down, float[] upVariance, float[] downVariance) {
    /** Room for a row. */
    public static PulseCounts roomFor(int cells) {
        return new PulseCounts(new float[cells], new float[cells], new float[cells], new float[cells]);
    }

    /** The same pulses fired the other way. */
    PulseCounts reversed() {
        return new PulseCounts(down, up, downVariance, upVariance);
    }
}
