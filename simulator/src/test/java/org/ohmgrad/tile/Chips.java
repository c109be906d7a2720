package org.ohmgrad.tile;

import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.converter.Converters;

/** The chips that the tests read and write. */
final class Chips {
    static final Occasion TRAINING = new Occasion(Phase.TRAIN, 1, 0);
    static final ConductanceMapping PAIR = new DifferentialPair(2);

    private Chips() {}

    static Chip chip(
            Cell cell,
            ConductanceMapping mapping,
            TileSize size,
            Converters forward,
            Converters transposed,
            Timing timing) {
        return new Chip("test", "", cell, mapping, 0.25, size, forward, transposed, new NoWires(), timing, Map.of());
    }

    /** Perfect cells of continuous levels behind perfect converters, on tiles of a size. */
    static Chip ideal(ConductanceMapping mapping, int rows, int cols) {
        return chip(
                exact(new ContinuousLevels()),
                mapping,
                new TileSize(rows, cols),
                Converters.ideal(),
                Converters.ideal(),
                new Timing(0, 0));
    }

    static Cell exact(ConductanceLevels levels) {
        return new Cell(levels, ParametricDeviceModel.ideal(1e-6, 1e-4), new NoStuckFaults());
    }

    /** Numbers of at most a size. */
    static FMatrixRMaj random(int rows, int cols, float size, long seed) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        new Draws(seed, "test/numbers").uniforms(rows, cols, matrix.data, 0, matrix.data.length);
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] = size * (2 * matrix.data[k] - 1);
        }
        return matrix;
    }

    static FMatrixRMaj row(float... numbers) {
        FMatrixRMaj row = new FMatrixRMaj(1, numbers.length);
        row.data = numbers.clone();
        return row;
    }

    static TileGrid grid(Chip chip, FMatrixRMaj weights, long seed) {
        return new TileGrid(chip, weights, new Clock(), new Origin(seed, "layer0"));
    }
}
