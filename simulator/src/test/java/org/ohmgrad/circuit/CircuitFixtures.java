package org.ohmgrad.circuit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Circuits that other programs solved. */
@SuppressWarnings("ArrayRecordComponent") // never compared
final class CircuitFixtures {
    /** A circuit of the test suite of badcrossbar, with every node voltage. */
    record Qucs(String name, WireCircuit circuit, double[] volts, double[] currents, double[] words, double[] bits) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** One read of a circuit in each direction. */
    record Spice(
            String name,
            WireCircuit circuit,
            double[] volts,
            double[] currents,
            double[] bitVolts,
            double[] wordCurrents) {
        @Override
        public String toString() {
            return name;
        }
    }

    private CircuitFixtures() {}

    static Stream<Qucs> qucs() {
        List<Qucs> cases = new ArrayList<>();
        for (Iterator<String> lines = lines("qucs.txt"); lines.hasNext(); ) {
            String[] head = lines.next().split(" ", -1);
            double[] siemens =
                    Arrays.stream(numbers(lines)).map(ohms -> 1 / ohms).toArray();
            var circuit = new WireCircuit(
                    siemens,
                    Integer.parseInt(head[1]),
                    Integer.parseInt(head[2]),
                    Double.parseDouble(head[3]),
                    Double.parseDouble(head[4]));
            cases.add(new Qucs(head[0], circuit, numbers(lines), numbers(lines), numbers(lines), numbers(lines)));
        }
        return cases.stream();
    }

    static Stream<Spice> spice() {
        return Stream.of("n8x5-stuck", "n8-rowonly", "n32-sq", "n64x48-stuck").flatMap(CircuitFixtures::spice);
    }

    private static Stream<Spice> spice(String name) {
        List<Spice> cases = new ArrayList<>();
        Iterator<String> lines = lines("spice-" + name + ".txt");
        double[] head = numbers(lines);
        var circuit = new WireCircuit(numbers(lines), (int) head[0], (int) head[1], head[3], head[4]);
        for (int vector = 0; vector < head[2]; vector++) {
            String title = name + ", vector " + vector;
            cases.add(new Spice(title, circuit, numbers(lines), numbers(lines), numbers(lines), numbers(lines)));
        }
        return cases.stream();
    }

    private static double[] numbers(Iterator<String> lines) {
        return Arrays.stream(lines.next().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Iterator<String> lines(String file) {
        InputStream bytes = Objects.requireNonNull(CircuitFixtures.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList().iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
