package org.ohmgrad.solve;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.table.Decimal;

/**
 * A crossbar whose wires have resistance, and the vectors of voltages that it is to be solved for. A segment of wire joins
 * neighbouring cells of a line, and one more leads to its terminal; the other end floats.
 *
 * @param conductances siemens, a row for each word line, a column for each bit line; 0 is an open cell
 * @param voltages volt, a row for each vector
 * @param wordLineOhms resistance of each segment of the word lines, ohm; may be 0
 * @param bitLineOhms resistance of each segment of the bit lines, ohm; may be 0
 * @param reading which lines are driven, and where
 */
public record CircuitProblem(
        NumberTable conductances, NumberTable voltages, double wordLineOhms, double bitLineOhms, Reading reading) {
    private static final double TOLERANCE = 1e-14;
    private static final double MOST_BESIDE_WIRES = 1e6;
    private static final double MOST_VOLTS = 1e100;

    /**
     * Reads a crossbar without voltages.
     *
     * @param file conductances, one row for each word line
     * @param beside the voltages, if they are read, which may show what commas mean
     * @param decimal the decimal mark
     * @param unit they are in, if the user has named it; siemens if not
     * @throws CircuitException if the file cannot be read or used
     */
    public static CircuitProblem read(
            Path file,
            Optional<Path> beside,
            Decimal decimal,
            Optional<Unit> unit,
            double wordLineOhms,
            double bitLineOhms,
            Reading reading) {
        Decimal mark = beside.map(other -> DecimalMark.of(file, other, decimal)).orElse(decimal);
        NumberTable cells =
                Unit.inSi(file, NumberTableReader.read(file, Quantity.CONDUCTANCE, mark), Quantity.CONDUCTANCE, unit);
        requireSolvable(file, cells, Math.max(wordLineOhms, bitLineOhms));
        requireTold(wordLineOhms, reading.wordLineOhms());
        requireTold(bitLineOhms, reading.bitLineOhms());
        NumberTable none = new NumberTable(0, reading.driven(cells.rows(), cells.cols()), new double[0]);
        return new CircuitProblem(cells, none, wordLineOhms, bitLineOhms, reading);
    }

    /**
     * The same crossbar with voltages from a table.
     *
     * @param conductances file that the crossbar was read from, for messages
     * @param file voltages, one row for each vector
     * @param decimal the decimal mark
     * @param unit they are in, if the user has named it; volt if not
     * @throws CircuitException if the file cannot be read or used
     */
    public CircuitProblem drivenBy(Path conductances, Path file, Decimal decimal, Optional<Unit> unit) {
        NumberTable volts = NumberTableReader.read(
                file,
                Quantity.VOLTAGE,
                DecimalMark.of(file, conductances, decimal),
                OptionalInt.of(voltages.cols()),
                "one for each " + reading.drivenLine() + " of " + conductances);
        requireAtMost(file, volts, MOST_VOLTS, "a voltage", "V");
        return drivenBy(Unit.inSi(file, volts, Quantity.VOLTAGE, unit));
    }

    /** The same crossbar with other voltages. */
    CircuitProblem drivenBy(NumberTable volts) {
        return new CircuitProblem(conductances, volts, wordLineOhms, bitLineOhms, reading);
    }

    /** The same with all wires of so many times the resistance. */
    CircuitProblem scaled(double factor) {
        return new CircuitProblem(conductances, voltages, factor * wordLineOhms, factor * bitLineOhms, reading);
    }

    /** By how much the resistance of the wires can be multiplied so that double precision still solves the circuit. */
    double mostScale() {
        double most = Arrays.stream(conductances.values()).max().orElse(0);
        return MOST_BESIDE_WIRES / (Math.max(wordLineOhms, bitLineOhms) * Math.max(most, Double.MIN_NORMAL));
    }

    /** Beside a short the wires' own drop is lost to rounding: at this limit about ten digits are right. */
    private static void requireSolvable(Path file, NumberTable cells, double ohms) {
        if (ohms > 0) {
            requireAtMost(
                    file, cells, MOST_BESIDE_WIRES / ohms, "a conductance beside wires of " + ohms + " ohm", "siemens");
        }
    }

    /** Behind a large resistance all nodes of a line are nearly alike: at this limit about nine digits are right. */
    private static void requireTold(double wireOhms, double contactOhms) {
        if (wireOhms > 0 && contactOhms > MOST_BESIDE_WIRES * wireOhms) {
            throw new CircuitException("wires of " + wireOhms + " ohm a segment behind drivers or sense amplifiers of "
                    + contactOhms + " ohm are lost to rounding: give 0 ohm for these wires");
        }
    }

    private static void requireAtMost(Path file, NumberTable table, double most, String what, String unit) {
        for (int k = 0; k < table.values().length; k++) {
            if (Math.abs(table.values()[k]) > most) {
                throw new CircuitException(file + ": row " + (k / table.cols() + 1) + ", column "
                        + (k % table.cols() + 1) + ": " + what + " must be at most " + most + " " + unit
                        + " to be solved in double precision, but is " + table.values()[k]);
            }
        }
    }

    /** What of the two files was left out, in sentences without their full stops. */
    public List<String> notes() {
        return Stream.of(conductances.note(), voltages.note())
                .filter(note -> !note.isEmpty())
                .toList();
    }

    /** Word lines. */
    public int rows() {
        return conductances.rows();
    }

    /** Bit lines. */
    public int cols() {
        return conductances.cols();
    }

    /** Lines that a vector of voltages drives. */
    int driven() {
        return reading.driven(rows(), cols());
    }

    /** Lines whose currents are measured. */
    int sensed() {
        return reading.sensed(rows(), cols());
    }

    /** The driven line of a cell, given by its index in a table. */
    int drivenLine(int cell) {
        return reading.drivesWordLines() ? cell / cols() : cell % cols();
    }

    /** The sensed line of a cell. */
    int sensedLine(int cell) {
        return reading.drivesWordLines() ? cell % cols() : cell / cols();
    }

    /** The circuit without its voltages, ready to be solved as exactly as double precision allows. */
    WireCircuit wired() {
        return new WireCircuit(conductances.values(), rows(), cols(), wordLineOhms, bitLineOhms, TOLERANCE);
    }
}
