package org.ohmgrad.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ohmgrad.fit.DeviceFit;
import org.ohmgrad.fit.FitException;
import org.ohmgrad.fit.Laws;
import org.ohmgrad.fit.PulseFile;
import org.ohmgrad.fit.PulseMeasurements;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.report.chart.PulseChart;
import org.ohmgrad.solve.OutputFiles;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.TableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad fit-device}. */
@Command(
        name = "fit-device",
        description =
                "Fits a law of pulses to measured conductances, and what scatters about it, and writes a device, with the fit"
                        + " drawn beside it.",
        footer = {
            "",
            "Tables have a row for each reading, with the columns pulse, conductance (S; or resistance, or current with"
                    + " --voltage), branch (up or down, LTP or LTD) and, if there are several, device and cycle; or a column"
                    + " for each train, such as LTP and LTD. Devices differ, cycles are repeats on one device. A unit may"
                    + " stand in the name of a column, as in \"conductance (uS)\".",
            "Exit code 1: the fit is poor, and nothing was written."
        },
        mixinStandardHelpOptions = true)
final class FitDeviceCommand implements Callable<Integer> {
    private static final String END = ".json";
    private static final int POOR = 1;
    private static final int DRAWN = 5;

    /** The laws, for the help. */
    static final class LawNames extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        LawNames() {
            super(Laws.names());
        }
    }

    @Parameters(paramLabel = "FILE.csv", arity = "1..*", description = "The measurement, in one table or in several.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DEVICE.json",
            description = "The device file to write; a figure is written beside it as SVG and PNG.")
    private Path out = Path.of("");

    @Option(
            names = "--law",
            paramLabel = "LAW",
            completionCandidates = LawNames.class,
            description = "One of ${COMPLETION-CANDIDATES}. Without it " + Laws.USUAL
                    + ", and a better one is named if there is one.")
    private String law = "";

    @Option(
            names = "--table",
            description = "The same as --law " + Laws.TABLE + ": measured means, smoothed to rise and fall.")
    private boolean isTable;

    @Option(names = "--accept", description = "Write the device although the fit is poor.")
    private boolean isAccepted;

    @Option(names = "--force", description = "Write over files that are there.")
    private boolean isForced;

    @Option(
            names = "--in-order",
            description =
                    "Rows stand in the order of measuring: a new train begins where the branch changes or the numbers"
                            + " of pulses turn. Without it the order of rows does not matter.")
    private boolean isInOrder;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description = "Unit of values whose column names none: S, uS, nS, ohm, kohm, A, uA and their like.")
    private String unit = "";

    @Option(names = "--voltage", paramLabel = "VOLT", description = "Voltage of the reads, for currents.")
    private double volts = Double.NaN;

    @Option(names = "--decimal", paramLabel = "MARK", description = "comma or point, where a table leaves it open.")
    private String decimal = "auto";

    @Override
    public Integer call() throws IOException {
        if (!out.toString().endsWith(END)) {
            throw new UserException("--out must name a file that ends in " + END + " but is " + out);
        }
        try {
            return fit();
        } catch (FitException | TableException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }

    private int fit() throws IOException {
        String wanted = law();
        PulseFile.Reads reads = reads();
        PulseMeasurements measured = PulseFile.read(files, reads);
        requireFree();
        DeviceFit fit = DeviceFit.of(measured, wanted);
        FitWords words = new FitWords(fit);
        words.lines(law.isEmpty() && !isTable).forEach(System.out::println);
        boolean isPoor = !fit.doubts().isEmpty();
        if (isPoor) {
            System.err.println("ohmgrad: a poor fit: " + String.join("; ", fit.doubts()));
        }
        if (isPoor && !isAccepted) {
            System.err.println("Nothing was written. "
                    + (wanted.equals(Laws.TABLE) ? "" : "--law " + Laws.TABLE + " follows any measurement; ")
                    + "--accept writes the device as it is.");
            return POOR;
        }
        write(fit);
        System.out.println("Written: " + out + ", " + beside(".svg") + ", " + beside(".png"));
        return 0;
    }

    private String law() {
        String word = isTable ? Laws.TABLE : law.isEmpty() ? Laws.USUAL : law;
        if (isTable && !law.isEmpty() && !Laws.named(law).equals(Laws.named(word))) {
            throw new UserException("--table and --law " + law + " contradict each other: leave one out");
        }
        return Laws.named(word)
                .orElseThrow(() -> new UserException(
                        "--law must be one of " + String.join(", ", Laws.names()) + " but is " + word));
    }

    private PulseFile.Reads reads() {
        Decimal mark = Stream.of(Decimal.values())
                .filter(one -> one.name().equalsIgnoreCase(decimal))
                .findFirst()
                .orElseThrow(() -> new UserException("--decimal must be comma or point but is " + decimal));
        return new PulseFile.Reads(unit, volts, isInOrder, mark);
    }

    private void requireFree() {
        List<String> there = Stream.of(out, beside(".svg"), beside(".png"))
                .filter(Files::isRegularFile)
                .map(Path::toString)
                .toList();
        if (!isForced && !there.isEmpty()) {
            throw new UserException("there is already " + String.join(", ", there)
                    + ": name another --out, or write over it with --force");
        }
    }

    private void write(DeviceFit fit) throws IOException {
        PulseMeasurements simulated = fit.simulated(Math.min(DRAWN, trains(fit)), 1);
        PulseChart figure = new PulseChart(
                fit.law() + " fitted to " + names(),
                Stream.of(true, false)
                        .filter(fit.measured()::has)
                        .map(up -> branch(fit, simulated, up))
                        .toList());
        byte[] dots = figure.png();
        Map<Path, String> inputs = new LinkedHashMap<>();
        files.forEach(file -> inputs.put(file, "the measurements"));
        try (OutputFiles written = new OutputFiles(inputs)) {
            Writer device = written.open("--out", out);
            Writer lines = written.open("--out", beside(".svg"));
            OutputStream png = written.openBytes("--out", beside(".png"));
            device.write(fit.json("fitted to " + names()));
            lines.write(figure.svg());
            png.write(dots);
            written.publish();
        }
    }

    private static int trains(DeviceFit fit) {
        return (int) Stream.of(true, false)
                .mapToLong(up -> fit.measured().trains().stream()
                        .filter(train -> train.up() == up)
                        .count())
                .max()
                .orElse(1);
    }

    private String names() {
        return files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(" and "));
    }

    private Path beside(String end) {
        String name = String.valueOf(out.getFileName());
        return out.resolveSibling(name.substring(0, name.length() - END.length()) + end);
    }

    private static PulseChart.Branch branch(DeviceFit fit, PulseMeasurements simulated, boolean up) {
        double[] curve = fit.curve(up);
        return new PulseChart.Branch(
                up ? "up" : "down",
                fit.measured().pulses(up),
                trains(fit.measured(), up),
                trains(simulated, up),
                pulse -> curve[pulse]);
    }

    private static List<PulseChart.Train> trains(PulseMeasurements measured, boolean up) {
        List<PulseChart.Train> trains = new ArrayList<>();
        measured.trains().stream()
                .filter(train -> train.up() == up)
                .forEach(train -> trains.add(new PulseChart.Train(
                        train.points().stream()
                                .map(PulseMeasurements.Point::pulse)
                                .toList(),
                        train.points().stream()
                                .map(PulseMeasurements.Point::conductance)
                                .toList())));
        return trains;
    }
}
