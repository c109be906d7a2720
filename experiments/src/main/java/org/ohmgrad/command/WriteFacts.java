package org.ohmgrad.command;

import java.util.List;
import org.ohmgrad.crossbar.ArraySettings;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.Identity;
import org.ohmgrad.crossbar.plane.WriteCounts;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoEndurance;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.tile.Chip;

/** What writes by pulses leave and take, found by writing some cells. */
final class WriteFacts {
    private static final int SIZE = 40;

    private WriteFacts() {}

    /** One fact a line; none for writes that are finished at once. */
    static List<String> of(Chip chip) {
        return chip.cell().programming().firesPulses() ? found(chip) : List.of();
    }

    private static List<String> found(Chip chip) {
        Crossbar crossbar = crossbar(chip);
        WriteCounts counts = crossbar.writeCounts();
        crossbar.program(levels(crossbar), 0);
        double writes = counts.cells();
        return List.of(
                "A first write to a random level leaves an error of " + percent(residual(chip, crossbar))
                        + " of gMax - gMin (root mean square of " + SIZE * SIZE + " simulated cells).",
                "It takes " + ChipFacts.shown(counts.pulses() / writes) + " pulses and "
                        + ChipFacts.shown(counts.verifies() / writes) + " reads of the cell; "
                        + percent(counts.failures() / writes) + " of these writes failed.");
    }

    private static Crossbar crossbar(Chip chip) {
        Cell cell = chip.cell();
        var healthy = new Cell(cell.bits(), cell.device(), new NoStuckFaults(), cell.programming(), new NoEndurance());
        return new Crossbar(
                SIZE,
                SIZE,
                new ArraySettings(healthy, new Identity(), new NoWires(), chip.readVoltage()),
                new Origin(1, "describe"));
    }

    private static float[] levels(Crossbar crossbar) {
        float[] levels = new float[SIZE * SIZE];
        new Draws(1, "describe/levels").uniforms(0, 0, levels, 0, levels.length);
        for (int k = 0; k < levels.length; k++) {
            levels[k] = crossbar.levels().nearest(levels[k] * crossbar.levels().top());
        }
        return levels;
    }

    private static double residual(Chip chip, Crossbar crossbar) {
        double gMin = chip.cell().device().gMin();
        double range = chip.cell().device().gMax() - gMin;
        float[] now = crossbar.planes().get(0).now();
        double squares = 0;
        for (int k = 0; k < SIZE * SIZE; k++) {
            double wanted = crossbar.targets()[k] / (double) crossbar.levels().top();
            double left = (now[k] - gMin) / range - wanted;
            squares += left * left;
        }
        return Math.sqrt(squares / (SIZE * SIZE));
    }

    private static String percent(double share) {
        return ChipFacts.shown(100 * share) + " %";
    }
}
