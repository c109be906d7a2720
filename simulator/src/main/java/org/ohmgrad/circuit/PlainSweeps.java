package org.ohmgrad.circuit;

/** Eight right-hand sides in plain loops. */
final class PlainSweeps implements Sweeps {
    static final int LANES = 8;

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

    @Override
    public void substitute(double[] residual, double[] down, double[] keep, double[] below, double[] direction) {
        for (int col = 0; col < down.length; col++) {
            for (int lane = 0; lane < LANES; lane++) {
                int at = col * LANES + lane;
                double volt = down[col] * (residual[at] + below[at]);
                below[at] = volt;
                direction[at] = Math.fma(keep[lane], direction[at], volt);
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
        double[] sum = new double[LANES];
        for (int col = cells.length - 1; col >= 0; col--) {
            double pass = col + 1 < along.length ? along[col + 1] : 0;
            for (int lane = 0; lane < LANES; lane++) {
                int at = col * LANES + lane;
                sum[lane] = Math.fma(pass, sum[lane], cells[col] * from[at]);
                to[at] = along[col] * sum[lane];
            }
        }
        for (int col = 1; col < cells.length; col++) {
            for (int lane = 0; lane < LANES; lane++) {
                int at = col * LANES + lane;
                to[at] = Math.fma(along[col], to[at - LANES], to[at]);
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
        for (int col = 0; col < cells.length; col++) {
            for (int lane = 0; lane < LANES; lane++) {
                int at = col * LANES + lane;
                double volt = volts[at];
                double wires = (volt - above[at]) + (volt - below[at]);
                double current = Math.fma(cells[col], Math.fma(-ratio, currents[at], volt), wires);
                currents[at] = current;
                power[lane] = Math.fma(volt, current, power[lane]);
            }
        }
    }

    @Override
    public void eliminate(
            double[] residual, double[] direction, double[] down, double[] step, double[] above, double[] squares) {
        for (int col = 0; col < down.length; col++) {
            for (int lane = 0; lane < LANES; lane++) {
                int at = col * LANES + lane;
                double sum = direction[at] + above[at];
                above[at] = down[col] * sum;
                double left = Math.fma(-step[lane], sum, residual[at]);
                residual[at] = left;
                squares[lane] = Math.fma(down[col] * left, left, squares[lane]);
            }
        }
    }

    @Override
    public void add(double[] step, double[] direction, double[] volts) {
        for (int at = 0; at < volts.length; at++) {
            volts[at] = Math.fma(step[at % LANES], direction[at], volts[at]);
        }
    }

    @Override
    public void add(double[] step, double[] direction, float[] volts) {
        for (int at = 0; at < volts.length; at++) {
            volts[at] = (float) Math.fma(step[at % LANES], direction[at], volts[at]);
        }
    }

    @Override
    public void recall(float[] from, double[] to) {
        copy(from, to);
    }

    static void copy(float[] from, double[] to) {
        for (int k = 0; k < to.length; k++) {
            to[k] = from[k];
        }
    }
}
