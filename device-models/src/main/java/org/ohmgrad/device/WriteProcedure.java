package org.ohmgrad.device;

import org.ohmgrad.device.pulse.CellTraits;

/** A procedure that writes one cell by pulses. It draws nothing: it takes standard normals. Pure and thread safe. */
public interface WriteProcedure {
    /** Standard normals of one write of one cell. */
    @FunctionalInterface
    interface Normals {
        /**
         * One of them.
         *
         * @param number at least 0; the procedure asks for them in rising order
         */
        float at(int number);
    }

    /**
     * Writes a cell.
     *
     * @param cell what the cell is like under pulses; the procedure that fires them knows the mean cell only
     * @param siemens conductance before
     * @param target wanted conductance, siemens
     * @param life pulses that still move the cell: all further ones are fired in vain; 0 if it is stuck
     * @param z normals of this write
     */
    WriteOutcome write(CellTraits cell, double siemens, double target, int life, Normals z);
}
