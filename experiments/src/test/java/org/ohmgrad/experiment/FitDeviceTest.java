package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.data.PulseMeasurements;
import org.ohmgrad.data.PulseMeasurements.Point;
import org.ohmgrad.data.PulseMeasurements.Train;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.PulseCurve;
import org.ohmgrad.device.PulseLaw;
import org.ohmgrad.device.PulsedCell;
import org.ohmgrad.random.Draws;

class FitDeviceTest {
    private static final double G_MIN = 3e-9;
    private static final double G_MAX = 40e-9;
    private static final PulsedCell CELL = new PulsedCell(G_MIN, G_MAX, 1, 1);

    @TempDir
    private Path folder;

    /** Trains of one cell whose pulses scatter cycle to cycle, and whose reads are noisy. */
    private static PulseMeasurements measured(PulseCurve curve, int trains, double readSigma, long seed) {
        List<Train> all = new ArrayList<>();
        PulseLaw law = curve.law(G_MIN, G_MAX);
        Draws draws = new Draws(seed, "test/pulses");
        for (int train = 0; train < 2 * trains; train++) {
            boolean up = train % 2 == 0;
            double conductance = up ? G_MIN : G_MAX;
            List<Point> points = new ArrayList<>();
            for (int pulse = 0; pulse <= (up ? curve.pulsesUp() : curve.pulsesDown()); pulse++) {
                double noise = readSigma * (G_MAX - G_MIN) * draws.normal(2L * train, pulse);
                points.add(new Point(pulse, Math.max(0, conductance + noise)));
                conductance = CELL.after(law, conductance, up, draws.normal(2L * train + 1, pulse));
            }
            all.add(new Train(up, points));
        }
        return new PulseMeasurements(all);
    }

    @ParameterizedTest
    @CsvSource({"97, 100, 2.4, -4.88", "32, 32, 1.75, 1.46", "128, 60, 0.04, -0.63", "50, 50, -3, 6", "64, 64, 0, 0"})
    void withoutNoiseTheParametersComeBackExactly(int up, int down, double labelUp, double labelDown) {
        PulseFit fit = PulseFit.of(measured(new PulseCurve(up, down, labelUp, labelDown, 0), 1, 0, 1));
        assertEquals(G_MIN, fit.gMin(), 1e-6 * G_MAX);
        assertEquals(G_MAX, fit.gMax(), 1e-6 * G_MAX);
        assertEquals(labelUp, fit.curve().labelUp(), 1e-3);
        assertEquals(labelDown, fit.curve().labelDown(), 1e-3);
        assertEquals(0, fit.curve().cycleToCycle(), 1e-6);
        assertEquals(0, fit.residual(), 1e-6);
        assertEquals(up, fit.curve().pulsesUp());
        assertEquals(down, fit.curve().pulsesDown());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void throughNoisyReadsTheParametersComeBackNearly(long seed) {
        PulseFit fit = PulseFit.of(measured(new PulseCurve(97, 100, 2.4, -4.88, 0), 5, 0.01, seed));
        assertEquals(G_MIN, fit.gMin(), 0.01 * G_MAX);
        assertEquals(G_MAX, fit.gMax(), 0.01 * G_MAX);
        assertEquals(2.4, fit.curve().labelUp(), 0.15);
        assertEquals(-4.88, fit.curve().labelDown(), 0.15);
        assertEquals(0.01, fit.residual(), 0.001);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theScatterOfPulsesComesBackNearly(long seed) {
        PulseFit fit = PulseFit.of(measured(new PulseCurve(60, 60, 1, -1, 0.005), 20, 0, seed));
        assertEquals(0.005, fit.curve().cycleToCycle(), 0.0005);
        assertEquals(1, fit.curve().labelUp(), 0.3);
        assertEquals(-1, fit.curve().labelDown(), 0.3);
    }

    private Path write(PulseMeasurements measured) throws IOException {
        StringBuilder text = new StringBuilder("branch,pulse,conductance\n");
        for (Train train : measured.trains()) {
            for (Point point : train.points()) {
                text.append(String.format(
                        Locale.ROOT, "%s,%d,%.9e%n", train.up() ? "up" : "down", point.pulse(), point.conductance()));
            }
        }
        return Files.writeString(folder.resolve("measured.csv"), text);
    }

    @Test
    void theCommandWritesADeviceThatAChipCanNameAndDrawsTheFit() throws IOException {
        Path csv = write(measured(new PulseCurve(97, 100, 2.4, -4.88, 0.002), 2, 0.005, 1));
        Path device = folder.resolve("mine.json");
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", device);
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("Fitted to 398 conductances in 4 trains."), outcome.out());
        ParametricDeviceModel model =
                (ParametricDeviceModel) Settings.reader().read(device).bind(DeviceModel.class);
        assertEquals(G_MAX, model.gMax(), 0.05 * G_MAX);
        assertTrue(model.pulses() instanceof PulseCurve);
        assertEquals("fitted to measured.csv", model.sources().get("/pulses"));
        assertEquals(0, Program.execute("validate", device).code());
        String svg = Files.readString(folder.resolve("mine.svg"));
        assertTrue(
                svg.contains("Pulse curve fitted to measured.csv") && svg.contains("measured: after 50 pulses"), svg);
        byte[] png = Files.readAllBytes(folder.resolve("mine.png"));
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Arrays.copyOf(png, 4));
    }

