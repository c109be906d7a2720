package org.ohmgrad.circuit;

import static org.ohmgrad.report.Numbers.exactText;

import java.io.IOException;
import java.io.Writer;

/**
 * The input of ngspice for a crossbar: {@code ngspice -b FILE} solves the circuit for every vector of voltages and prints
 * the currents of the sensed terminals.
 *
 * <p>Nodes and elements count lines from 1: w3_5 and b3_5 are the ends of cell rc3_5 on word line 3 and bit line 5, wt3 and
 * bt5 the lines' terminals, vw3 and vb5 the voltage sources between terminals and ground. A line whose wire has no
 * resistance is one node, its terminal; an open cell is left out.
 */
final class SpiceDeck {
    private final CircuitProblem problem;
    private final ReadDirection direction;
    private final Writer out;

    private SpiceDeck(CircuitProblem problem, Writer out) {
        this.problem = problem;
        direction = problem.direction();
        this.out = out;
    }

    static void write(CircuitProblem problem, Writer out) throws IOException {
        var deck = new SpiceDeck(problem, out);
        deck.writeTitle();
        deck.writeSources();
        deck.writeWordLines();
        deck.writeBitLines();
        deck.writeCells();
        deck.writeControl();
    }

    private void writeTitle() throws IOException {
        line("* Crossbar of " + problem.rows() + " x " + problem.cols() + " cells: " + direction.words());
        line("* Run with: ngspice -b THIS_FILE");
        line(
                "* Word line I has the terminal wtI with the source vwI, bit line J has btJ and vbJ, counted from 1. Cell rcI_J");
        line(
                "* lies between wI_J and bI_J, or between the terminals of lines without resistance. Open cells are left out.");
    }

    private void writeSources() throws IOException {
        double[] volts = problem.voltages().row(0);
        for (int i = 0; i < problem.rows(); i++) {
            source("w", i, direction.drivesWordLines() ? volts[i] : 0);
        }
        for (int j = 0; j < problem.cols(); j++) {
            source("b", j, direction.drivesWordLines() ? 0 : volts[j]);
        }
    }

    private void source(String kind, int at, double volts) throws IOException {
        line("v" + kind + (at + 1) + " " + kind + "t" + (at + 1) + " 0 " + exactText(volts));
    }

    private void writeWordLines() throws IOException {
        if (problem.wordLineOhms() == 0) {
            return;
        }
        int end = direction.isFar() ? problem.cols() - 1 : 0;
        for (int i = 0; i < problem.rows(); i++) {
            resistor("rw" + (i + 1) + "_t", "wt" + (i + 1), wordNode(i, end), problem.wordLineOhms());
            for (int j = 1; j < problem.cols(); j++) {
                resistor("rw" + place(i, j), wordNode(i, j - 1), wordNode(i, j), problem.wordLineOhms());
            }
        }
    }

    private void writeBitLines() throws IOException {
        if (problem.bitLineOhms() == 0) {
            return;
        }
        int end = direction.isFar() ? 0 : problem.rows() - 1;
        for (int j = 0; j < problem.cols(); j++) {
            resistor("rb" + (j + 1) + "_t", "bt" + (j + 1), bitNode(end, j), problem.bitLineOhms());
            for (int i = 1; i < problem.rows(); i++) {
                resistor("rb" + place(i, j), bitNode(i - 1, j), bitNode(i, j), problem.bitLineOhms());
            }
        }
    }

    private void writeCells() throws IOException {
        for (int i = 0; i < problem.rows(); i++) {
            for (int j = 0; j < problem.cols(); j++) {
                double ohms = 1 / problem.conductances().values()[i * problem.cols() + j];
                if (!Double.isInfinite(ohms)) {
                    resistor("rc" + place(i, j), wordNode(i, j), bitNode(i, j), ohms);
                }
            }
        }
    }

    private String wordNode(int i, int j) {
        return problem.wordLineOhms() == 0 ? "wt" + (i + 1) : "w" + place(i, j);
    }

    private String bitNode(int i, int j) {
        return problem.bitLineOhms() == 0 ? "bt" + (j + 1) : "b" + place(i, j);
    }

    private static String place(int i, int j) {
        return (i + 1) + "_" + (j + 1);
    }

    private void resistor(String name, String from, String to, double ohms) throws IOException {
        line(name + " " + from + " " + to + " " + exactText(ohms));
    }

    /** One operating point for each vector: the first has the sources' own voltages, the others alter them. */
    private void writeControl() throws IOException {
        line(".options noacct");
        line(".control");
        line("set numdgt=16");
        String driven = direction.drivesWordLines() ? "vw" : "vb";
        for (int vector = 0; vector < problem.voltages().rows(); vector++) {
            double[] volts = problem.voltages().row(vector);
            for (int k = 0; vector > 0 && k < volts.length; k++) {
                line("alter " + driven + (k + 1) + " = " + exactText(volts[k]));
            }
            line("op");
            line("echo vector " + (vector + 1) + ", currents in ampere");
            writePrints();
            line("destroy all");
        }
        line("quit");
        line(".endc");
        line(".end");
    }

    private void writePrints() throws IOException {
        String sensed = direction.drivesWordLines() ? "vb" : "vw";
        for (int k = 1; k <= direction.sensed(problem.rows(), problem.cols()); k++) {
            line("print i(" + sensed + k + ")");
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
