package org.ohmgrad.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.fit.PulseFile.Reads;
import org.ohmgrad.fit.PulseMeasurements.Train;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.TableException;

class PulseFileTest {
    @TempDir
    private Path folder;

    private PulseMeasurements read(String text, Reads reads) throws IOException {
        return PulseFile.read(List.of(Files.writeString(folder.resolve("t.csv"), text)), reads);
    }

    private static final String USUAL =
            "pulse,conductance,branch\n0,1e-6,up\n1,4e-6,up\n2,6e-6,up\n3,8e-6,up\n0,8e-6,down\n1,5e-6,down\n2,2e-6,down\n3,1e-6,down\n";

    private static void assertUsual(PulseMeasurements measured) {
        assertEquals(2, measured.trains().size());
        assertTrain(measured, true, 1e-6, 4e-6, 6e-6, 8e-6);
        assertTrain(measured, false, 8e-6, 5e-6, 2e-6, 1e-6);
    }

    private static void assertTrain(PulseMeasurements measured, boolean up, double... siemens) {
        Train train = measured.trains().stream()
                .filter(one -> one.up() == up)
                .findFirst()
                .orElseThrow();
        assertEquals(siemens.length, train.points().size());
        for (int k = 0; k < siemens.length; k++) {
            assertEquals(k, train.points().get(k).pulse());
            assertEquals(siemens[k], train.points().get(k).conductance(), 1e-12 * siemens[k]);
        }
    }

