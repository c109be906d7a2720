package org.ohmgrad.tile.correction;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.state.Archive;

/** What becomes of the current of each line: gain times current plus offset. Immutable. */
public final class LineResponse {
    private static final LineResponse EXACT = new LineResponse(new float[0], new float[0]);

    // Both empty where every line is exact, so that nothing is computed there and every bit stays.
    private final float[] gains;
    private final float[] offsets;

    /**
     * The response of lines.
     *
     * @param gains one a line; kept, and not to be modified
     * @param offsets as many, in units of current; kept, and not to be modified
     */
    public LineResponse(float[] gains, float[] offsets) {
        this.gains = gains;
        this.offsets = offsets;
    }

    /** The response of any number of lines that stay as they are. */
    public static LineResponse exact() {
        return EXACT;
    }

    /** Whether every line stays as it is because nothing is there that could change it. */
    public boolean isExact() {
        return gains.length == 0;
    }

    /** Gain of a line. */
    public double gain(int line) {
        return isExact() ? 1 : gains[line];
    }

    /** Offset of a line, in units of one fully-on input through one fully-on cell. */
    public double offset(int line) {
        return isExact() ? 0 : offsets[line];
    }

    /**
     * Changes currents in place.
     *
     * @param currents reads x lines, overwritten
     */
    public void apply(FMatrixRMaj currents) {
        for (int from = 0; from < currents.data.length; from += currents.numCols) {
            for (int line = 0; line < gains.length; line++) {
                currents.data[from + line] = Math.fma(gains[line], currents.data[from + line], offsets[line]);
            }
        }
    }

    /** What takes this response back; no gain may be zero. */
    public LineResponse inverse() {
        float[] gain = new float[gains.length];
        float[] offset = new float[gains.length];
        for (int line = 0; line < gain.length; line++) {
            gain[line] = 1 / gains[line];
            offset[line] = -offsets[line] / gains[line];
        }
        return new LineResponse(gain, offset);
    }

    /** This response and then another. */
    public LineResponse then(LineResponse next) {
        if (isExact() || next.isExact()) {
            return isExact() ? next : this;
        }
        float[] gain = new float[gains.length];
        float[] offset = new float[gains.length];
        for (int line = 0; line < gain.length; line++) {
            gain[line] = next.gains[line] * gains[line];
            offset[line] = Math.fma(next.gains[line], offsets[line], next.offsets[line]);
        }
        return new LineResponse(gain, offset);
    }

    /** Keeps this response. */
    public LineResponse kept(Archive archive) {
        int lines = archive.keep(gains.length);
        boolean here = lines == gains.length;
        LineResponse kept = here ? copy() : new LineResponse(new float[lines], new float[lines]);
        archive.keep(kept.gains);
        archive.keep(kept.offsets);
        return kept;
    }

    private LineResponse copy() {
        return new LineResponse(gains.clone(), offsets.clone());
    }
}
