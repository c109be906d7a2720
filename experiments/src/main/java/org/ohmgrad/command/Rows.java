package org.ohmgrad.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of words under one another, every column as wide as its widest word. */
final class Rows {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; all rows have as many words. */
    void add(String... words) {
        rows.add(Arrays.asList(words));
    }

    /** The rows as lines; a column without any word below its heading is left out. */
    List<String> aligned() {
        int[] columns =
                IntStream.range(0, rows.get(0).size()).filter(this::isUsed).toArray();
        return rows.stream().map(row -> line(row, columns)).toList();
    }

    private boolean isUsed(int column) {
        return rows.stream().skip(1).anyMatch(row -> !row.get(column).isEmpty());
    }

    private String line(List<String> row, int... columns) {
        StringBuilder line = new StringBuilder();
        for (int column : columns) {
            String word = row.get(column);
            line.append(word).append(" ".repeat(width(column) - word.length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
