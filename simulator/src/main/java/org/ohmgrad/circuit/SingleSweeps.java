package org.ohmgrad.circuit;

import java.util.Arrays;

/**
 * One right-hand side. Loops have one index for all arrays, else the compiler does not make vectors of them; what runs along
 * a row is a chain of dependent sums and takes four rows at a time instead.
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
    public int rowsAtOnce() {
        return 4;
    }

    @Override
    public void carryAlong(Ladders ladders, int first, int end, double[][] from, double[][] to) {
        for (int row = first; row < end; row++) {
            multiply(ladders.cells[row], from[row], to[row]);
        }
        double[][] along = ladders.along;
        if (end - first == 4) {
            leftward(
                    along[first],
                    to[first],
                    along[first + 1],
                    to[first + 1],
                    along[first + 2],
                    to[first + 2],
                    along[first + 3],
                    to[first + 3]);
            rightward(
                    along[first],
                    to[first],
                    along[first + 1],
                    to[first + 1],
                    along[first + 2],
                    to[first + 2],
                    along[first + 3],
                    to[first + 3]);
        } else {
            for (int row = first; row < end; row++) {
                leftward(along[row], to[row]);
                rightward(along[row], to[row]);
            }
        }
    }

    private static void multiply(double[] a, double[] b, double[] product) {
        for (int k = 0; k < product.length; k++) {
            product[k] = a[k] * b[k];
        }
    }

    private static void leftward(double[] along, double[] volts) {
        double sum = 0;
        double pass = 0;
        for (int col = volts.length - 1; col >= 0; col--) {
            sum = Math.fma(pass, sum, volts[col]);
            pass = along[col];
            volts[col] = pass * sum;
        }
    }

    private static void rightward(double[] along, double[] volts) {
        double volt = 0;
        for (int col = 0; col < volts.length; col++) {
            volt = Math.fma(along[col], volt, volts[col]);
            volts[col] = volt;
        }
    }

    private static void leftward(
            double[] along0,
            double[] volts0,
            double[] along1,
            double[] volts1,
            double[] along2,
            double[] volts2,
            double[] along3,
            double[] volts3) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        double pass0 = 0;
        double pass1 = 0;
        double pass2 = 0;
        double pass3 = 0;
        for (int col = volts0.length - 1; col >= 0; col--) {
            sum0 = Math.fma(pass0, sum0, volts0[col]);
            sum1 = Math.fma(pass1, sum1, volts1[col]);
            sum2 = Math.fma(pass2, sum2, volts2[col]);
            sum3 = Math.fma(pass3, sum3, volts3[col]);
            pass0 = along0[col];
            pass1 = along1[col];
            pass2 = along2[col];
            pass3 = along3[col];
            volts0[col] = pass0 * sum0;
            volts1[col] = pass1 * sum1;
            volts2[col] = pass2 * sum2;
            volts3[col] = pass3 * sum3;
        }
    }

    private static void rightward(
            double[] along0,
            double[] volts0,
            double[] along1,
            double[] volts1,
            double[] along2,
            double[] volts2,
            double[] along3,
            double[] volts3) {
        double volt0 = 0;
        double volt1 = 0;
        double volt2 = 0;
        double volt3 = 0;
        for (int col = 0; col < volts0.length; col++) {
            volt0 = Math.fma(along0[col], volt0, volts0[col]);
            volt1 = Math.fma(along1[col], volt1, volts1[col]);
            volt2 = Math.fma(along2[col], volt2, volts2[col]);
            volt3 = Math.fma(along3[col], volt3, volts3[col]);
            volts0[col] = volt0;
            volts1[col] = volt1;
            volts2[col] = volt2;
            volts3[col] = volt3;
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

    @Override
    public void add(double[] step, double[] direction, float[] volts) {
        for (int col = 0; col < volts.length; col++) {
            volts[col] = (float) Math.fma(step[0], direction[col], volts[col]);
        }
    }

    @Override
    public void recall(float[] from, double[] to) {
        PlainSweeps.copy(from, to);
    }
}
