package org.ohmgrad.report.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ohmgrad.report.text.Markup;

/**
 * A table of texts.
 *
 * @param header names of the columns
 * @param rows cells, as many in each row as there are columns
 */
record TextTable(List<String> header, List<List<String>> rows) {
    private static final Set<String> WHICH = Set.of("update", "chip", "at", "with");

    /** The table without columns that say nothing in any row, and without those that say the same in all. */
    TextTable without(List<String> dispensable) {
        var kept = IntStream.range(0, header.size())
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .filter(column -> !dispensable.contains(header.get(column)) || distinct(column) > 1)
                .boxed()
                .toList();
        return new TextTable(
                pick(header, kept), rows.stream().map(row -> pick(row, kept)).toList());
    }

    private long distinct(int column) {
        return rows.stream().map(row -> row.get(column)).distinct().count();
    }

    private static List<String> pick(List<String> row, List<Integer> columns) {
        return columns.stream().map(row::get).toList();
    }

    private List<ColumnLayout> columns() {
        return IntStream.range(0, header.size())
                .mapToObj(column -> new ColumnLayout(
                        header.get(column),
                        rows.stream().map(row -> row.get(column)).toList()))
                .toList();
    }

    /** How many columns after the first say which of several rows of one name it is. */
    private int which() {
        int count = 0;
        while (count + 1 < header.size() && WHICH.contains(header.get(count + 1))) {
            count++;
        }
        return count;
    }

    /**
     * The table in a box that scrolls if it is too wide. What tells rows apart stands in their first cell, which stays where it
     * is: numbers begin beside it on the narrowest page.
     */
    String html(String caption) {
        var words = "<p class=\"caption\">" + Markup.escaped(caption) + "</p>\n";
        return rows.isEmpty() ? words : words + box();
    }

    private String box() {
        int folded = which();
        var own = columns();
        var html = new StringBuilder("<div class=\"table\" tabindex=\"0\"><table>\n<thead><tr>")
                .append(first("col", header, folded));
        own.subList(1 + folded, own.size()).forEach(column -> html.append(column.headerHtml()));
        html.append("</tr></thead>\n<tbody>\n");
        for (var row : rows) {
            html.append("<tr>").append(first("row", row, folded));
            for (int i = 1 + folded; i < row.size(); i++) {
                html.append(own.get(i).html(row.get(i)));
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    private static String first(String scope, List<String> row, int folded) {
        var which = row.subList(1, 1 + folded).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return "<th scope=\"%s\">%s%s</th>"
                .formatted(
                        scope,
                        Markup.escaped(row.get(0)),
                        which.isEmpty() ? "" : "<small>" + Markup.escaped(which) + "</small>");
    }

    String markdown() {
        var markdown = new StringBuilder(line(header)).append("|");
        columns().forEach(column -> markdown.append(column.numeric() ? " ---: |" : " --- |"));
        markdown.append('\n');
        rows.forEach(row -> markdown.append(line(row)));
        return markdown.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Markup::markdown).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Columns aligned for a terminal. */
    String plain() {
        var own = columns();
        var plain = new StringBuilder(line(own.stream().map(ColumnLayout::plainHeader)));
        for (var row : rows) {
            plain.append(
                    line(IntStream.range(0, row.size()).mapToObj(i -> own.get(i).plain(row.get(i)))));
        }
        return plain.toString();
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining("  ")).stripTrailing() + "\n";
    }
}
