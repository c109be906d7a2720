package org.ohmgrad.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A wired crossbar that another program solved. The README beside the packaged files says what their lines mean. */
final class CircuitCase {
    private final String name;
    private final Map<String, List<double[]>> tables = new HashMap<>();

    private CircuitCase(String name) {
        this.name = name;
    }

    /** All cases of a packaged file. */
    static List<CircuitCase> read(String resource) {
        try (InputStream in = Objects.requireNonNull(CircuitCase.class.getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<CircuitCase> cases = new ArrayList<>();
            lines.lines().forEach(line -> add(line, cases));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(String line, List<CircuitCase> cases) {
        String[] words = line.split(",", -1);
        if (words[0].equals("case")) {
            cases.add(new CircuitCase(words[1]));
            return;
        }
        double[] row =
                Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        cases.get(cases.size() - 1)
                .tables
                .computeIfAbsent(words[0], word -> new ArrayList<>())
                .add(row);
    }

    /** Its name, size and ohms. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d x %d, %s and %s ohm",
                name,
                rows("conductances").size(),
                rows("conductances").get(0).length,
                Magnitude.shown(wordLineOhms()),
                Magnitude.shown(bitLineOhms()));
    }

    /** The rows of one table; none if the case does not have it. */
    List<double[]> rows(String table) {
        return tables.getOrDefault(table, List.of());
    }

    /** One table, row-major. */
    double[] values(String table) {
        return rows(table).stream().flatMapToDouble(Arrays::stream).toArray();
    }

    double wordLineOhms() {
        return rows("ohms").get(0)[0];
    }

    double bitLineOhms() {
        return rows("ohms").get(0)[1];
    }
}
