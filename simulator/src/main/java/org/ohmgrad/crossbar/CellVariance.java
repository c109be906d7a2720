package org.ohmgrad.crossbar;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.PlaneWires;
import org.ohmgrad.device.law.VarianceTerm;

/** What one term of the read noise gives the current of single cells, as their sensed lines have it. */
final class CellVariance {
    private final int power;
    private final DoubleUnaryOperator law;
    private final DoubleUnaryOperator programmed;
    private final boolean remembers;
    private final DoubleUnaryOperator growth;
    private final boolean grows;
    private final double scale;
    private final List<Conductances> planes;
    private final List<PlaneWires> wires;
    private final boolean wired;

    /**
     * @param unit current unit, ampere
     */
    CellVariance(
            VarianceTerm term, List<Conductances> planes, List<PlaneWires> wires, double readVoltage, double unit) {
        power = term.voltagePower();
        law = term.perCell();
        programmed = term.programmed();
        remembers = term.remembers();
        growth = term.growth();
        grows = term.grows();
        scale = power(readVoltage) / (unit * unit);
        this.planes = planes;
        this.wires = wires;
        wired = wires.get(0).currentShare(Direction.FORWARD).length > 0;
    }

    /** Cells in a row of a plane. */
    int stride() {
        return planes.get(0).cols();
    }

    /** Whether wires make a difference between the directions. */
    boolean isWired() {
        return wired;
    }

    /** Whether voltages decide nothing. */
    boolean isSteady() {
        return power == 0;
    }

    /** What the variance of a cell is multiplied by at a voltage, in units of the read voltage and not negative. */
    double power(double voltage) {
        return power == 0 ? 1 : power == 1 ? voltage : voltage * voltage;
    }

    /** The same for one voltage after another, of either sign. */
    void powers(float[] voltages, float[] result) {
        // Two loops, as HotSpot turns these into vectors.
        if (power == 1) {
            for (int k = 0; k < result.length; k++) {
                result[k] = Math.abs(voltages[k]);
            }
        } else {
            for (int k = 0; k < result.length; k++) {
                result[k] = voltages[k] * voltages[k];
            }
        }
    }

    /** Variance of a cell's current at the read voltage, in squared units of current. */
    float of(int plane, int cell, Direction direction) {
        float variance = variance(planes.get(plane), cell);
        if (!wired) {
            return variance;
        }
        float current = wires.get(plane).currentShare(direction)[cell];
        float voltage = wires.get(plane).voltageShare(direction)[cell];
        return (float) (variance * current * current * power(voltage));
    }

    private float variance(Conductances plane, int cell) {
        double now = scale * law.applyAsDouble(plane.seen()[cell]);
        double fresh = remembers ? now * programmed.applyAsDouble(plane.written(cell)) : now;
        return (float) (grows ? fresh * growth.applyAsDouble(plane.secondsSinceWrite(cell)) : fresh);
    }

    /** The same of the cells of all planes at one place. */
    float ofAll(int cell, Direction direction) {
        float sum = 0;
        for (int p = 0; p < planes.size(); p++) {
            sum += of(p, cell, direction);
        }
        return sum;
    }
}