    /** In the texts, a vertical bar stands for a line's end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pulse,conductance,branch|0,1e-6,up|1,4e-6,up|2,6e-6,up|3,8e-6,up|0,8e-6,down|1,5e-6,down|2,2e-6,down|3,1e-6,down",
                "Pulse,Conductance,Branch|0.000e+00,1e-6,UP|1.000e+00,4e-6,UP|2.000e+00,6e-6,UP|3.000e+00,8e-6,UP|0,8e-6,DOWN|1,5e-6,DOWN|2,2e-6,DOWN|3,1e-6,DOWN",
                "# from the bench|pulse;conductance (uS);branch||0;1,0;LTP|1;4,0;LTP|2;6,0;LTP|3;8,0;LTP|0;8,0;LTD|1;5,0;LTD||2;2,0;LTD|3;1,0;LTD||",
                "time\tpulse number\tG [uS]\tdirection\ttemperature|9\t0\t1\tset\t20|9\t1\t4\tset\t20|9\t2\t6\tset\t20|9\t3\t8\tset\t20|9\t0\t8\treset\t20|9\t1\t5\treset\t20|9\t2\t2\treset\t20|9\t3\t1\treset\t20",
                "pulse,ohm,branch|0,1e6,up|1,250e3,up|2,166666.666666666667,up|3,125e3,up|0,125e3,down|1,2e5,down|2,5e5,down|3,1e6,down",
                "pulse,resistance (kohm),branch|0,1000,up|1,250,up|2,166.666666666666667,up|3,125,up|0,125,down|1,200,down|2,500,down|3,1000,down",
                "pulse,current (uA),voltage,branch|0,0.1,0.1,up|1,0.4,0.1,up|2,0.6,0.1,up|3,0.8,0.1,up|0,0.8,0.1,down|1,0.5,0.1,down|2,0.2,0.1,down|3,0.1,0.1,down",
                "# pulse,conductance,branch|0,1e-6,up|1,4e-6,up|2,6e-6,up|3,8e-6,up|0,8e-6,down|1,5e-6,down|2,2e-6,down|3,1e-6,down",
                "0,1e-6,up|1,4e-6,up|2,6e-6,up|3,8e-6,up|0,8e-6,down|1,5e-6,down|2,2e-6,down|3,1e-6,down",
                "pulse,branch,t1|0,up,1e-6|1,up,4e-6|2,up,6e-6|3,up,8e-6|0,down,8e-6|1,down,5e-6|2,down,2e-6|3,down,1e-6",
                "pulse,up,down|0,1e-6,8e-6|1,4e-6,5e-6|2,6e-6,2e-6|3,8e-6,1e-6",
                "LTP (uS),LTD (uS)|1,8|4,5|6,2|8,1",
                "rmp1,rmp2|1e-6,8e-6|4e-6,5e-6|6e-6,2e-6|8e-6,1e-6",
                "0,1e-6,8e-6|1,4e-6,5e-6|2,6e-6,2e-6|3,8e-6,1e-6"
            })
    void whatInstrumentsAndSpreadsheetsWriteIsRead(String text) throws IOException {
        assertUsual(read(text.replace('|', '\n'), Reads.usual()));
    }

    @Test
    void unitsAndVoltagesThatTheTableLeavesOutCanBeSaid() throws IOException {
        String table = "0,1,8\n1,4,5\n2,6,2\n3,8,1\n";
        assertUsual(read(table, new Reads("uS", Double.NaN, false, Decimal.AUTO)));
        String currents = """
                pulse,current,branch
                0,1e-7,up
                1,4e-7,up
                2,6e-7,up
                3,8e-7,up
                0,8e-7,down
                1,5e-7,down
                2,2e-7,down
                3,1e-7,down
                """;
        assertUsual(read(currents, new Reads("", 0.1, false, Decimal.AUTO)));
        TableException e = assertThrows(TableException.class, () -> read(currents, Reads.usual()));
        assertTrue(String.valueOf(e.getMessage()).contains("--voltage"), e::getMessage);
    }

    @Test
    void branchesNamedAfterTheResistanceAreTakenSo() throws IOException {
        PulseMeasurements measured = read("""
                pulse,resistance,branch
                0,1e6,down
                1,250e3,down
                2,2e5,down
                3,125e3,down
                0,125e3,up
                1,2e5,up
                2,5e5,up
                3,1e6,up
                """, Reads.usual());
        assertTrain(measured, true, 1e-6, 4e-6, 5e-6, 8e-6);
        assertTrain(measured, false, 8e-6, 5e-6, 2e-6, 1e-6);
        assertTrue(measured.notes().get(0).contains("named after the resistance"));
    }

    @Test
    void severalTablesAreOneMeasurement() throws IOException {
        Path set = Files.writeString(
                folder.resolve("set.csv"), "rmp1,rmp2\n1e-6,1.1e-6\n4e-6,4.1e-6\n6e-6,6e-6\n8e-6,8e-6\n");
        Path reset = Files.writeString(
                folder.resolve("reset.csv"), "rmp1,rmp2\n8e-6,8e-6\n5e-6,5e-6\n2e-6,2e-6\n1e-6,1e-6\n");
        PulseMeasurements measured = PulseFile.read(List.of(set, reset), Reads.usual());
        assertEquals(4, measured.trains().size());
        assertEquals(2, measured.devices());
        assertTrain(measured, false, 8e-6, 5e-6, 2e-6, 1e-6);
        PulseMeasurements twice = PulseFile.read(List.of(set, set, reset), Reads.usual());
        assertEquals(6, twice.trains().size());
        assertTrue(twice.areTold());
    }

    @Test
    void trainsAndDevicesAreToldByTheirColumns() throws IOException {
        StringBuilder text = new StringBuilder("pulse,conductance,branch,device,cycle\n");
        for (String name : new String[] {"a,1", "a,2", "b,1"}) {
            for (int pulse = 0; pulse < 4; pulse++) {
                text.append(pulse)
                        .append(',')
                        .append(pulse + 1)
                        .append("e-6,up,")
                        .append(name)
                        .append('\n');
            }
        }
        PulseMeasurements measured = read(text.toString(), Reads.usual());
        assertEquals(3, measured.trains().size());
        assertEquals(2, measured.devices());
        assertTrue(measured.areTold());
    }

    private static String wide(String header) {
        return header + "\n0,up,1,2\n1,up,4,5\n2,up,6,7\n3,up,8,9\n0,down,8,9\n1,down,5,6\n2,down,2,3\n3,down,1,2\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'pulse,branch,t1 (uS),t2 (uS)' | 2 | are taken as of different devices",
                "'pulse,branch,cycle 1 (uS),cycle 2 (uS)' | 1 | cycles of one device",
                "'pulse,branch,cell 1 (uS),cell 2 (uS)' | 2 | say of which device"
            })
    void aColumnOfBranchesAndOneForEachTrainAreRead(String header, int devices, String note) throws IOException {
        PulseMeasurements measured = read(wide(header), Reads.usual());
        assertEquals(4, measured.trains().size());
        assertEquals(devices, measured.devices());
        assertTrain(measured, true, 1e-6, 4e-6, 6e-6, 8e-6);
        assertTrain(measured, false, 8e-6, 5e-6, 2e-6, 1e-6);
        assertTrue(measured.notes().toString().contains(note), measured.notes()::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'pulse,LTP,LTD' | 1",
                "'LTP (S),LTD (S)' | 1",
                "'n,G_up,G_down' | 1",
                "'pulse,LTP 1,LTD 1' | 1",
                "'pulse,cycle1 up,cycle2 down' | 1",
                "'pulse,LTP 1,LTD 2' | 2",
                "'pulse,device1_LTP,device2_LTD' | 2",
                "'pulse,device A up,device A down' | 1",
                "'pulse,device A,device B' | 2",
                "'pulse,rmp1,rmp2' | 1",
                "'pulse,g1,g2' | 1"
            })
    void namesOfColumnsSayOfWhichDeviceTheirTrainsAre(String header, int devices) throws IOException {
        boolean isCounted = !header.startsWith("LTP");
        String rows = isCounted
                ? "0,1e-6,8e-6\n1,4e-6,5e-6\n2,6e-6,2e-6\n3,8e-6,1e-6\n"
                : "1e-6,8e-6\n4e-6,5e-6\n6e-6,2e-6\n8e-6,1e-6\n";
        PulseMeasurements measured = read(header + "\n" + rows, Reads.usual());
        assertUsual(measured);
        assertEquals(devices, measured.devices());
    }

    @ParameterizedTest
    @CsvSource({"cycle,1,cycles of one device", "device,2,to name devices", "train,2,as of different devices"})
    void cyclesAreOfOneDeviceAndOnlyDevicesDiffer(String column, int devices, String note) throws IOException {
        StringBuilder text = new StringBuilder("pulse,conductance,branch," + column + "\n");
        for (int name = 1; name <= 2; name++) {
            for (String row : USUAL.lines().skip(1).toList()) {
                text.append(row).append(',').append(name).append('\n');
            }
        }
        PulseMeasurements measured = read(text.toString(), Reads.usual());
        assertEquals(4, measured.trains().size());
        assertEquals(devices, measured.devices());
        assertTrue(measured.notes().toString().contains(note), measured.notes()::toString);
    }

    @Test
    void aMissingVoltageIsSaidOnceAndAnEmptyOneInItsRow() {
        String rows = "0,1e-7,up\n1,4e-7,up\n2,6e-7,up\n3,8e-7,up\n";
        for (String text :
                new String[] {"pulse,current,branch\n" + rows, "pulse,I1 (A),I2 (A)\n0,1e-7,1e-7\n1,4e-7,4e-7\n"}) {
            TableException e = assertThrows(TableException.class, () -> read(text, Reads.usual()));
            assertEquals(1, String.valueOf(e.getMessage()).lines().count(), e::getMessage);
            assertTrue(String.valueOf(e.getMessage()).contains("as in --voltage 0.1"), e::getMessage);
        }
        TableException e = assertThrows(
                TableException.class,
                () -> read("pulse,current,voltage,branch\n0,1e-7,0.1,up\n1,4e-7,,up\n", Reads.usual()));
        assertTrue(
                String.valueOf(e.getMessage())
                        .endsWith(
                                ":3: column 3 (\"voltage\") must be the voltage of the read, other than 0, but is empty"),
                e::getMessage);
    }

    @Test
    void aTableWithoutHeaderAndConductancesBelowZeroAreRemarkedOn() throws IOException {
        String rows = USUAL.substring(USUAL.indexOf('\n') + 1);
        assertEquals(
                List.of("The table has no header: its columns are taken as pulse, conductance and branch."),
                read(rows, Reads.usual()).notes());
        assertTrue(read("0,1e-6,8e-6\n1,4e-6,5e-6\n2,6e-6,2e-6\n3,8e-6,1e-6\n", Reads.usual())
                .notes()
                .contains("The table has no header: its first column is taken as pulse, the others as conductances."));
        assertEquals(
                List.of("One conductance lies below 0, down to -2e-8 siemens: taken as noise of the readings."),
                read(USUAL.replace("3,1e-6", "3,-2e-8"), Reads.usual()).notes());
        assertEquals(List.of(), read(USUAL, Reads.usual()).notes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'pulse,G_uS,branch' | column 2 \"G_uS\" is not recognised: a unit is written in brackets, as in \"G (uS)\"",
                "'pulse,t1_nS,t2_nS' | as in \"t1 (nS)\"; column 3 \"t2_nS\"",
                "'pulse,conductnce,branch' | column 2 \"conductnce\" is not recognised: it looks like \"conductance\"",
                "'puls,conductance,branch' | it looks like \"pulse\"",
                "'pulse,cond,branch' | it looks like \"conductance\"",
                "'pulse,conductance,brnch' | it looks like \"branch\"",
                "'pulse,conductance,devise' | it looks like \"device\""
            })
    void aNameThatIsNearlyRightGetsAHint(String header, String hint) {
        TableException e = assertThrows(TableException.class, () -> read(header + "\n0,1e-6,1\n", Reads.usual()));
        String message = String.valueOf(e.getMessage());
        assertTrue(message.contains(hint), message);
        assertTrue(message.contains("Recognised are conductance (or g, siemens), resistance"), message);
    }

    @Test
    void otherColumnsAreStillPassedOver() throws IOException {
        String rows =
                USUAL.lines().skip(1).map(row -> row + ",7,x,3").collect(java.util.stream.Collectors.joining("\n"));
        assertUsual(read("pulse,conductance,branch,time,remark,temperature\n" + rows, Reads.usual()));
    }

    @Test
    void cyclesThatGoOnCountingAreOfOneDevice() throws IOException {
        StringBuilder text = new StringBuilder("pulse,conductance,branch\n");
        int pulse = 0;
        for (int cycle = 0; cycle < 3; cycle++) {
            for (double g : new double[] {5, 6, 7, 8}) {
                text.append(pulse++).append(',').append(g).append("e-6,up\n");
            }
            for (double g : new double[] {6, 4, 3, 2}) {
                text.append(pulse++).append(',').append(g).append("e-6,down\n");
            }
        }
        PulseMeasurements measured = read(text.toString(), Reads.usual());
        assertEquals(6, measured.trains().size());
        assertEquals(1, measured.devices());
    }

    @Test
    void rowsInTheOrderOfMeasuringTellTrainsIfTheirUserSaysSo() throws IOException {
        String twice = USUAL + USUAL.substring(USUAL.indexOf('\n') + 1);
        assertEquals(false, read(twice, Reads.usual()).areTold());
        PulseMeasurements measured = read(twice, new Reads("", Double.NaN, true, Decimal.AUTO));
        assertTrue(measured.areTold());
        assertEquals(4, measured.trains().size());
    }

    @Test
    void moreThanTwentyThousandRowsAreRead() throws IOException {
        StringBuilder text = new StringBuilder("pulse,conductance,branch\n");
        for (int pulse = 0; pulse < 30_000; pulse++) {
            text.append(pulse).append(',').append(1e-6 + 1e-9 * pulse).append(",up\n");
        }
        assertEquals(30_000, read(text.toString(), Reads.usual()).count());
    }

    @Test
    void smallNegativeReadingsAreNoise() throws IOException {
        assertEquals(
                -2e-8,
                read(USUAL.replace("3,1e-6", "3,-2e-8"), Reads.usual())
                        .trains()
                        .get(1)
                        .points()
                        .get(3)
                        .conductance());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'0,1,8;1,4,5;2,6,2;3,8,1' | has a conductance of 8 siemens, where no cell has more than 1",
                "'pulse,conductance,branch;0,-5e-6,up;1,4e-6,up;2,6e-6,up;3,8e-6,up' | too far below 0 for noise",
                "'pulse,resistance,branch;0,0,up' | (\"resistance\") must be a resistance above 0 but has \"0\"",
                "'pulse,G (furlong),branch;0,0,up' | the unit \"furlong\" of column 2",
                "'pulse,conductance;0,1e-6;1,1.1e-6;2,1e-6;3,1.1e-6;4,1e-6' | neither rise nor fall clearly",
                "'conductance,branch;1e-6,up' | must name a column pulse",
                "'pulse,branch;0,up' | must name a column conductance",
                "'pulse,pulses,conductance,branch;0,0,1,up' | mean the same"
            })
    void whatHasNoMeaningIsRefused(String text, String message) {
        TableException e = assertThrows(TableException.class, () -> read(text.replace(';', '\n'), Reads.usual()));
        assertTrue(String.valueOf(e.getMessage()).contains(message), e::getMessage);
    }
}
