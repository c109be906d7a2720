package org.ohmgrad.solve;

import java.util.Arrays;
import java.util.Locale;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.report.text.NumberText;

/**
 * The vector of voltages for which some line loses most of its current, of all in which each driven line has 0 or so many
 * volt, or plus or minus so many. Cells and wires are linear: what a line loses is the sum over driven lines of voltage times
 * what the circuit's matrix lacks of the conductance there, so the sign of each lack decides that line's voltage. It is found
 * for every line and exactly; nothing is searched. No voltages between these bounds lose more.
 */
public final class WorstInput {
    private final CircuitProblem problem;
    private final double volts;
    private final boolean signed;
    private final double[] lacks;
    private final double[] whole;
    private final double[] most;

    /**
     * Of a crossbar.
     *
     * @param volts magnitude of the voltages of driven lines, volt, positive
     * @param signed whether lines have plus or minus that, or that or 0
     * @throws CircuitException if the circuit cannot be solved
     */
    public WorstInput(CircuitProblem problem, double volts, boolean signed) {
        this.problem = problem;
        this.volts = volts;
        this.signed = signed;
        double[] cells = problem.conductances().values();
        lacks = effective(problem);
        whole = new double[problem.sensed()];
        double[] gains = new double[problem.sensed()];
        most = new double[problem.sensed()];
        for (int k = 0; k < cells.length; k++) {
            int line = problem.sensedLine(k);
            lacks[k] = cells[k] - lacks[k];
            whole[line] += cells[k] * volts;
            most[line] += Math.max(lacks[k], 0) * volts;
            gains[line] += Math.max(-lacks[k], 0) * volts;
        }
        Arrays.setAll(
                most,
                line -> signed ? most[line] + gains[line] : most[line] >= gains[line] ? most[line] : -gains[line]);
    }

    private static double[] effective(CircuitProblem problem) {
        try {
            WireCircuit circuit = problem.wired();
            return circuit.effective(problem.reading().contacts()).clone();
        } catch (ArithmeticException e) {
            throw new CircuitException("the circuit cannot be solved in double precision: " + e.getMessage(), e);
        }
    }

    /** The sensed line that can lose most, counted from 0. */
    private int line() {
        int worst = 0;
        for (int line = 1; line < most.length; line++) {
            worst = Math.abs(most[line]) > Math.abs(most[worst]) ? line : worst;
        }
        return worst;
    }

    /** The same problem with this vector. */
    public CircuitProblem problem() {
        int worst = line();
        double[] vector = new double[problem.driven()];
        for (int k = 0; k < lacks.length; k++) {
            if (problem.sensedLine(k) == worst) {
                double toward = most[worst] >= 0 ? lacks[k] : -lacks[k];
                vector[problem.drivenLine(k)] = toward >= 0 ? volts : signed ? -volts : 0;
            }
        }
        return problem.drivenBy(new NumberTable(1, vector.length, vector));
    }

    /** The largest loss of any line beside what its cells would pass with all lines at the full voltage. */
    double largestShare() {
        double share = 0;
        for (int line = 0; line < most.length; line++) {
            share = whole[line] > 0 ? Math.max(share, Math.abs(most[line]) / whole[line]) : share;
        }
        return share;
    }

    /** What was found, in a sentence. */
    public String sentence() {
        double[] vector = problem().voltages().row(0);
        long on = Arrays.stream(vector).filter(each -> each > 0).count();
        return String.format(
                Locale.ROOT,
                "Worst input, exact: %,d of %,d %ss at %s V, the others at %s V; no other input makes any current lose more.",
                on,
                vector.length,
                problem.reading().drivenLine(),
                NumberText.of(volts),
                signed ? NumberText.of(-volts) : "0");
    }
}
