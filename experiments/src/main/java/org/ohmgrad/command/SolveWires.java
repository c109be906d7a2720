package org.ohmgrad.command;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmgrad.circuit.Contacts.Ends;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.solve.Reading;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What lies around the cells that {@code ohmgrad solve} reads: wires, terminals, drivers and sense amplifiers. */
final class SolveWires {
    @Option(
            names = "--word-line-ohms",
            paramLabel = "R",
            required = true,
            converter = Ohms.class,
            description = "Resistance of each segment of the word lines, ohm; may be 0.")
    private double wordLineOhms;

    @Option(
            names = "--bit-line-ohms",
            paramLabel = "R",
            required = true,
            converter = Ohms.class,
            description = "Resistance of each segment of the bit lines, ohm; may be 0.")
    private double bitLineOhms;

    @Option(names = "--transposed", description = "Drive the bit lines and measure at the grounded word lines.")
    private boolean transposed;

    @Option(
            names = "--far",
            description =
                    "Terminals at the far ends, above the first row and right of the last column, in either read.")
    private boolean far;

    @Option(
            names = "--both-ends",
            description = "Terminals at both ends of every line: driven alike, or grounded and their currents added.")
    private boolean bothEnds;

    @Option(
            names = "--driver-ohms",
            paramLabel = "R",
            converter = Ohms.class,
            description = "Output resistance of the drivers, ohm: in series with each terminal of a driven line.")
    private double driverOhms;

    @Option(
            names = "--sense-ohms",
            paramLabel = "R",
            converter = Ohms.class,
            description =
                    "Input resistance of the sense amplifiers, ohm: in series with each terminal of a sensed line.")
    private double senseOhms;

    @Option(
            names = "--until",
            paramLabel = "P%",
            converter = Percentage.class,
            description =
                    "Multiply the ohms of all wires until the worst current has lost P per cent, and solve with these.")
    private Optional<Double> until = Optional.empty();

    double wordLineOhms() {
        return wordLineOhms;
    }

    double bitLineOhms() {
        return bitLineOhms;
    }

    /** The share of the worst current at which wires have the resistance wanted. */
    OptionalDouble until() {
        return until.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    Reading reading() {
        if (far && bothEnds) {
            throw new UserException("--far and --both-ends exclude each other");
        }
        Direction direction = transposed ? Direction.TRANSPOSED : Direction.FORWARD;
        return new Reading(direction, bothEnds ? Ends.BOTH : far ? Ends.FAR : Ends.NEAR, driverOhms, senseOhms);
    }

    /** Shares of the command line. */
    static final class Percentage implements CommandLine.ITypeConverter<Double> {
        private static final Pattern PERCENT = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+) ?%");

        @Override
        public Double convert(String text) {
            Matcher percent = PERCENT.matcher(text);
            double share = percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : 0;
            if (share >= 1e-6 && share < 1) {
                return share;
            }
            throw new CommandLine.TypeConversionException(
                    "must be a percentage from 0.0001% to below 100%, such as 1%, but is " + text);
        }
    }

    /** Resistances of the command line. */
    static final class Ohms implements CommandLine.ITypeConverter<Double> {
        private static final double LEAST = 1e-100;
        private static final double MOST = 1e100;
        private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

        @Override
        public Double convert(String text) {
            double ohms = NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (ohms == 0 || (ohms >= LEAST && ohms <= MOST)) {
                return ohms;
            }
            throw new CommandLine.TypeConversionException(
                    "must be a number of ohms, 0 or from 1e-100 to 1e100, but is " + text);
        }
    }
}
