package org.ohmgrad.solve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.circuit.WireCircuit.Solution;
import org.ohmgrad.report.text.NumberText;

/**
 * What wires, drivers and sense amplifiers take from the currents and cells of a problem, over all its vectors. A line's loss
 * is its ideal current, the sum of conductance times voltage, less the current that is left. Its share is taken of what its
 * cells would pass if all voltages had one sign, which is the ideal current itself where they do.
 */
public final class Losses {
    /** Shares that differ by rounding alone are alike, and the first counts. */
    private static final double NOTHING = 1e-9;

    private final CircuitProblem problem;
    private Current largest = new Current(-1, 0, 0, 0);
    private Current largestShare = largest;
    private Cell worst = new Cell(0, 0, 0);

    private record Current(int vector, int line, double loss, double whole) {
        double share() {
            return whole > 0 ? Math.abs(loss) / whole : 0;
        }
    }

    private record Cell(int vector, int cell, double volts) {}

    /** Of no solution yet. */
    public Losses(CircuitProblem problem) {
        this.problem = problem;
    }

    /** Takes in the solution of a vector, counted from 0. */
    void add(int vector, Solution solution) {
        double[] volts = problem.voltages().row(vector);
        double[] ideal = new double[problem.sensed()];
        double[] whole = new double[problem.sensed()];
        for (int cell = 0; cell < problem.conductances().values().length; cell++) {
            double current = problem.conductances().values()[cell] * volts[problem.drivenLine(cell)];
            ideal[problem.sensedLine(cell)] += current;
            whole[problem.sensedLine(cell)] += Math.abs(current);
        }
        for (int line = 0; line < ideal.length; line++) {
            add(new Current(vector, line, ideal[line] - solution.currents()[line], whole[line]));
        }
        addCells(vector, voltsLost(problem, vector, solution));
    }

    private void add(Current current) {
        if (largest.vector() < 0 || Math.abs(current.loss()) > Math.abs(largest.loss())) {
            largest = current;
        }
        if (largestShare.vector() < 0 || current.share() > (1 + NOTHING) * largestShare.share()) {
            largestShare = current;
        }
    }

    private void addCells(int vector, double... lost) {
        for (int cell = 0; cell < lost.length; cell++) {
            if (lost[cell] > worst.volts()) {
                worst = new Cell(vector, cell, lost[cell]);
            }
        }
    }

    /** The largest share of a line's current that is lost, of all vectors. */
    double largestShare() {
        return largestShare.share();
    }

    /** Magnitude of the voltage applied less the voltage across a cell, for every cell, volt. */
    static double[] voltsLost(CircuitProblem problem, int vector, Solution solution) {
        double[] applied = problem.voltages().row(vector);
        boolean wordLines = problem.reading().drivesWordLines();
        double[] driven = wordLines ? solution.wordLineVolts() : solution.bitLineVolts();
        double[] sensed = wordLines ? solution.bitLineVolts() : solution.wordLineVolts();
        double[] lost = new double[driven.length];
        for (int k = 0; k < lost.length; k++) {
            lost[k] = Math.abs(applied[problem.drivenLine(k)] - (driven[k] - sensed[k]));
        }
        return lost;
    }

    /** One sentence a line. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>(List.of("Largest loss of current: " + words(largest)));
        if (largestShare.share() > (1 + NOTHING) * largest.share()) {
            sentences.add("Largest share lost: " + words(largestShare));
        }
        int cols = problem.cols();
        double applied = Math.abs(problem.voltages().row(worst.vector())[problem.drivenLine(worst.cell())]);
        sentences.add("Worst cell: word line " + (worst.cell() / cols + 1) + ", bit line " + (worst.cell() % cols + 1)
                + inVector(worst.vector()) + ", lacks " + shown(worst.volts()) + " V of the " + shown(applied)
                + " V on its line.");
        return sentences;
    }

    private String words(Current current) {
        String share = current.whole() > 0
                ? ", " + shown(100 * current.share()) + " % of its cells' " + shown(current.whole()) + " A."
                : ", whose cells are open or have no voltage.";
        return shown(current.loss()) + " A at " + problem.reading().sensedLine() + " " + (current.line() + 1)
                + inVector(current.vector()) + share;
    }

    private static String shown(double value) {
        return NumberText.of(new BigDecimal(value).round(new MathContext(4)).doubleValue());
    }

    private String inVector(int vector) {
        return problem.voltages().rows() > 1 ? ", vector " + (vector + 1) : "";
    }
}
