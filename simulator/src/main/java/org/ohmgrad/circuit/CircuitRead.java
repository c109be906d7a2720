package org.ohmgrad.circuit;

import org.ohmgrad.circuit.WireCircuit.Solution;

/** Reads of a circuit, one vector at a time, with working memory that they share: not thread safe. */
final class CircuitRead implements Read {
    private final CircuitFrame frame;
    private final Ladders ladders;
    private final SchurSolver solver;
    private final double[][] rowVolts;
    private final double[][] colVolts;
    private final double[][] scratch;

    CircuitRead(CircuitFrame frame) {
        this.frame = frame;
        ladders = frame.ladders();
        solver = new SchurSolver(ladders, Sweeps.ONE, frame.tolerance());
        rowVolts = new double[ladders.rows()][ladders.cols()];
        colVolts = new double[ladders.rows()][ladders.cols()];
        scratch = new double[ladders.rows()][ladders.cols()];
    }

    @Override
    public Solution solve(double[] wordLines, double[] bitLines, boolean sensesBitLines) {
        Orientation orientation = frame.orientation();
        boolean swapped = orientation.swapped();
        drive(orientation.lines(swapped ? bitLines : wordLines), orientation.lines(swapped ? wordLines : bitLines));
        solver.solve(scratch, colVolts);
        addCarried();
        double[] alongRows = orientation.toCircuit(rowVolts);
        double[] downColumns = orientation.toCircuit(colVolts);
        return new Solution(
                currents(sensesBitLines), swapped ? downColumns : alongRows, swapped ? alongRows : downColumns);
    }

    /** Currents out of the terminals of one family, which must be grounded if its wires have resistance. */
    double[] currents(boolean ofBitLines) {
        Orientation orientation = frame.orientation();
        return orientation.lines(ofBitLines != orientation.swapped() ? columnCurrents() : rowCurrents());
    }

    /** Voltages along the rows with all columns grounded, and the currents that they and the terminals inject. */
    private void drive(double[] rowTerminals, double[] colTerminals) {
        for (int row = 0; row < scratch.length; row++) {
            drive(rowTerminals[row], ladders.reach[row], ladders.cells[row], rowVolts[row], scratch[row]);
        }
        addTerminals(colTerminals, ladders.colEnds.near(), scratch[scratch.length - 1]);
        addTerminals(colTerminals, ladders.colEnds.far(), scratch[0]);
    }

    private static void addTerminals(double[] terminals, double share, double[] injected) {
        for (int col = 0; col < injected.length && share > 0; col++) {
            injected[col] += share * terminals[col];
        }
    }

    private static void drive(double terminal, double[] reach, double[] cells, double[] volts, double[] injected) {
        for (int col = 0; col < volts.length; col++) {
            double volt = terminal * reach[col];
            volts[col] = volt;
            injected[col] = cells[col] * volt;
        }
    }

    private void addCarried() {
        double[] step = {ladders.ratio};
        SchurSolver.carryAlong(ladders, Sweeps.ONE, colVolts, scratch);
        for (int row = 0; row < scratch.length; row++) {
            Sweeps.ONE.add(step, scratch[row], rowVolts[row]);
        }
    }

    private double[] columnCurrents() {
        double[] currents = new double[ladders.cols()];
        double ohms = frame.colOhms();
        for (int col = 0; col < currents.length; col++) {
            for (int row = 0; row < ladders.rows() && ohms == 0; row++) {
                currents[col] += cellCurrent(row, col);
            }
            currents[col] = ohms == 0
                    ? currents[col]
                    : ends(ladders.colEnds, colVolts[ladders.rows() - 1][col], colVolts[0][col]) / ohms;
        }
        return currents;
    }

    private double[] rowCurrents() {
        double[] currents = new double[ladders.rows()];
        double ohms = frame.rowOhms();
        for (int row = 0; row < currents.length; row++) {
            for (int col = 0; col < ladders.cols() && ohms == 0; col++) {
                currents[row] -= cellCurrent(row, col);
            }
            currents[row] = ohms == 0
                    ? currents[row]
                    : ends(ladders.rowEnds, rowVolts[row][0], rowVolts[row][ladders.cols() - 1]) / ohms;
        }
        return currents;
    }

    /** Voltages at a line's end nodes as the segments of wire that would carry the terminals' currents. */
    private static double ends(LineEnds ends, double near, double far) {
        return ends.far() == 0 ? ends.near() * near : ends.near() * near + ends.far() * far;
    }

    private double cellCurrent(int row, int col) {
        return frame.conductance(row, col) * (rowVolts[row][col] - colVolts[row][col]);
    }
}
