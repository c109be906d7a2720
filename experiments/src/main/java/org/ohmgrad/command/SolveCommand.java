package org.ohmgrad.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ohmgrad.circuit.WireCircuit.Solution;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.report.chart.HeatMap;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.solve.CircuitProblem;
import org.ohmgrad.solve.CircuitResults;
import org.ohmgrad.solve.Losses;
import org.ohmgrad.solve.OutputFiles;
import org.ohmgrad.solve.TolerableWires;
import org.ohmgrad.solve.VoltageMap;
import org.ohmgrad.solve.WorstInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
                    + " of them. At most 1,048,576 conductances and 4,194,304 voltages are read.",
            "",
            "It tells the largest loss of current and the worst cell on standard output, or on standard error if the currents"
                    + " are on the former. What a line loses is its current without any resistance of wires, drivers and"
                    + " sense amplifiers less its current; the share is taken of what its cells would pass if all voltages"
                    + " had one sign."
        })
final class SolveCommand implements Callable<Integer> {
    private static final String MAP_END = ".svg";

    @Mixin
    private SolveInputs inputs = new SolveInputs();

    @Mixin
    private SolveWires wires = new SolveWires();

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

    @Option(
            names = "--worst-out",
            paramLabel = "V.csv",
            description = "With --worst: file for the vector that was found, volt.")
    private Optional<Path> worstOut = Optional.empty();

    private final List<String> told = new ArrayList<>();

    @Override
    public Integer call() {
        checkMap();
        long start = System.nanoTime();
        CircuitProblem problem = problem();
        problem.notes().forEach(note -> System.err.println("ohmgrad: " + note + "."));
        Losses losses = new Losses(problem);
        try (OutputFiles files = new OutputFiles(inputs.files())) {
            Optional<Writer> deck = spice.map(file -> files.open("--spice", file));
            Optional<Writer> voltsOut = nodes.map(file -> files.open("--nodes", file));
            Optional<Writer> mapLines = map.map(file -> files.open("--map", file));
            Optional<OutputStream> mapDots = map.map(file -> files.openBytes("--map", beside(file)));
            Optional<Writer> vector = worstOut.map(file -> files.open("--worst-out", file));
            Writer currents = out.map(file -> files.open("--out", file)).orElseGet(SolveCommand::standardOutput);
            if (deck.isPresent()) {
                CircuitResults.writeDeck(problem, deck.get());
            }
            if (vector.isPresent()) {
                CircuitResults.writeVoltages(problem, vector.get());
            }
            Solution first = CircuitResults.write(problem, currents, voltsOut, losses);
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
        tell(problem, losses, (System.nanoTime() - start) * 1e-9);
        if (System.out.checkError()) {
            throw new UserException("the results cannot be written to standard output");
        }
        return 0;
    }

    /** What is to be solved: as it was read, or with the wires and the voltages that were asked for. */
    private CircuitProblem problem() {
        if (worstOut.isPresent() && inputs.worst().isEmpty()) {
            throw new UserException("--worst-out says where the vector of --worst goes, so it needs --worst");
        }
        CircuitProblem read = inputs.read(wires.wordLineOhms(), wires.bitLineOhms(), wires.reading());
        CircuitProblem wired =
                wires.until().isPresent() ? tolerable(read, wires.until().getAsDouble()) : read;
        return inputs.worst().map(swing -> worst(wired, swing)).orElse(wired);
    }

    private CircuitProblem tolerable(CircuitProblem read, double share) {
        CircuitProblem found = inputs.worst()
                .map(swing -> TolerableWires.ofWorstInput(read, share, swing.volts(), swing.signed()))
                .orElseGet(() -> TolerableWires.of(read, share));
        told.add(TolerableWires.sentence(found, share));
        return found;
    }

    private CircuitProblem worst(CircuitProblem wired, SolveInputs.Swing swing) {
        WorstInput found = new WorstInput(wired, swing.volts(), swing.signed());
        told.add(found.sentence());
        return found.problem();
    }

    /** Where the currents are not, so that either can be piped alone. */
    private void tell(CircuitProblem problem, Losses losses, double seconds) {
        told.addAll(losses.sentences());
        told.add(String.format(
                Locale.ROOT,
                "Solved %s of %,d x %,d cells in %.2f s.",
                Words.count(problem.voltages().rows(), "vector"),
                problem.rows(),
                problem.cols(),
                seconds));
        told.forEach((out.isPresent() ? System.out : System.err)::println);
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

    private static Writer standardOutput() {
        return new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
    }
}
