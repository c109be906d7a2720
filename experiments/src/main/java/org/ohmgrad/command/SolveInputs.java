package org.ohmgrad.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.solve.CircuitProblem;
import org.ohmgrad.solve.Reading;
import org.ohmgrad.solve.Unit;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.Source;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The tables that {@code ohmgrad solve} reads, and what takes the place of one. */
final class SolveInputs {
    @Option(
            names = "--conductances",
            paramLabel = "G.csv",
            required = true,
            description =
                    "Conductances of the cells, siemens: a row for each word line, a column for each bit line; 0 is"
                            + " an open cell.")
    private Path conductances = Path.of("");

    @Option(
            names = "--unit",
            paramLabel = "S|mS|uS|nS|ohm|kohm",
            converter = OfConductances.class,
            description = "What the conductances are in. Without it they are siemens, and refused above 0.1 S.")
    private Optional<Unit> unit = Optional.empty();

    @Option(
            names = "--voltages",
            paramLabel = "V.csv",
            description = "Voltages of the driven lines, volt: a row for each vector.")
    private Optional<Path> voltages = Optional.empty();

    @Option(
            names = "--voltage-unit",
            paramLabel = "V|mV",
            converter = OfVoltages.class,
            description = "What the voltages are in. Without it they are volt, and refused above 100 V.")
    private Optional<Unit> voltageUnit = Optional.empty();

    @Option(
            names = "--decimal",
            paramLabel = "auto|comma|point",
            converter = Marks.class,
            description =
                    "Decimal mark of both tables, to be said where rows like 1,5 may be two numbers or one: comma or point.")
    private Decimal decimal = Decimal.AUTO;

    @Option(
            names = "--worst",
            paramLabel = "V|+-V",
            converter = Swing.Converter.class,
            description =
                    "In place of --voltages: the vector that takes most from any current, in ampere, of all that have"
                            + " 0 or V volt on each driven line, or +V or -V. It is exact, as the circuit is linear.")
    private Optional<Swing> worst = Optional.empty();

    /**
     * Voltages that lines may have.
     *
     * @param volts the largest
     * @param signed whether they have plus or minus that, or that or 0
     */
    record Swing(double volts, boolean signed) {
        /** From the command line. */
        static final class Converter implements CommandLine.ITypeConverter<Swing> {
            private static final Pattern SWING =
                    Pattern.compile("(\\+-|±)?((\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?)");

            @Override
            public Swing convert(String text) {
                Matcher swing = SWING.matcher(text);
                double volts = swing.matches() ? Double.parseDouble(swing.group(2)) : 0;
                if (volts > 0 && volts <= 100) {
                    return new Swing(volts, swing.group(1) != null);
                }
                throw new CommandLine.TypeConversionException(
                        "must be a voltage above 0 and up to 100 V, as 0.2 for lines at 0 or 0.2 V or +-0.2 for lines at"
                                + " -0.2 or 0.2 V, but is " + text);
            }
        }
    }

    /** Decimal marks of the command line. */
    static final class Marks implements CommandLine.ITypeConverter<Decimal> {
        @Override
        public Decimal convert(String text) {
            return Arrays.stream(Decimal.values())
                    .filter(mark -> mark.name().toLowerCase(Locale.ROOT).equals(text))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "must be auto, comma or point but is " + Source.shown(text)));
        }
    }

    /** Names of units. */
    static final class OfConductances implements CommandLine.ITypeConverter<Unit> {
        @Override
        public Unit convert(String text) {
            return unit(text, false);
        }
    }

    /** Names of units. */
    static final class OfVoltages implements CommandLine.ITypeConverter<Unit> {
        @Override
        public Unit convert(String text) {
            return unit(text, true);
        }
    }

    private static Unit unit(String text, boolean ofVoltages) {
        try {
            return Unit.of(text, ofVoltages);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /** The inputs that are to be chosen, if they are not read. */
    Optional<Swing> worst() {
        return worst;
    }

    /** The problem, without voltages where the worst are to be found. */
    CircuitProblem read(double wordLineOhms, double bitLineOhms, Reading reading) {
        if (voltages.isPresent() == worst.isPresent()) {
            throw new UserException(
                    voltages.isPresent()
                            ? "--voltages and --worst exclude each other"
                            : "Missing required option: '--voltages=V.csv', or '--worst=V' to find them");
        }
        CircuitProblem cells =
                CircuitProblem.read(conductances, voltages, decimal, unit, wordLineOhms, bitLineOhms, reading);
        return voltages.isPresent() ? cells.drivenBy(conductances, voltages.get(), decimal, voltageUnit) : cells;
    }

    /** Files that are read, and so must not be written to, with what messages call them. */
    Map<Path, String> files() {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(conductances, "--conductances");
        voltages.ifPresent(file -> files.put(file, "--voltages"));
        return files;
    }
}
