package org.ohmgrad.circuit;

import static jdk.incubator.vector.VectorOperators.D2F;
import static jdk.incubator.vector.VectorOperators.F2D;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** Eight right-hand sides in vectors. */
final class VectorSweeps implements Sweeps {
    private static final int LANES = PlainSweeps.LANES;
    private static final VectorSpecies<Double> DOUBLES =
            DoubleVector.SPECIES_PREFERRED.length() > LANES ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;
    private static final int WIDTH = DOUBLES.length();
    private static final VectorSpecies<Float> FLOATS =
            VectorSpecies.of(float.class, VectorShape.forBitSize(DOUBLES.vectorBitSize() / 2));

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int sums(int cols) {
        return LANES;
    }

    @Override
    public double[] totals(double[] sums) {
        return sums.clone();
    }

    private static DoubleVector at(double[] numbers, int index) {
        return DoubleVector.fromArray(DOUBLES, numbers, index);
    }

    @Override
    public void substitute(double[] residual, double[] down, double[] keep, double[] below, double[] direction) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            DoubleVector kept = at(keep, lane);
            for (int col = 0, at = lane; col < down.length; col++, at += LANES) {
                DoubleVector volt = at(residual, at).add(at(below, at)).mul(down[col]);
                volt.intoArray(below, at);
                kept.fma(at(direction, at), volt).intoArray(direction, at);
            }
        }
    }

    @Override
    public int rowsAtOnce() {
        return 1;
    }

    @Override
    public void carryAlong(Ladders ladders, int first, int end, double[][] from, double[][] to) {
        for (int row = first; row < end; row++) {
            carryAlong(ladders.cells[row], ladders.along[row], from[row], to[row]);
        }
    }

    private static void carryAlong(double[] cells, double[] along, double[] from, double[] to) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            DoubleVector pass = DoubleVector.zero(DOUBLES);
            DoubleVector sum = pass;
            for (int col = cells.length - 1; col >= 0; col--) {
                int at = col * LANES + lane;
                sum = pass.fma(sum, at(from, at).mul(cells[col]));
                pass = DoubleVector.broadcast(DOUBLES, along[col]);
                pass.mul(sum).intoArray(to, at);
            }
            DoubleVector volt = DoubleVector.zero(DOUBLES);
            for (int col = 0, at = lane; col < cells.length; col++, at += LANES) {
                volt = volt.fma(DoubleVector.broadcast(DOUBLES, along[col]), at(to, at));
                volt.intoArray(to, at);
            }
        }
    }

    @Override
    public void currents(
            double[] cells,
            double[] above,
            double[] volts,
            double[] below,
            double ratio,
            double[] currents,
            double[] power) {
        DoubleVector back = DoubleVector.broadcast(DOUBLES, -ratio);
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            DoubleVector sum = at(power, lane);
            for (int col = 0, at = lane; col < cells.length; col++, at += LANES) {
                DoubleVector volt = at(volts, at);
                DoubleVector wires = volt.sub(at(above, at)).add(volt.sub(at(below, at)));
                DoubleVector across = back.fma(at(currents, at), volt);
                DoubleVector current = across.fma(DoubleVector.broadcast(DOUBLES, cells[col]), wires);
                current.intoArray(currents, at);
                sum = volt.fma(current, sum);
            }
            sum.intoArray(power, lane);
        }
    }

    @Override
    public void eliminate(
            double[] residual, double[] direction, double[] down, double[] step, double[] above, double[] squares) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            DoubleVector back = at(step, lane).neg();
            DoubleVector sums = at(squares, lane);
            for (int col = 0, at = lane; col < down.length; col++, at += LANES) {
                DoubleVector sum = at(direction, at).add(at(above, at));
                sum.mul(down[col]).intoArray(above, at);
                DoubleVector left = back.fma(sum, at(residual, at));
                left.intoArray(residual, at);
                sums = left.mul(down[col]).fma(left, sums);
            }
            sums.intoArray(squares, lane);
        }
    }

    @Override
    public void add(double[] step, double[] direction, double[] volts) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            DoubleVector by = at(step, lane);
            for (int at = lane; at < volts.length; at += LANES) {
                by.fma(at(direction, at), at(volts, at)).intoArray(volts, at);
            }
        }
    }

    @Override
    public void add(double[] step, double[] direction, float[] volts) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
            DoubleVector by = at(step, lane);
            for (int at = lane; at < volts.length; at += LANES) {
                DoubleVector sum = by.fma(at(direction, at), wide(volts, at));
                ((FloatVector) sum.convertShape(D2F, FLOATS, 0)).intoArray(volts, at);
            }
        }
    }

    @Override
    public void recall(float[] from, double[] to) {
        for (int at = 0; at < from.length; at += WIDTH) {
            wide(from, at).intoArray(to, at);
        }
    }

    private static DoubleVector wide(float[] numbers, int index) {
        return (DoubleVector) FloatVector.fromArray(FLOATS, numbers, index).convertShape(F2D, DOUBLES, 0);
    }
}
