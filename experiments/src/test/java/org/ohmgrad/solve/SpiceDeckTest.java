package org.ohmgrad.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmgrad.circuit.Contacts.Ends;
import org.ohmgrad.crossbar.plane.Direction;

/** Decks line by line. That ngspice solves them alike is the business of a script, as it needs ngspice. */
class SpiceDeckTest {
    private static final NumberTable CELLS = new NumberTable(2, 2, new double[] {1e-5, 0, 2e-5, 5e-5});
    private static final NumberTable VOLTS = new NumberTable(2, 2, new double[] {0.5, -0.25, 0.1, 0});

    private static Reading reading(Direction direction, Ends ends) {
        return new Reading(direction, ends, 0, 0);
    }

    private static List<String> deck(double wordLineOhms, double bitLineOhms, Reading reading) throws IOException {
        var deck = new StringWriter();
        CircuitResults.writeDeck(new CircuitProblem(CELLS, VOLTS, wordLineOhms, bitLineOhms, reading), deck);
        return deck.toString().lines().filter(line -> !line.startsWith("*")).toList();
    }

    @Test
    void aForwardReadIsDrivenAtTheWordLines() throws IOException {
        assertEquals(
                List.of(
                        "vw1 wt1 0 0.5",
                        "vw2 wt2 0 -0.25",
                        "vb1 bt1 0 0",
                        "vb2 bt2 0 0",
                        "rw1_t wt1 w1_1 1.5",
                        "rw1_2 w1_1 w1_2 1.5",
                        "rw2_t wt2 w2_1 1.5",
                        "rw2_2 w2_1 w2_2 1.5",
                        "rb1_t bt1 b2_1 3",
                        "rb2_1 b1_1 b2_1 3",
                        "rb2_t bt2 b2_2 3",
                        "rb2_2 b1_2 b2_2 3",
                        "rc1_1 w1_1 b1_1 99999.999999999985",
                        "rc2_1 w2_1 b2_1 49999.999999999993",
                        "rc2_2 w2_2 b2_2 20000",
                        ".options noacct",
                        ".control",
                        "set numdgt=16",
                        "op",
                        "echo vector 1, currents in ampere",
                        "print i(vb1)",
                        "print i(vb2)",
                        "destroy all",
                        "alter vw1 = 0.10000000000000001",
                        "alter vw2 = 0",
                        "op",
                        "echo vector 2, currents in ampere",
                        "print i(vb1)",
                        "print i(vb2)",
                        "destroy all",
                        "quit",
                        ".endc",
                        ".end"),
                deck(1.5, 3, Reading.FORWARD));
    }

    @Test
    void aTransposedReadIsDrivenAtTheBitLines() throws IOException {
        List<String> deck = deck(1.5, 3, reading(Direction.TRANSPOSED, Ends.NEAR));
        assertTrue(deck.containsAll(List.of(
                "vw1 wt1 0 0",
                "vb1 bt1 0 0.5",
                "vb2 bt2 0 -0.25",
                "print i(vw1)",
                "rw1_t wt1 w1_1 1.5",
                "alter vb2 = 0")));
    }

    @Test
    void farTerminalsAreAtTheOtherEnds() throws IOException {
        List<String> deck = deck(1.5, 3, reading(Direction.TRANSPOSED, Ends.FAR));
        assertTrue(deck.containsAll(List.of("rw1_t wt1 w1_2 1.5", "rb1_t bt1 b1_1 3", "print i(vw2)")));
    }

    @Test
    void aLineWithoutResistanceIsOneNode() throws IOException {
        List<String> deck = deck(0, 3, Reading.FORWARD);
        assertTrue(deck.contains("rc2_2 wt2 b2_2 20000"));
        assertFalse(deck.stream().anyMatch(line -> line.startsWith("rw")));
        assertTrue(deck(0, 0, Reading.FORWARD).contains("rc2_2 wt2 bt2 20000"));
    }

    @Test
    void aForwardReadHasFarTerminalsToo() throws IOException {
        List<String> deck = deck(1.5, 3, reading(Direction.FORWARD, Ends.FAR));
        assertTrue(
                deck.containsAll(List.of("vw1 wt1 0 0.5", "rw1_t wt1 w1_2 1.5", "rb1_t bt1 b1_1 3", "print i(vb2)")));
    }

    @Test
    void bothEndsOfALineHaveTheSameSource() throws IOException {
        List<String> deck = deck(1.5, 3, reading(Direction.FORWARD, Ends.BOTH));
        assertTrue(deck.containsAll(
                List.of("rw2_t wt2 w2_1 1.5", "rw2_te wt2 w2_2 1.5", "rb1_t bt1 b2_1 3", "rb1_te bt1 b1_1 3")));
    }

    @Test
    void driversAndSenseAmplifiersAreInSeriesWithEachTerminal() throws IOException {
        List<String> deck = deck(1.5, 3, new Reading(Direction.FORWARD, Ends.BOTH, 50, 7));
        assertTrue(deck.containsAll(List.of(
                "rw1_d wt1 wd1 50",
                "rw1_t wd1 w1_1 1.5",
                "rw1_de wt1 wde1 50",
                "rw1_te wde1 w1_2 1.5",
                "rb2_d bt2 bd2 7",
                "rb2_t bd2 b2_2 3")));
        List<String> transposed = deck(1.5, 3, new Reading(Direction.TRANSPOSED, Ends.NEAR, 50, 7));
        assertTrue(transposed.containsAll(List.of("rw1_d wt1 wd1 7", "rb1_d bt1 bd1 50")));
    }

    @Test
    void aLineWithoutResistanceIsOneNodeBehindItsDriver() throws IOException {
        List<String> deck = deck(0, 0, new Reading(Direction.FORWARD, Ends.NEAR, 50, 0));
        assertTrue(deck.containsAll(List.of("rw1_d wt1 wl1 50", "rc2_2 wl2 bt2 20000")));
    }
}
