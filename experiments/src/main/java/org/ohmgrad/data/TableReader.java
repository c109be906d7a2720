package org.ohmgrad.data;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Turns CSV with a header line into a {@link Table}: one column names the class, all others hold numbers. */
final class TableReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final Source source;
    private final List<String> header;
    private final List<Csv.Row> rows;
    private final int label;
    private final Mistakes mistakes = new Mistakes();

    private TableReader(Source source, List<Csv.Row> lines, String labelColumn) {
        if (lines.size() < 2) {
            throw source.refuse(lines.isEmpty() ? "is empty" : "has a header line but no rows");
        }
        this.source = source;
        this.header = lines.get(0).fields().stream().map(String::strip).toList();
        this.rows = lines.subList(1, lines.size());
        requireNames();
        this.label = find(labelColumn);
        rows.forEach(row -> mistakes.reading(() -> shaped(row)));
        mistakes.throwIfAny();
    }

    /** Reads the table; classes are numbered in the order of their names. */
    static Table read(Source source, byte[] bytes, String labelColumn) {
        return new TableReader(source, Csv.rows(source, Bytes.text(bytes, source)), labelColumn).table();
    }

    private Table table() {
        var names = rows.stream()
                .flatMap(row -> mistakes.reading(() -> className(row)).stream())
                .toList();
        double[] values = values();
        mistakes.throwIfAny();
        var classes = List.copyOf(new TreeSet<>(names));
        requireClasses(classes);
        int[] labels = names.stream().mapToInt(classes::indexOf).toArray();
        return new Table(header.size() - 1, values, labels, classes);
    }

    private double[] values() {
        double[] values = new double[rows.size() * (header.size() - 1)];
        int filled = 0;
        for (Csv.Row row : rows) {
            for (int j = 0; j < header.size(); j++) {
                int column = j;
                if (column != label) {
                    values[filled++] =
                            mistakes.reading(() -> number(row, column)).orElse(0.0);
                }
            }
        }
        return values;
    }

    private void requireNames() {
        if (header.stream().allMatch(name -> NUMBER.matcher(name).matches())) {
            throw source.refuse(1, "a header line with the columns' names must come first, but it holds only numbers");
        }
        if (header.size() < 2) {
            throw source.refuse(1, "at least two columns, separated by commas, are needed but there is one");
        }
        var seen = new HashSet<String>();
        for (int j = 0; j < header.size(); j++) {
            if (header.get(j).isEmpty()) {
                throw source.refuse(1, "column " + (j + 1) + " has no name");
            }
            if (!seen.add(header.get(j))) {
                throw source.refuse(1, "two columns are named \"" + header.get(j) + "\"");
            }
        }
    }

    private int find(String labelColumn) {
        int found = header.indexOf(labelColumn);
        if (found < 0) {
            throw source.refuse(
                    1,
                    "there is no column \"" + labelColumn + "\" to take the label from; the columns are "
                            + String.join(", ", header));
        }
        return found;
    }

    private Csv.Row shaped(Csv.Row row) {
        if (row.fields().size() != header.size()) {
            throw source.refuse(
                    row.line(), "this row has " + row.fields().size() + " fields but the header has " + header.size());
        }
        return row;
    }

    private String className(Csv.Row row) {
        String name = row.fields().get(label).strip();
        if (name.isEmpty()) {
            throw source.refuse(row.line(), "column \"" + header.get(label) + "\" must name a class but is empty");
        }
        return name;
    }

    private void requireClasses(List<String> classes) {
        if (classes.size() < 2) {
            throw source.refuse("has only the class \"" + classes.get(0) + "\" in column \"" + header.get(label)
                    + "\" where at least two are needed");
        }
        if (classes.size() > rows.size() / 2) {
            throw source.refuse("has " + classes.size() + " different values in " + rows.size() + " rows of column \""
                    + header.get(label) + "\", which can hardly be classes");
        }
    }

    private Double number(Csv.Row row, int column) {
        String field = row.fields().get(column).strip();
        if (!NUMBER.matcher(field).matches()) {
            String found = field.isEmpty() ? "is empty" : "has \"" + field + "\"";
            throw source.refuse(row.line(), "column \"" + header.get(column) + "\" must hold a number but " + found);
        }
        double value = Double.parseDouble(field);
        if (Math.abs(value) > Float.MAX_VALUE) {
            throw source.refuse(
                    row.line(),
                    "column \"" + header.get(column) + "\" must lie within the range of a 32-bit float but has "
                            + field);
        }
        return value;
    }
}
