package org.ohmgrad.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ohmgrad.report.result.Confidence;
import org.ohmgrad.report.result.MeanInterval;

/** A committed report's results.csv or another of its tables, from which prose may be checked. */
final class GalleryNumbers {
    private final List<Map<String, String>> rows = new ArrayList<>();

    GalleryNumbers(String report, String file) {
        try {
            var lines = Files.readAllLines(Path.of("gallery", report, file));
            var header = fields(lines.get(0));
            for (var line : lines.subList(1, lines.size())) {
                var row = new HashMap<String, String>();
                var fields = fields(line);
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), fields.get(i));
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of comma-separated fields, in which a quoted one may hold commas and doubled quotes. */
    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                field.append(c);
            } else if (c == ',' && !quoted) {
                fields.add(unquoted(field.toString()));
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(unquoted(field.toString()));
        return fields;
    }

    private static String unquoted(String field) {
        return field.startsWith("\"") ? field.substring(1, field.length() - 1).replace("\"\"", "\"") : field;
    }

    /**
     * A column by seed, of the rows that hold all of these.
     *
     * @param where column, value, column, value and so on
     */
    SortedMap<Long, Double> bySeed(String column, String... where) {
        var values = new TreeMap<Long, Double>();
        for (var row : rows) {
            boolean wanted = true;
            for (int i = 0; i < where.length; i += 2) {
                wanted &= row.getOrDefault(where[i], "").equals(where[i + 1]);
            }
            if (wanted && values.put(Long.valueOf(row.get("seed")), Double.valueOf(row.get(column))) != null) {
                throw new IllegalArgumentException("two rows of a seed: " + Arrays.toString(where));
            }
        }
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no row: " + Arrays.toString(where));
        }
        return values;
    }

    SortedMap<Long, Double> accuracies(String... where) {
        return bySeed("test_accuracy", where);
    }

    /** What stands in a column. */
    Set<String> values(String column) {
        return rows.stream().map(row -> row.getOrDefault(column, "")).collect(Collectors.toSet());
    }

    static double mean(SortedMap<Long, Double> values) {
        return MeanInterval.of(Confidence.SINGLE, values.values()).mean().orElseThrow();
    }
}
