package org.ohmgrad.solve;

import java.io.IOException;
import java.io.Writer;
import org.ohmgrad.report.text.NumberText;

/**
 * The input of ngspice for a crossbar: {@code ngspice -b FILE} solves the circuit for every vector of voltages and prints
 * the currents of the sensed terminals.
 *
 * <p>Nodes and elements count lines from 1: w3_5 and b3_5 are the ends of cell rc3_5 on word line 3 and bit line 5, wt3 and
 * bt5 the lines' terminals, vw3 and vb5 the voltage sources between terminals and ground. A line whose wire has no
 * resistance is one node, its terminal; an open cell is left out. Where drivers or sense amplifiers have resistance, it lies
 * between terminal and line: rw3_d from wt3 to wd3, or to wl3, the one node of a line without resistance. At a second end
 * names end in e.
 */
final class SpiceDeck {
    private final CircuitProblem problem;
    private final Reading reading;
    private final Writer out;

    private SpiceDeck(CircuitProblem problem, Writer out) {
        this.problem = problem;
        reading = problem.reading();
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
        line("* Crossbar of " + problem.rows() + " x " + problem.cols() + " cells: " + reading.words());
        line("* Run with: ngspice -b THIS_FILE");
        line(
                "* Word line I has the terminal wtI with the source vwI, bit line J has btJ and vbJ, counted from 1. Cell rcI_J");
        line(
                "* lies between wI_J and bI_J, or between the terminals of lines without resistance. Open cells are left out.");
    }

    private void writeSources() throws IOException {
        double[] volts = problem.voltages().row(0);
        for (int i = 0; i < problem.rows(); i++) {
            source("w", i, reading.drivesWordLines() ? volts[i] : 0);
        }
        for (int j = 0; j < problem.cols(); j++) {
            source("b", j, reading.drivesWordLines() ? 0 : volts[j]);
        }
    }

    private void source(String kind, int at, double volts) throws IOException {
        line("v" + kind + (at + 1) + " " + kind + "t" + (at + 1) + " 0 " + NumberText.exact(volts));
    }

    private void writeWordLines() throws IOException {
        double ohms = problem.wordLineOhms();
        int last = problem.cols() - 1;
        for (int i = 0; i < problem.rows(); i++) {
            writeTerminals("w", i, ohms, wordNode(i, reading.isFar() ? last : 0), wordNode(i, last));
            for (int j = 1; ohms > 0 && j < problem.cols(); j++) {
                resistor("rw" + place(i, j), wordNode(i, j - 1), wordNode(i, j), ohms);
            }
        }
    }

    private void writeBitLines() throws IOException {
        double ohms = problem.bitLineOhms();
        int last = problem.rows() - 1;
        for (int j = 0; j < problem.cols(); j++) {
            writeTerminals("b", j, ohms, bitNode(reading.isFar() ? 0 : last, j), bitNode(0, j));
            for (int i = 1; ohms > 0 && i < problem.rows(); i++) {
                resistor("rb" + place(i, j), bitNode(i - 1, j), bitNode(i, j), ohms);
            }
        }
    }

    private void writeTerminals(String kind, int at, double ohms, String node, String other) throws IOException {
        writeTerminal(kind, at, "", ohms, node);
        if (reading.isAtBothEnds()) {
            writeTerminal(kind, at, "e", ohms, other);
        }
    }

    /** From a line's source through driver or sense amplifier and the last segment of wire. */
    private void writeTerminal(String kind, int at, String end, double ohms, String node) throws IOException {
        String source = kind + "t" + (at + 1);
        double contact = contactOhms(kind);
        String wire = contact > 0 && ohms > 0 ? kind + "d" + end + (at + 1) : source;
        if (contact > 0) {
            resistor("r" + kind + (at + 1) + "_d" + end, source, ohms > 0 ? wire : node, contact);
        }
        if (ohms > 0) {
            resistor("r" + kind + (at + 1) + "_t" + end, wire, node, ohms);
        }
    }

    private double contactOhms(String kind) {
        return kind.equals("w") == reading.drivesWordLines() ? reading.driverOhms() : reading.senseOhms();
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
        return problem.wordLineOhms() == 0 ? node("w", i) : "w" + place(i, j);
    }

    private String bitNode(int i, int j) {
        return problem.bitLineOhms() == 0 ? node("b", j) : "b" + place(i, j);
    }

    /** The one node of a line without resistance: its terminal, if nothing lies between. */
    private String node(String kind, int at) {
        return kind + (contactOhms(kind) > 0 ? "l" : "t") + (at + 1);
    }

    private static String place(int i, int j) {
        return (i + 1) + "_" + (j + 1);
    }

    private void resistor(String name, String from, String to, double ohms) throws IOException {
        line(name + " " + from + " " + to + " " + NumberText.exact(ohms));
    }

    /** One operating point for each vector: the first has the sources' own voltages, the others alter them. */
    private void writeControl() throws IOException {
        line(".options noacct");
        line(".control");
        line("set numdgt=16");
        String driven = reading.drivesWordLines() ? "vw" : "vb";
        for (int vector = 0; vector < problem.voltages().rows(); vector++) {
            double[] volts = problem.voltages().row(vector);
            for (int k = 0; vector > 0 && k < volts.length; k++) {
                line("alter " + driven + (k + 1) + " = " + NumberText.exact(volts[k]));
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
        String sensed = reading.drivesWordLines() ? "vb" : "vw";
        for (int k = 1; k <= reading.sensed(problem.rows(), problem.cols()); k++) {
            line("print i(" + sensed + k + ")");
        }
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
