package org.ohmgrad.crossbar;

import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.Temperature;

/**
 * What an array is made of.
 *
 * @param readVoltage volt
 * @param temperature at which cells are written and read
 */
public record ArraySettings(
        Cell cell, ConductanceMapping mapping, WireResistance wires, double readVoltage, Temperature temperature) {
    /** The same at 300 kelvin at all times. */
    public ArraySettings(Cell cell, ConductanceMapping mapping, WireResistance wires, double readVoltage) {
        this(cell, mapping, wires, readVoltage, Temperature.room());
    }

    /** Whether exact numbers stand in the place of cells. */
    boolean isDigital() {
        return mapping instanceof Identity && cell.equals(Cell.ofNumbers()) && wires instanceof NoWires;
    }
}
