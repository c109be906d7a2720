package org.ohmgrad.crossbar.plane;

import org.ohmgrad.device.law.TelegraphNoise;
import org.ohmgrad.random.Draws;
import org.ohmgrad.state.Archive;

/**
 * In which of its two states every cell of a plane is, and since when that is known. States are drawn by (time, cell) and held in
 * between, so their law is exact at the times at which they are drawn.
 */
final class TelegraphStates {
    private static final int CHUNK = 4096;

    private final TelegraphNoise noise;
    private final Draws draws;
    private final boolean[] high;
    private double drawnAt;

    /**
     * Cells as the chip is switched on: each state as likely as it is in the long run.
     *
     * @param cells number of cells; 0 if none fluctuates
     * @param draws stream of the states; step = bits of the time, index = cell
     */
    TelegraphStates(TelegraphNoise noise, int cells, Draws draws) {
        this.noise = noise;
        this.draws = draws;
        high = new boolean[cells];
        draw(0, noise.high(), noise.high());
    }

    /** Whether a cell is in its high state. */
    boolean isHigh(int cell) {
        return high[cell];
    }

    /**
     * Lets the cells go on to a time, unless it has passed too little for many to change.
     *
     * @param clock chip time, seconds
     * @return whether states were drawn anew
     */
    boolean refresh(double clock) {
        double passed = clock - drawnAt;
        boolean due = high.length > 0 && passed > noise.steadySeconds();
        if (due) {
            draw(clock, noise.high(true, passed), noise.high(false, passed));
        }
        return due;
    }

    private void draw(double clock, double ifHigh, double ifLow) {
        float[] uniforms = new float[Math.min(CHUNK, high.length)];
        for (int start = 0; start < high.length; start += CHUNK) {
            int count = Math.min(CHUNK, high.length - start);
            draws.uniforms(Double.doubleToLongBits(clock), start, uniforms, 0, count);
            for (int k = 0; k < count; k++) {
                high[start + k] = uniforms[k] < (high[start + k] ? ifHigh : ifLow);
            }
        }
        drawnAt = clock;
    }

    /** Keeps the states. */
    void keep(Archive archive) {
        archive.keep(high);
        drawnAt = archive.keep(drawnAt);
    }
}
