package org.ohmgrad.circuit;

/**
 * How a circuit lies in the solver's frame, where one family of lines runs along the rows with terminals left of the
 * first column, and the other down the columns with terminals below the last row.
 *
 * @param wordLines of the circuit
 * @param bitLines of the circuit
 * @param swapped whether bit lines run along the frame's rows
 * @param far whether the terminals sit at the far ends: above the first word line and right of the last bit line
 */
record Orientation(int wordLines, int bitLines, boolean swapped, boolean far) {
    /** Lines along the frame's rows. */
    int rows() {
        return swapped ? bitLines : wordLines;
    }

    /** Lines down the frame's columns. */
    int cols() {
        return swapped ? wordLines : bitLines;
    }

    private boolean reversed() {
        return swapped != far;
    }

    /** Index in the circuit's row-major arrays of a cell of the frame. */
    int cell(int row, int col) {
        int forward = swapped ? col * bitLines + row : row * bitLines + col;
        return reversed() ? wordLines * bitLines - 1 - forward : forward;
    }

    /** Between neighbours in a row of the frame: how far they lie apart in the circuit's arrays. */
    private int step() {
        int forward = swapped ? bitLines : 1;
        return reversed() ? -forward : forward;
    }

    /** A circuit's row-major array in the frame. */
    double[][] toFrame(double[] circuit) {
        double[][] frame = new double[rows()][cols()];
        for (int row = 0; row < frame.length; row++) {
            gather(circuit, cell(row, 0), step(), frame[row]);
        }
        return frame;
    }

    private static void gather(double[] from, int start, int step, double[] to) {
        for (int k = 0, at = start; k < to.length; k++, at += step) {
            to[k] = from[at];
        }
    }

    /** The reverse of {@link #toFrame}. */
    double[] toCircuit(double[][] frame) {
        double[] circuit = new double[wordLines * bitLines];
        for (int row = 0; row < frame.length; row++) {
            if (step() == 1) {
                System.arraycopy(frame[row], 0, circuit, cell(row, 0), cols());
            } else {
                scatter(frame[row], circuit, cell(row, 0), step());
            }
        }
        return circuit;
    }

    private static void scatter(double[] from, double[] to, int start, int step) {
        for (int k = 0, at = start; k < from.length; k++, at += step) {
            to[at] = from[k];
        }
    }

    /** One number per line, in the frame's order or back: the same either way. */
    double[] lines(double[] values) {
        double[] result = values.clone();
        if (reversed()) {
            for (int k = 0; k < result.length; k++) {
                result[k] = values[values.length - 1 - k];
            }
        }
        return result;
    }
}
