package org.ohmgrad.circuit;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ohmgrad.crossbar.WireCircuit;
import org.ohmgrad.table.Decimal;

/**
 * A crossbar whose wires have resistance, and the vectors of voltages that it is to be solved for. A segment of wire joins
 * neighbouring cells of a line, and one more leads to its terminal; the other end floats.
 *
 * @param conductances siemens, a row for each word line, a column for each bit line; 0 is an open cell
 * @param voltages volt, a row for each vector
 * @param wordLineOhms resistance of each segment of the word lines, ohm; may be 0
 * @param bitLineOhms resistance of each segment of the bit lines, ohm; may be 0
 */
public record CircuitProblem(
        NumberTable conductances,
        NumberTable voltages,
        double wordLineOhms,
        double bitLineOhms,
        ReadDirection direction) {
    private static final double TOLERANCE = 1e-14;
    private static final double MOST_BESIDE_WIRES = 1e6;
    private static final double MOST_VOLTS = 1e100;

    /**
     * Reads a problem from two tables.
     *
     * @param conductances siemens, one row for each word line
     * @param voltages volt, one row for each vector
     * @param decimal the decimal mark of both
     * @throws CircuitException if a file cannot be read or used
     */
    public static CircuitProblem read(
            Path conductances,
            Path voltages,
            Decimal decimal,
            double wordLineOhms,
            double bitLineOhms,
            ReadDirection direction) {
        NumberTable cells = NumberTableReader.read(
                conductances, Quantity.CONDUCTANCE, DecimalMark.of(conductances, voltages, decimal));
        int driven = direction.driven(cells.rows(), cells.cols());
        NumberTable volts = NumberTableReader.read(
                voltages,
                Quantity.VOLTAGE,
                DecimalMark.of(voltages, conductances, decimal),
                OptionalInt.of(driven),
                "one for each " + direction.drivenLine() + " of " + conductances);
        requireSolvable(conductances, cells, Math.max(wordLineOhms, bitLineOhms));
        requireAtMost(voltages, volts, MOST_VOLTS, "a voltage", "V");
        return new CircuitProblem(cells, volts, wordLineOhms, bitLineOhms, direction);
    }

    /** Beside a short the wires' own drop is lost to rounding: at this limit about ten digits are right. */
    private static void requireSolvable(Path file, NumberTable cells, double ohms) {
        if (ohms > 0) {
            requireAtMost(
                    file, cells, MOST_BESIDE_WIRES / ohms, "a conductance beside wires of " + ohms + " ohm", "siemens");
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

    /** The circuit without its voltages, ready to be solved as exactly as double precision allows. */
    WireCircuit wired() {
        return new WireCircuit(conductances.values(), rows(), cols(), wordLineOhms, bitLineOhms, TOLERANCE);
    }
}
