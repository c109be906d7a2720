package org.ohmgrad.experiment;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ohmgrad.circuit.OutputFiles;
import org.ohmgrad.data.PulseMeasurements;
import org.ohmgrad.report.Numbers;
import org.ohmgrad.report.PulseFigure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad fit-device}. */
@Command(
        name = "fit-device",
        description =
                "Fits a pulse curve to measured conductances and writes it as a device, with the fit drawn beside it.",
        mixinStandardHelpOptions = true)
final class FitDeviceCommand implements Callable<Integer> {
    private static final String END = ".json";

    @Parameters(
            paramLabel = "FILE.csv",
            description = "Columns pulse (counted from the start of its train), conductance (siemens) and branch (up or"
                    + " down), with a header line.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DEVICE.json",
            description = "The device file to write; a figure is written beside it as SVG and PNG.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (!out.toString().endsWith(END)) {
            throw new UserException("--out must name a file that ends in " + END + " but is " + out);
        }
        PulseMeasurements measured = PulseMeasurements.read(file);
        PulseFit fit = PulseFit.of(measured);
        write(measured, fit);
        print(measured, fit);
        return 0;
    }

    private void write(PulseMeasurements measured, PulseFit fit) throws IOException {
        PulseFigure figure = new PulseFigure(
                "Pulse curve fitted to " + file.getFileName(),
                List.of(branch(measured, fit, true), branch(measured, fit, false)));
        byte[] dots = figure.png();
        try (OutputFiles files = new OutputFiles(Map.of(file, "the measurements"))) {
            Writer device = files.open("--out", out);
            Writer lines = files.open("--out", beside(".svg"));
            OutputStream png = files.openBytes("--out", beside(".png"));
            device.write(json(fit));
            lines.write(figure.svg());
            png.write(dots);
            files.publish();
        }
    }

    private Path beside(String end) {
        String name = String.valueOf(out.getFileName());
        return out.resolveSibling(name.substring(0, name.length() - END.length()) + end);
    }

    private static PulseFigure.Branch branch(PulseMeasurements measured, PulseFit fit, boolean up) {
        List<PulseFigure.Train> trains = measured.trains().stream()
                .filter(train -> train.up() == up)
                .map(train -> new PulseFigure.Train(
                        train.points().stream()
                                .map(PulseMeasurements.Point::pulse)
                                .toList(),
                        train.points().stream()
                                .map(PulseMeasurements.Point::conductance)
                                .toList()))
                .toList();
        return new PulseFigure.Branch(up ? "up" : "down", measured.pulses(up), trains, pulse -> fit.at(up, pulse));
    }

    private String json(PulseFit fit) {
        String source =
                "\"fitted to " + String.valueOf(file.getFileName()).replaceAll("[\\\\\"\\p{Cntrl}]", "_") + "\"";
        String pulses = String.join(
                ", ",
                "\"type\": \"pulse-curve\"",
                "\"pulsesUp\": " + fit.curve().pulsesUp(),
                "\"pulsesDown\": " + fit.curve().pulsesDown(),
                "\"labelUp\": " + Numbers.text(fit.curve().labelUp()),
                "\"labelDown\": " + Numbers.text(fit.curve().labelDown()),
                "\"cycleToCycle\": " + Numbers.text(fit.curve().cycleToCycle()));
        String sources = String.join(
                ", ",
                List.of("/gMin", "/gMax", "/pulses").stream()
                        .map(pointer -> "\"" + pointer + "\": " + source)
                        .toList());
        return String.join(
                        "\n",
                        "{",
                        "  \"type\": \"parametric\",",
                        "  \"gMin\": " + Numbers.text(fit.gMin()) + ",",
                        "  \"gMax\": " + Numbers.text(fit.gMax()) + ",",
                        "  \"pulses\": {" + pulses + "},",
                        "  \"sources\": {" + sources + "}",
                        "}")
                + "\n";
    }

    private void print(PulseMeasurements measured, PulseFit fit) {
        Rows rows = new Rows();
        rows.add("quantity", "value", "unit");
        rows.add("gMin", ChipFacts.shown(fit.gMin()), "siemens");
        rows.add("gMax", ChipFacts.shown(fit.gMax()), "siemens");
        rows.add("label up", ChipFacts.shown(fit.curve().labelUp()), "");
        rows.add("label down", ChipFacts.shown(fit.curve().labelDown()), "");
        rows.add(
                "cycle to cycle, noise of measuring included",
                ChipFacts.shown(fit.curve().cycleToCycle()),
                "of the range");
        rows.add(
                "distance of the points from the curve (root mean square)",
                ChipFacts.shown(fit.residual()),
                "of the range");
        rows.aligned().forEach(System.out::println);
        System.out.println();
        System.out.println("Fitted to " + measured.count() + " conductances in "
                + measured.trains().size() + " trains. Written: " + out + ", " + beside(".svg") + ", "
                + beside(".png"));
    }
}