    private static final String HEADER = "pulse,conductance,branch\n";
    private static final String SOUND = "0,1e-6,up\n1,2e-6,up\n2,3e-6,up\n3,4e-6,up\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "'pulse,siemens,branch;0,1,up' | :1: the header must name the columns pulse, conductance, branch but names pulse, siemens, branch",
                "'HEADER0,1e-6' | :2: this row has 2 fields but the header has 3",
                "'HEADER0,1e-6,sideways' | :2: column 3 (\"branch\") must be up or down but has \"sideways\"",
                "'HEADERSOUND1.5,1e-6,down' | :6: column 1 (\"pulse\") must be a whole number from 0 to 1000000 but has \"1.5\"",
                "'HEADERSOUND1,-1e-6,down' | :6: column 2 (\"conductance\") must be a number of siemens, not negative, but has \"-1e-6\"",
                "'HEADERSOUND1,,down' | :6: column 2 (\"conductance\") must be a number of siemens, not negative, but is empty",
                "'HEADERSOUND1,1e999,down' | :6: column 2 (\"conductance\") must be a number of siemens, not negative, but has \"1e999\"",
                "'HEADERSOUND1,NaN,down' | :6: column 2 (\"conductance\") must be a number of siemens, not negative, but has \"NaN\"",
                "'HEADERSOUND0,4e-6,down;1,3e-6,down' | has 2 different numbers of pulses in the branch \"down\" where at least 4 are needed"
            })
    void aBadTableIsRefusedWithLineAndColumn(String text, String message) throws IOException {
        String table = text.replace("HEADER", HEADER).replace("SOUND", SOUND).replace(';', '\n');
        Path csv = Files.writeString(folder.resolve("bad.csv"), table);
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("x.json"));
        String gap = message.startsWith(":") ? "" : " ";
        assertEquals("ohmgrad: " + csv + gap + message + "\n", outcome.err());
        assertEquals(2, outcome.code());
        assertTrue(Files.notExists(folder.resolve("x.json")));
    }

    @Test
    void allMistakesOfATableAreNamedAtOnce() throws IOException {
        Path csv = Files.writeString(folder.resolve("bad.csv"), HEADER + "0,abc,up\nx,2e-6,sideways\n1,2e-6\n");
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("x.json"));
        assertEquals(
                List.of(
                        "ohmgrad: " + csv + ":2: column 2 (\"conductance\") must be a number of siemens, not negative,"
                                + " but has \"abc\"",
                        csv + ":3: column 1 (\"pulse\") must be a whole number from 0 to 1000000 but has \"x\"",
                        csv + ":3: column 3 (\"branch\") must be up or down but has \"sideways\"",
                        csv + ":4: this row has 2 fields but the header has 3"),
                outcome.err().lines().toList());
    }

    @Test
    void conductancesThatDoNotRiseAreRefused() throws IOException {
        String falling =
                "0,4e-6,up\n1,3e-6,up\n2,2e-6,up\n3,1e-6,up\n0,1e-6,down\n1,2e-6,down\n2,3e-6,down\n3,4e-6,down\n";
        Path csv = Files.writeString(folder.resolve("bad.csv"), HEADER + falling);
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("x.json"));
        assertEquals(
                "ohmgrad: no pulse curve can be fitted: the branch up does not rise, or the branch down does not fall\n",
                outcome.err());
        String zeros = "0,0,up\n1,0,up\n2,0,up\n3,0,up\n0,0,down\n1,0,down\n2,0,down\n3,0,down\n";
        Files.writeString(csv, HEADER + zeros);
        Program.Outcome none = Program.execute("fit-device", csv, "--out", folder.resolve("x.json"));
        assertEquals("ohmgrad: no pulse curve can be fitted: all conductances are 0\n", none.err());
    }

    @Test
    void resistancesAreNoConductances() throws IOException {
        String ohms = "0,1e5,up\n1,2e5,up\n2,3e5,up\n3,4e5,up\n0,4e5,down\n1,3e5,down\n2,2e5,down\n3,1e5,down\n";
        Path csv = Files.writeString(folder.resolve("bad.csv"), HEADER + ohms);
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("x.json"));
        assertEquals(2, outcome.code());
        assertTrue(
                outcome.err().startsWith("ohmgrad: no device has these conductances: gMax must be at most 1 siemens"),
                outcome.err());
        assertTrue(outcome.err().contains("or in ohm?"), outcome.err());
        assertTrue(Files.notExists(folder.resolve("x.json")));
    }

    @Test
    void aNameThatIsNoneIsRefused() throws IOException {
        Path csv = write(measured(new PulseCurve(20, 20, 1, -1, 0), 1, 0, 1));
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("device.txt"));
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("--out must name a file that ends in .json"), outcome.err());
        Program.Outcome nowhere = Program.execute("fit-device", csv, "--out", folder.resolve("no/such/device.json"));
        assertTrue(nowhere.err().contains("there is no such folder"), nowhere.err());
        Program.Outcome missing = Program.execute("fit-device", folder.resolve("no.csv"), "--out", "x.json");
        assertTrue(missing.err().contains("no.csv does not exist"), missing.err());
    }
}
