package org.ohmgrad.experiment;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.ohmgrad.circuit.CircuitProblem;
import org.ohmgrad.circuit.CircuitResults;
import org.ohmgrad.circuit.OutputFiles;
import org.ohmgrad.circuit.ReadDirection;
import org.ohmgrad.circuit.VoltageMap;
import org.ohmgrad.crossbar.WireCircuit.Solution;
import org.ohmgrad.report.HeatMap;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.Source;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ohmgrad solve}. */
@Command(
        name = "solve",
        description = "Solves a crossbar whose wires have resistance, for every vector of voltages.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Tables have no header and one row a line; commas, semicolons, tabs or blanks part their numbers. A word line has its terminal one segment of wire left of the"
                    + " first column, a bit line one segment below the last row; the other ends float. Voltages are"
                    + " applied to the terminals of the word lines, and the bit lines' are grounded; currents flow out"
                    + " of them. At most 1,048,576 conductances and 4,194,304 voltages are read."
        })
final class SolveCommand implements Callable<Integer> {
    private static final String MAP_END = ".svg";

    @Option(
            names = "--conductances",
            paramLabel = "G.csv",
            required = true,
            description =
                    "Conductances of the cells, siemens: a row for each word line, a column for each bit line; 0 is"
                            + " an open cell.")
    private Path conductances = Path.of("");

    @Option(
            names = "--voltages",
            paramLabel = "V.csv",
            required = true,
            description = "Voltages of the driven lines, volt: a row for each vector.")
    private Path voltages = Path.of("");

    @Option(
            names = "--decimal",
            paramLabel = "auto|comma|point",
            converter = Marks.class,
            description =
                    "Decimal mark of both tables, to be said where rows like 1,5 may be two numbers or one: comma or point.")
    private Decimal decimal = Decimal.AUTO;

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
                    "With --transposed: terminals at the far ends, above the first row and right of the last column.")
    private boolean far;

    @Option(
            names = "--out",
            paramLabel = "I.csv",
            description = "File for the currents, ampere, a row for each vector; printed if not given.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--nodes",
            paramLabel = "FILE",
            description =
                    "File for the voltages of both ends of every cell, volt, as CSV with a header; vectors, rows and"
                            + " columns are counted from 1.")
    private Optional<Path> nodes = Optional.empty();

    @Option(
            names = "--spice",
            paramLabel = "FILE",
            description = "File for the same circuit as an ngspice deck; 'ngspice -b FILE' prints its currents.")
    private Optional<Path> spice = Optional.empty();

    @Option(
            names = "--map",
            paramLabel = "FILE.svg",
            description =
                    "File for a picture of the voltage that the wires keep from every cell, of the first vector; FILE.png"
                            + " is written beside it.")
    private Optional<Path> map = Optional.empty();

    @Override
    public Integer call() {
        checkMap();
        CircuitProblem problem =
                CircuitProblem.read(conductances, voltages, decimal, wordLineOhms, bitLineOhms, direction());
        problem.notes().forEach(note -> System.err.println("ohmgrad: " + note + "."));
        try (OutputFiles files = new OutputFiles(inputs())) {
            Optional<Writer> deck = spice.map(file -> files.open("--spice", file));
            Optional<Writer> voltsOut = nodes.map(file -> files.open("--nodes", file));
            Optional<Writer> mapLines = map.map(file -> files.open("--map", file));
            Optional<OutputStream> mapDots = map.map(file -> files.openBytes("--map", beside(file)));
            Writer currents = out.map(file -> files.open("--out", file)).orElseGet(SolveCommand::standardOutput);
            if (deck.isPresent()) {
                CircuitResults.writeDeck(problem, deck.get());
            }
            Solution first = CircuitResults.write(problem, currents, voltsOut);
            currents.flush();
            if (mapLines.isPresent() && mapDots.isPresent()) {
                HeatMap picture = VoltageMap.of(problem, first);
                mapLines.get().write(picture.svg());
                mapDots.get().write(picture.png());
            }
            files.publish();
        } catch (IOException e) {
            throw new UserException("the results cannot be written: " + e.getMessage());
        }
        if (System.out.checkError()) {
            throw new UserException("the results cannot be written to standard output");
        }
        return 0;
    }

    /** The picture in dots beside the one in lines. */
    private static Path beside(Path map) {
        String name = String.valueOf(map.getFileName());
        return map.resolveSibling(name.substring(0, name.length() - MAP_END.length()) + ".png");
    }

    private void checkMap() {
        if (map.isPresent() && !map.get().toString().endsWith(MAP_END)) {
            throw new UserException("--map must name a file that ends in " + MAP_END + " but is " + map.get());
        }
    }

    private ReadDirection direction() {
        if (far && !transposed) {
            throw new UserException("--far says where a transposed read has its terminals, so it needs --transposed");
        }
        return far ? ReadDirection.TRANSPOSED_FAR : transposed ? ReadDirection.TRANSPOSED : ReadDirection.FORWARD;
    }

    private Map<Path, String> inputs() {
        Map<Path, String> inputs = new LinkedHashMap<>();
        inputs.put(conductances, "--conductances");
        inputs.put(voltages, "--voltages");
        return inputs;
    }

    private static Writer standardOutput() {
        return new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
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
