package org.ohmgrad.device;

import org.ohmgrad.settings.Default;

/**
 * What stands at a crossing of a word line and a bit line.
 *
 * @param bits conductance levels a cell can be asked to take: 2 to 10 bits, or {@code "continuous"}
 * @param device the physics of the cell
 * @param faults cells that no write moves
 */
public record Cell(
        ConductanceLevels bits,
        DeviceModel device,
        @Default("{\"type\": \"none\"}") StuckFaults faults) {
    /** A cell without levels or imperfections, whose conductance is the number that it stands for. */
    public static Cell ofNumbers() {
        return new Cell(new ContinuousLevels(), ParametricDeviceModel.ideal(0, 1), new NoStuckFaults());
    }
}
