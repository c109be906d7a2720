package org.ohmgrad.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table of texts.
 *
 * @param header names of the columns
 * @param rows cells, as many in each row as there are columns
 */
record TextTable(List<String> header, List<List<String>> rows) {

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

    String html(String caption) {
        var html = new StringBuilder("<p class=\"caption\">")
                .append(Markup.escaped(caption))
                .append("</p>\n<div class=\"table\"><table>\n<thead><tr>");
        header.forEach(name ->
                html.append("<th scope=\"col\">").append(Markup.escaped(name)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (var row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(Markup.escaped(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody>\n</table></div>\n").toString();
    }

    String markdown() {
        var markdown = new StringBuilder();
        markdown.append(line(header))
                .append("|")
                .append(" --- |".repeat(header.size()))
                .append('\n');
        rows.forEach(row -> markdown.append(line(row)));
        return markdown.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Markup::markdown).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Columns aligned for a terminal. */
    String plain() {
        var all = new ArrayList<List<String>>();
        all.add(header);
        all.addAll(rows);
        var widths = IntStream.range(0, header.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        var plain = new StringBuilder();
        for (var row : all) {
            var line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            plain.append(line.toString().stripTrailing()).append('\n');
        }
        return plain.toString();
    }
}
