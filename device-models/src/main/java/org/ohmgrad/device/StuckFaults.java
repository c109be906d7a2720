package org.ohmgrad.device;

import java.util.OptionalDouble;
import org.ohmgrad.device.law.ConductanceLevels;

/** Cells that no write moves. */
public sealed interface StuckFaults permits NoStuckFaults, RandomStuckFaults {
    /** Whether any cell may be faulty. */
    boolean any();

    /**
     * What is wrong with one cell.
     *
     * @param u uniform number of this cell in [0, 1), the same for all its life
     * @param levels conductance levels of a healthy cell
     * @param gMin siemens
     * @param gMax siemens
     * @return the conductance at which the cell is stuck, in siemens (0 if it is open); empty if it is healthy
     */
    OptionalDouble stuckAt(double u, ConductanceLevels levels, double gMin, double gMax);
}
