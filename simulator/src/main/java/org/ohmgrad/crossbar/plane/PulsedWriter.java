package org.ohmgrad.crossbar.plane;

import org.ohmgrad.device.WriteOutcome;
import org.ohmgrad.device.WriteProcedure;
import org.ohmgrad.device.pulse.CellTraits;
import org.ohmgrad.random.Draws;
import org.ohmgrad.state.NotKept;

/**
 * Writes the cells of a plane by pulses. Normals are drawn by (write number of the cell, cell, number within the write),
 * 64 at a time, so that neither the order in which cells are written nor how many are written together decides a draw.
 */
final class PulsedWriter {
    /** Indices of one write: twice the pulses of the longest, and more. */
    private static final long STRIDE = 1L << 20;

    private static final int BLOCK = 64;

    private final WriteProcedure procedure;
    private final PulsedCells cells;
    private final Draws draws;
    private final WriteProcedure.Normals normals = this::normal;

    @NotKept("of one write")
    private final float[] block = new float[BLOCK];

    @NotKept("of one write")
    private long step;

    @NotKept("of one write")
    private long first;

    @NotKept("of one write")
    private int held;

    /**
     * Ready to write.
     *
     * @param draws stream of the writes; step = write number, index = cell times a stride + number within the write
     */
    PulsedWriter(WriteProcedure procedure, PulsedCells cells, Draws draws) {
        this.procedure = procedure;
        this.cells = cells;
        this.draws = draws;
    }

    /** The conductance at which a cell's first write finds it, siemens. */
    double formed(int cell) {
        return cells.at(cell).low();
    }

    /**
     * Writes a cell.
     *
     * @param number writes of this cell before
     * @param siemens conductance before
     * @param target siemens
     * @param life pulses that still move the cell
     */
    WriteOutcome write(int cell, int number, double siemens, double target, int life) {
        step = number;
        first = cell * STRIDE;
        held = -1;
        CellTraits own = cells.at(cell);
        return procedure.write(own, siemens, target, life, normals);
    }

    private float normal(int number) {
        int wanted = number / BLOCK;
        if (wanted != held) {
            draws.normals(step, first + (long) wanted * BLOCK, block, 0, BLOCK);
            held = wanted;
        }
        return block[number % BLOCK];
    }
}
