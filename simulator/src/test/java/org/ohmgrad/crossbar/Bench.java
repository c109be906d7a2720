package org.ohmgrad.crossbar;

import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.StuckFaults;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.Drift;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.ProgrammingNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;

/** The crossbars that the tests put on the bench: cells of 1 to 100 uS, read at 0.25 V. */
public final class Bench {
    static final double G_MIN = 1e-6;
    static final double G_MAX = 1e-4;
    static final double RANGE = G_MAX - G_MIN;
    static final double VOLT = 0.25;
    static final ConductanceLevels EIGHT_BITS = ConductanceLevels.ofBits(8);
    static final Occasion TRAINING = new Occasion(Phase.TRAIN, 1, 0);

    private static final NormalDistribution NORMAL = new NormalDistribution(0, 1);

    /** The parts of a cell; each test names those it cares for. */
    record Parts(
            ConductanceLevels levels, ProgrammingNoise programming, ReadNoise read, Drift drift, StuckFaults faults) {
        static Parts ideal() {
            return new Parts(
                    EIGHT_BITS, new NoProgrammingNoise(), new NoReadNoise(), new NoDrift(), new NoStuckFaults());
        }

        static Parts continuous() {
            return new Parts(
                    new ContinuousLevels(),
                    new NoProgrammingNoise(),
                    new NoReadNoise(),
                    new NoDrift(),
                    new NoStuckFaults());
        }

        Parts with(ConductanceLevels other) {
            return new Parts(other, programming, read, drift, faults);
        }

        Parts with(ProgrammingNoise other) {
            return new Parts(levels, other, read, drift, faults);
        }

        Parts with(ReadNoise other) {
            return new Parts(levels, programming, other, drift, faults);
        }

        Parts with(Drift other) {
            return new Parts(levels, programming, read, other, faults);
        }

        Parts with(StuckFaults other) {
            return new Parts(levels, programming, read, drift, other);
        }

        Cell cell() {
            return new Cell(levels, new ParametricDeviceModel(G_MIN, G_MAX, programming, read, drift), faults);
        }
    }

    private Bench() {}

    static Stream<ConductanceMapping> mappings() {
        return Stream.of(new DifferentialPair(2), new ReferenceColumn(2));
    }

    static Crossbar fresh(int rows, int cols, Parts parts, ConductanceMapping mapping, long seed) {
        return fresh(rows, cols, parts, mapping, seed, "layer0/tile0,0");
    }

    static Crossbar fresh(int rows, int cols, Parts parts, ConductanceMapping mapping, long seed, String place) {
        return new Crossbar(
                rows, cols, new ArraySettings(parts.cell(), mapping, new NoWires(), VOLT), new Origin(seed, place));
    }

    /** A crossbar written to random targets at time 0. */
    static Crossbar written(int rows, int cols, Parts parts, ConductanceMapping mapping, long seed) {
        Crossbar crossbar = fresh(rows, cols, parts, mapping, seed);
        crossbar.program(randomTargets(crossbar, seed), 0);
        return crossbar;
    }

    static float[] randomTargets(Crossbar crossbar, long seed) {
        int top = crossbar.mapping().top(crossbar.levels());
        float low = crossbar.mapping().lowest(top);
        float high = crossbar.mapping().highest(top);
        float[] targets = new float[crossbar.rows() * crossbar.cols()];
        new Draws(seed, "test/targets").uniforms(0, 0, targets, 0, targets.length);
        for (int k = 0; k < targets.length; k++) {
            targets[k] = crossbar.levels().nearest(low + targets[k] * (high - low));
        }
        return targets;
    }

    /** Voltages in [-1, 1). */
    static FMatrixRMaj randomVoltages(int examples, int lines, long seed) {
        FMatrixRMaj voltages = new FMatrixRMaj(examples, lines);
        new Draws(seed, "test/voltages").uniforms(0, 0, voltages.data, 0, voltages.data.length);
        for (int k = 0; k < voltages.data.length; k++) {
            voltages.data[k] = 2 * voltages.data[k] - 1;
        }
        return voltages;
    }

    /** The first row of voltages over and over. */
    static FMatrixRMaj repeated(FMatrixRMaj voltages, int examples) {
        FMatrixRMaj result = new FMatrixRMaj(examples, voltages.numCols);
        for (int k = 0; k < result.data.length; k++) {
            result.data[k] = voltages.data[k % voltages.numCols];
        }
        return result;
    }

    static FMatrixRMaj read(Crossbar crossbar, FMatrixRMaj voltages, Occasion occasion, Direction direction) {
        int sensed = direction.sensed(crossbar.rows(), crossbar.cols());
        FMatrixRMaj currents = new FMatrixRMaj(voltages.numRows, sensed);
        crossbar.read(direction, voltages, occasion, currents);
        return currents;
    }

    /** Probability that a standard normal lies below x. */
    static double normalCdf(double x) {
        return NORMAL.cumulativeProbability(x);
    }

    static double[] column(FMatrixRMaj matrix, int col) {
        double[] column = new double[matrix.numRows];
        for (int row = 0; row < column.length; row++) {
            column[row] = matrix.get(row, col);
        }
        return column;
    }
}
