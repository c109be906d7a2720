package org.ohmgrad.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseCurve;
import org.ohmgrad.fit.Laws;
import org.ohmgrad.fit.Measured;
import org.ohmgrad.fit.PulseMeasurements;
import org.ohmgrad.fit.PulseMeasurements.Point;
import org.ohmgrad.fit.PulseMeasurements.Train;
import org.ohmgrad.plan.Settings;

class FitDeviceTest {

    @TempDir
    private Path folder;

    private static PulseMeasurements measured(PulseCurve curve, int cells, double readSigma) {
        ParametricDeviceModel device = Measured.device(curve, readSigma, DeviceToDevice.none());
        return Measured.of(device, curve.pulsesUp(), curve.pulsesDown(), cells, 1);
    }

    private Path write(PulseMeasurements measured) throws IOException {
        StringBuilder text = new StringBuilder("branch,pulse,conductance,train\n");
        for (Train train : measured.trains()) {
            for (Point point : train.points()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%d,%.9e,%s%n",
                        train.up() ? "up" : "down",
                        point.pulse(),
                        point.conductance(),
                        train.device()));
            }
        }
        return Files.writeString(folder.resolve("measured.csv"), text);
    }

    @Test
    void theCommandWritesADeviceThatAChipCanNameAndDrawsTheFit() throws IOException {
        Path csv = write(measured(new PulseCurve(97, 100, 2.4, -4.88, 0.002), 2, 0.005));
        Path device = folder.resolve("mine.json");
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", device);
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("Fitted pulse-curve to 398 conductances in 4 trains."), outcome.out());
        ParametricDeviceModel model =
                (ParametricDeviceModel) Settings.reader().read(device).bind(DeviceModel.class);
        assertEquals(Measured.G_MAX, model.gMax(), 0.05 * Measured.G_MAX);
        assertTrue(model.pulses() instanceof PulseCurve);
        assertEquals("fitted to measured.csv", model.sources().get("/pulses"));
        assertEquals(0, Program.execute("validate", device).code());
        String svg = Files.readString(folder.resolve("mine.svg"));
        assertTrue(
                svg.contains("pulse-curve fitted to measured.csv") && svg.contains("measured: after 50 pulses"), svg);
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
                "'HEADER0,1e-6,up,9' | :2: this row has 4 fields but the header has 3",
                "'HEADER0,1e-6,sideways' | :2: column 3 (\"branch\") must be up or down (or LTP or LTD, set or reset) but has \"sideways\"",
                "'HEADERSOUND1.5,1e-6,down' | :6: column 1 (\"pulse\") must be a whole number from 0 to 1000000 but has \"1.5\"",
                "'HEADERSOUND1,,down' | :6: column 2 (\"conductance\") must be a number but is empty",
                "'HEADERSOUND1,1e999,down' | :6: column 2 (\"conductance\") must be a number but has \"1e999\"",
                "'HEADERSOUND1,NaN,down' | :6: column 2 (\"conductance\") must be a number but has \"NaN\"",
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
                        "ohmgrad: " + csv + ":2: column 2 (\"conductance\") must be a number but has \"abc\"",
                        csv + ":3: column 1 (\"pulse\") must be a whole number from 0 to 1000000 but has \"x\"",
                        csv + ":3: column 3 (\"branch\") must be up or down (or LTP or LTD, set or reset) but has"
                                + " \"sideways\"",
                        csv
                                + ":4: column 3 (\"branch\") must be up or down (or LTP or LTD, set or reset) but is empty"),
                outcome.err().lines().toList());
    }

    @Test
    void conductancesThatDoNotRiseAreRefused() throws IOException {
        String falling =
                "0,4e-6,up\n1,3e-6,up\n2,2e-6,up\n3,1e-6,up\n0,1e-6,down\n1,2e-6,down\n2,3e-6,down\n3,4e-6,down\n";
        Path csv = Files.writeString(folder.resolve("bad.csv"), HEADER + falling);
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("x.json"));
        assertEquals(
                "ohmgrad: no pulse curve can be fitted: the branch up does not rise, or the branch down does not fall"
                        + " with the number of pulses, counted from the start of each train\n",
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
                outcome.err().contains("has a conductance of 400000 siemens, where no cell has more than 1"),
                outcome.err());
        assertTrue(outcome.err().contains("name the column resistance if these are ohms"), outcome.err());
        assertTrue(Files.notExists(folder.resolve("x.json")));
    }

    @Test
    void aNameThatIsNoneIsRefused() throws IOException {
        Path csv = write(measured(new PulseCurve(20, 20, 1, -1, 0), 1, 0));
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("device.txt"));
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("--out must name a file that ends in .json"), outcome.err());
        Program.Outcome nowhere = Program.execute("fit-device", csv, "--out", folder.resolve("no/such/device.json"));
        assertTrue(nowhere.err().contains("there is no such folder"), nowhere.err());
        Program.Outcome missing = Program.execute("fit-device", folder.resolve("no.csv"), "--out", "x.json");
        assertTrue(missing.err().contains("no.csv does not exist"), missing.err());
    }

    private static final String STEEP = """
            0,2e-6,up
            1,5e-6,up
            2,7e-6,up
            3,9e-6,up
            4,10e-6,up
            0,6e-6,down
            1,4e-6,down
            2,2.5e-6,down
            3,1.5e-6,down
            4,1e-6,down
            """;

    @Test
    void aPoorFitIsSaidLoudlyAndWrittenOnlyIfAccepted() throws IOException {
        Path csv = Files.writeString(folder.resolve("poor.csv"), HEADER + STEEP);
        Path device = folder.resolve("poor.json");
        Program.Outcome refused = Program.execute("fit-device", csv, "--out", device);
        assertEquals(1, refused.code());
        assertTrue(
                refused.err().contains("a poor fit: the curve leaves the points by 0.144 of the range"), refused.err());
        assertTrue(Files.notExists(device));
        Program.Outcome accepted = Program.execute("fit-device", csv, "--out", device, "--accept");
        assertEquals(0, accepted.code(), accepted.err());
        assertTrue(accepted.err().contains("a poor fit"));
        assertEquals(0, Program.execute("validate", device).code());
    }

    @Test
    void filesThatAreThereStayUnlessForced() throws IOException {
        Path csv = Files.writeString(folder.resolve("poor.csv"), HEADER + STEEP);
        Path device = Files.writeString(folder.resolve("mine.json"), "precious");
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", device, "--accept");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("there is already " + device + ": name another --out"), outcome.err());
        assertEquals("precious", Files.readString(device));
        assertEquals(
                0,
                Program.execute("fit-device", csv, "--out", device, "--accept", "--force")
                        .code());
    }

    @Test
    void theOutputSaysWhatALabelIsHowSureNumbersAreAndWhichLawIsBetter() throws IOException {
        Path csv = write(measured(new PulseCurve(40, 40, 2, -2, 0.002), 1, 0.005));
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("mine.json"));
        assertTrue(outcome.out().contains("A label says how bent a curve is"), outcome.out());
        assertTrue(outcome.out().contains("uncertainty") && outcome.out().contains("+- "), outcome.out());
        assertTrue(outcome.out().contains("One device was measured"), outcome.out());
        assertTrue(outcome.out().contains("BIC"), outcome.out());
    }

    @Test
    void theOutputSaysWhichDevicesWereUnderstoodAndWhatIsHeld() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("held.csv"),
                "pulse,LTP,LTD\n0,0,10e-6\n1,0.1e-6,5e-6\n2,1e-6,2e-6\n3,4e-6,0.5e-6\n4,8e-6,0.1e-6\n5,10e-6,0\n");
        Program.Outcome outcome = Program.execute("fit-device", csv, "--out", folder.resolve("mine.json"));
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("Understood as one device, pulsed once up and once down."), outcome.out());
        assertTrue(outcome.out().contains("branches of one device"), outcome.out());
        assertFalse(outcome.out().contains("deviceToDevice "), outcome.out());
        assertTrue(outcome.out().contains("siemens, held at 0"), outcome.out());
        assertTrue(outcome.out().contains("The best gMin would lie below 0"), outcome.out());
        assertTrue(outcome.out().contains("1.034e-5  +- 0.134e-5"), outcome.out());
    }

    @Test
    void lawsHaveOneNameInHelpErrorsAndOutput() throws IOException {
        String help = Program.execute("fit-device", "--help").out().replaceAll("\\s+", " ");
        String names = String.join(", ", Laws.names());
        assertTrue(help.contains("One of " + names + ". Without it pulse-curve"), help);
        assertFalse(help.contains("--law table"), help);
        Path csv = write(measured(new PulseCurve(30, 30, 2, -2, 0), 1, 0));
        for (String law : Laws.names()) {
            Program.Outcome outcome = Program.execute(
                    "fit-device", csv, "--out", folder.resolve(law + ".json"), "--law", law, "--accept");
            assertTrue(outcome.out().contains("Fitted " + law + " to"), outcome.out());
        }
        Program.Outcome wrong = Program.execute("fit-device", csv, "--out", "x.json", "--law", "cubic");
        assertEquals("ohmgrad: --law must be one of " + names + " but is cubic\n", wrong.err());
    }

    @Test
    void theLawCanBeChosenAndAWrongNameIsRefused() throws IOException {
        Path csv = write(measured(new PulseCurve(30, 30, 2, -2, 0), 1, 0.02));
        for (String law : List.of("soft-bounds", "linear", "exponential", "table")) {
            Path device = folder.resolve(law + ".json");
            Program.Outcome outcome = Program.execute("fit-device", csv, "--out", device, "--law", law);
            assertEquals(0, outcome.code(), outcome.err());
            assertEquals(0, Program.execute("validate", device).code());
        }
        Program.Outcome outcome =
                Program.execute("fit-device", csv, "--out", folder.resolve("x.json"), "--law", "quadratic");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("--law must be one of pulse-curve, soft-bounds"), outcome.err());
    }
}
