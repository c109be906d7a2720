package org.ohmgrad.training.update;

import org.ohmgrad.state.NotKept;

/** What the pulses of some examples need while they are fired at a tile; the tiles of a matrix share it. */
final class ExampleRoom {
    /** Examples whose streams are drawn together. */
    static final int EXAMPLES = 32;

    @NotKept("of some examples")
    private final LineStreams rows;

    @NotKept("of some examples")
    private final LineStreams cols;

    @NotKept("of one row and example")
    private final int[] pulses;

    @NotKept("of one row and example")
    private final int[] hit;

    /** Room for tiles of so many rows and columns at most. */
    ExampleRoom(int rows, int cols) {
        this.rows = new LineStreams(EXAMPLES, rows);
        this.cols = new LineStreams(EXAMPLES, cols);
        pulses = new int[cols];
        hit = new int[cols];
    }

    /** Streams of the rows. */
    LineStreams rows() {
        return rows;
    }

    /** Streams of the columns. */
    LineStreams cols() {
        return cols;
    }

    /** Pulses of a row by column, or, where few columns are hit, one after another. */
    int[] pulses() {
        return pulses;
    }

    /** Columns that are hit, in order, where they are few. */
    int[] hit() {
        return hit;
    }
}
