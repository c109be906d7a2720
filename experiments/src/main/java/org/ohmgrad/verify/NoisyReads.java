package org.ohmgrad.verify;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ArraySettings;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;

/** Many reads of one vector by one crossbar, and the moments that the closed form of its cells' noise gives them. */
final class NoisyReads {
    private static final int ROWS = 8;
    private static final int COLS = 6;
    private static final int READS = 200_000;
    private static final int BATCH = 10_000;
    private static final double VOLT = 0.25;

    private final Crossbar crossbar;
    private final DoubleBinaryOperator law;
    private final double unit;
    private final Direction direction;
    private final double[] volts;
    private final int lines;

    NoisyReads(ReadNoiseLaw law, ConductanceMapping mapping, Direction direction) {
        crossbar = crossbar(law, mapping);
        this.law = law.variance();
        unit = VOLT * (law.gMax() - law.gMin());
        this.direction = direction;
        volts = Chance.uniforms("volts", direction.driven(ROWS, COLS), -1, 1);
        lines = direction.sensed(ROWS, COLS);
    }

    private static Crossbar crossbar(ReadNoiseLaw law, ConductanceMapping mapping) {
        var device =
                new ParametricDeviceModel(law.gMin(), law.gMax(), new NoProgrammingNoise(), law.noise(), new NoDrift());
        var cell = new Cell(ConductanceLevels.ofBits(8), device, new NoStuckFaults());
        var crossbar = new Crossbar(
                ROWS,
                COLS,
                new ArraySettings(cell, mapping, new NoWires(), VOLT),
                new Origin(1, "verify/" + law.name() + mapping.planes()));
        int top = mapping.top(cell.bits());
        double[] levels = Chance.uniforms("levels", ROWS * COLS, mapping.lowest(top), mapping.highest(top));
        float[] targets = new float[levels.length];
        for (int k = 0; k < targets.length; k++) {
            targets[k] = cell.bits().nearest((float) levels[k]);
        }
        crossbar.program(targets, 0);
        return crossbar;
    }

    int lines() {
        return lines;
    }

    /** Currents of every line, lines x reads, in units of one fully-on input through one fully-on cell above gMin. */
    double[][] currents() {
        var voltages = new FMatrixRMaj(BATCH, volts.length);
        for (int k = 0; k < voltages.data.length; k++) {
            voltages.data[k] = (float) volts[k % volts.length];
        }
        var batch = new FMatrixRMaj(BATCH, lines);
        double[][] currents = new double[lines][READS];
        for (int from = 0; from < READS; from += BATCH) {
            crossbar.read(direction, voltages, new Occasion(Phase.PROBE, 0, from), batch);
            for (int k = 0; k < batch.data.length; k++) {
                currents[k % lines][from + k / lines] = batch.data[k];
            }
        }
        return currents;
    }

    /** Mean current of a line. */
    double mean(int line) {
        return ownMean(line) - (hasReference() ? ownMean(lines) : 0);
    }

    /** Variance of a line's current. */
    double variance(int line) {
        return ownVariance(line) + sharedVariance();
    }

    /** Covariance of the currents of any two lines: the noise of the reference line, which is subtracted from both. */
    double sharedVariance() {
        return hasReference() ? ownVariance(lines) : 0;
    }

    private boolean hasReference() {
        return crossbar.mapping().referenceLines() > 0;
    }

    private double ownMean(int line) {
        return overCells(line, (plane, g, v) -> crossbar.mapping().sign(plane) * g * v) / unit;
    }

    private double ownVariance(int line) {
        return overCells(line, (plane, g, v) -> law.applyAsDouble(g, v)) / (unit * unit);
    }

    private interface Term {
        double of(int plane, double siemens, double volt);
    }

    /** The sum over the cells of a line; the line after the last one is the reference, if there is one. */
    private double overCells(int line, Term term) {
        List<Conductances> planes = crossbar.planes();
        double sum = 0;
        for (int p = 0; p < planes.size(); p++) {
            int stride = planes.get(p).cols();
            for (int k = 0; k < volts.length; k++) {
                int cell = direction.driven(k * stride + line, line * stride + k);
                sum += term.of(p, planes.get(p).now()[cell], (float) volts[k] * VOLT);
            }
        }
        return sum;
    }
}
