package org.ohmgrad.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Values of published laws that were worked out by other means. */
public final class PublishedValues {
    /** One value of a law. */
    public record Value(String law, double seconds, double argument, double value) {
        private static Value of(String line) {
            String[] parts = line.split("; ", -1);
            return new Value(
                    parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
        }

        /** The argument as a conductance in siemens. */
        public double siemens() {
            return argument * 1e-6;
        }
    }

    private PublishedValues() {}

    /** All values of a law, at least one. */
    public static List<Value> of(String law) {
        List<Value> values = text().lines()
                .filter(line -> line.startsWith(law + ";"))
                .map(Value::of)
                .toList();
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values of " + law);
        }
        return values;
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(PublishedValues.class.getResourceAsStream("published-laws.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
