package org.ohmgrad.training.update;

import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.StuckFaults;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.pulse.ConstantStep;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseResponse;
import org.ohmgrad.random.Origin;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.training.optimizer.Sgd;

/** Grids of cells that take pulses. */
public final class PulseBench {
    public static final float W_MAX = 0.6f;

    private PulseBench() {}

    public static Chip chip(
            PulseResponse pulses, DeviceToDevice differ, ConductanceMapping mapping, StuckFaults faults) {
        var device = new ParametricDeviceModel(
                1e-4, 2e-4, new NoProgrammingNoise(), new NoReadNoise(), new NoDrift(), pulses, differ);
        return new Chip(
                "pulses",
                "",
                new Cell(new ContinuousLevels(), device, faults),
                mapping,
                1,
                new TileSize(64, 48),
                Converters.ideal(),
                Converters.ideal(),
                new NoWires(),
                new Timing(0, 1e-6),
                Map.of());
    }

    /** One cell a weight, all alike. */
    public static Chip referenced(PulseResponse pulses) {
        return chip(pulses, DeviceToDevice.none(), new ReferenceColumn(W_MAX), new NoStuckFaults());
    }

    /** Two cells a weight, all alike. */
    public static Chip paired(PulseResponse pulses) {
        return chip(pulses, DeviceToDevice.none(), new DifferentialPair(W_MAX), new NoStuckFaults());
    }

    /** Cells as Gokmen and Vlasov's: all variations. */
    public static Chip varied() {
        return chip(
                even(1e-3, 0.3),
                new DeviceToDevice(0.3, 0.02, 0.15, 0.15),
                new ReferenceColumn(W_MAX),
                new NoStuckFaults());
    }

    /** Steps of so much weight on a reference column, with a spread from cycle to cycle. */
    public static ConstantStep even(double weight, double cycleToCycle) {
        return new ConstantStep(weight / (2 * W_MAX), weight / (2 * W_MAX), cycleToCycle);
    }

    public static TileGrid zeros(Chip chip, int rows, int cols) {
        return new TileGrid(chip, new FMatrixRMaj(rows, cols), new Clock(), new Origin(7, "layer1"));
    }

    public static MatrixUpdate start(TileGrid grid, UpdateScheme scheme) {
        return scheme.start(new UpdateContext(grid, new Clock(), new Sgd(), 7, "layer1"));
    }

    /** A row of values. */
    public static FMatrixRMaj row(float... values) {
        return FMatrixRMaj.wrap(1, values.length, values);
    }

    public static FMatrixRMaj filled(int rows, int cols, float value) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        matrix.fill(value);
        return matrix;
    }
}
