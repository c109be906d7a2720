package org.ohmgrad.crossbar;

import java.util.Arrays;

/**
 * One right-hand side. Loops have one index for all arrays, else the compiler does not make vectors of them; what runs along
 * a row is a chain of dependent sums and takes two rows at a time instead.
 */
final class SingleSweeps implements Sweeps {
    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public int sums(int cols) {
        return cols;
    }

    @Override
    public double[] totals(double[] sums) {
        return new double[] {Arrays.stream(sums).reduce(0, Double::sum)};
    }

    @Override
    public void substitute(double[] residual, double[] down, double[] keep, double[] below, double[] direction) {
        double kept = keep[0];
        for (int col = 0; col < down.length; col++) {
            double volt = down[col] * (residual[col] + below[col]);
            below[col] = volt;
            direction[col] = Math.fma(kept, direction[col], volt);
        }
    }

    @Override
    public void carryAlong(Ladders ladders, int row, int other, double[][] from, double[][] to) {
        leftward(
                ladders.cells[row],
                ladders.along[row],
                from[row],
                to[row],
                ladders.cells[other],
                ladders.along[other],
                from[other],
                to[other]);
        rightward(ladders.along[row], to[row], ladders.along[other], to[other]);
    }

    private static void leftward(
            double[] cells,
            double[] along,
            double[] from,
            double[] to,
            double[] cells2,
            double[] along2,
            double[] from2,
            double[] to2) {
        double sum = 0;
        double sum2 = 0;
        double pass = 0;
        double pass2 = 0;
        for (int col = to.length - 1; col >= 0; col--) {
            sum = Math.fma(pass, sum, cells[col] * from[col]);
            sum2 = Math.fma(pass2, sum2, cells2[col] * from2[col]);
            pass = along[col];
            pass2 = along2[col];
            to[col] = pass * sum;
            to2[col] = pass2 * sum2;
        }
    }

    private static void rightward(double[] along, double[] volts, double[] along2, double[] volts2) {
        double volt = 0;
        double volt2 = 0;
        for (int col = 0; col < volts.length; col++) {
            double own = volts[col];
            double own2 = volts2[col];
            volt = Math.fma(along[col], volt, own);
            volt2 = Math.fma(along2[col], volt2, own2);
            volts[col] = volt;
            volts2[col] = volt2;
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
        for (int col = 0; col < cells.length; col++) {
            double volt = volts[col];
            double wires = (volt - above[col]) + (volt - below[col]);
            double current = Math.fma(cells[col], Math.fma(-ratio, currents[col], volt), wires);
            currents[col] = current;
            power[col] = Math.fma(volt, current, power[col]);
        }
    }

    @Override
    public void eliminate(
            double[] residual, double[] direction, double[] down, double[] step, double[] above, double[] squares) {
        double back = -step[0];
        for (int col = 0; col < down.length; col++) {
            double sum = direction[col] + above[col];
            above[col] = down[col] * sum;
            double left = Math.fma(back, sum, residual[col]);
            residual[col] = left;
            squares[col] = Math.fma(down[col] * left, left, squares[col]);
        }
    }

    @Override
    public void add(double[] step, double[] direction, double[] volts) {
        double by = step[0];
        for (int col = 0; col < volts.length; col++) {
            volts[col] = Math.fma(by, direction[col], volts[col]);
        }
    }
}
