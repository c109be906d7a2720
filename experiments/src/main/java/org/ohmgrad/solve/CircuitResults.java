package org.ohmgrad.solve;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Solution;
import org.ohmgrad.report.text.NumberText;

/** Solves a problem vector by vector and writes what comes out with 17 significant digits, keeping nothing. */
public final class CircuitResults {
    private final CircuitProblem problem;
    private final Writer currents;
    private final Optional<Writer> nodes;
    private final Losses losses;

    private CircuitResults(CircuitProblem problem, Writer currents, Optional<Writer> nodes, Losses losses) {
        this.problem = problem;
        this.currents = currents;
        this.nodes = nodes;
        this.losses = losses;
    }

    /**
     * Writes the solutions.
     *
     * @param currents receives CSV: one row for each vector, the current of every sensed terminal into ground, ampere
     * @param nodes receives CSV with a header: the voltages of both ends of every cell, volt
     * @param losses told of every solution
     * @return the first vector's solution
     * @throws IOException if one of the writers fails
     * @throws CircuitException if the numbers are beyond what can be solved
     */
    public static Solution write(CircuitProblem problem, Writer currents, Optional<Writer> nodes, Losses losses)
            throws IOException {
        return new CircuitResults(problem, currents, nodes, losses).write();
    }

    /**
     * Writes the deck with which ngspice solves the same problem.
     *
     * @param deck receives the deck
     * @throws IOException if the writer fails
     */
    public static void writeDeck(CircuitProblem problem, Writer deck) throws IOException {
        SpiceDeck.write(problem, deck);
    }

    /**
     * Writes a problem's voltages as a table that can be read again.
     *
     * @param out receives CSV: one row for each vector, volt
     * @throws IOException if the writer fails
     */
    public static void writeVoltages(CircuitProblem problem, Writer out) throws IOException {
        for (int vector = 0; vector < problem.voltages().rows(); vector++) {
            writeRow(out, problem.voltages().row(vector));
        }
    }

    private Solution write() throws IOException {
        WireCircuit circuit = problem.wired();
        if (nodes.isPresent()) {
            nodes.get().write("vector,row,column,word_line_volt,bit_line_volt\n");
        }
        Solution first = write(circuit, 0);
        for (int vector = 1; vector < problem.voltages().rows(); vector++) {
            write(circuit, vector);
        }
        return first;
    }

    private Solution write(WireCircuit circuit, int vector) throws IOException {
        Solution solution = solve(problem, circuit, vector);
        losses.add(vector, solution);
        writeRow(currents, solution.currents());
        if (nodes.isPresent()) {
            writeNodes(nodes.get(), vector, solution);
        }
        return solution;
    }

    /** Solves a circuit for one of a problem's vectors. */
    static Solution solve(CircuitProblem problem, WireCircuit circuit, int vector) {
        try {
            Solution solution =
                    problem.reading().solve(circuit, problem.voltages().row(vector));
            requireFinite(solution.currents());
            return solution;
        } catch (ArithmeticException e) {
            throw new CircuitException(
                    "vector " + (vector + 1)
                            + " cannot be solved in double precision: conductances, voltages or ohms are"
                            + " too large or too different",
                    e);
        }
    }

    private static void requireFinite(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new ArithmeticException("a current is " + value);
            }
        }
    }

    private static void writeRow(Writer out, double... values) throws IOException {
        for (int k = 0; k < values.length; k++) {
            out.write(k == 0 ? "" : ",");
            out.write(NumberText.exact(values[k]));
        }
        out.write('\n');
    }

    private void writeNodes(Writer out, int vector, Solution solution) throws IOException {
        int cols = problem.cols();
        for (int k = 0; k < problem.rows() * cols; k++) {
            out.write((vector + 1) + "," + (k / cols + 1) + "," + (k % cols + 1) + ",");
            out.write(NumberText.exact(solution.wordLineVolts()[k]) + "," + NumberText.exact(solution.bitLineVolts()[k])
                    + "\n");
        }
    }
}
