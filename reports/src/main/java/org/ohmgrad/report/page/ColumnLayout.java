package org.ohmgrad.report.page;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ohmgrad.report.text.Markup;
import org.ohmgrad.report.text.NumberText;

/**
 * How one column of a table is set: words from the left; numbers from the right, so that their digits, their units and their
 * intervals stand below each other.
 */
final class ColumnLayout {
    private static final Pattern NUMBER = Pattern.compile(
            "([-+]?\\d+(?:,\\d{3})*(?:\\.\\d+)?(?:e[-+]?\\d+)?)((?: ?[^\\s\\d(±]{1,6})?)((?: ± .*| \\(.*\\))?)");

    /** A number with what follows it, or words. */
    private record Cell(String words, String number, String unit, String interval) {
        static Cell of(String text) {
            var found = NUMBER.matcher(text);
            return found.matches()
                    ? new Cell("", found.group(1), found.group(2), found.group(3))
                    : new Cell(text, "", "", "");
        }
    }

    private final String name;
    private final boolean numeric;
    private final int number;
    private final int unit;
    private final int interval;
    private final int width;

    /**
     * A column is one of numbers if most of what stands in it are.
     *
     * @param name its header
     * @param texts its cells
     */
    ColumnLayout(String name, List<String> texts) {
        this.name = name;
        var cells = texts.stream().map(Cell::of).toList();
        long words = cells.stream().filter(cell -> !cell.words().isEmpty()).count();
        long numbers = cells.stream().filter(cell -> !cell.number().isEmpty()).count();
        numeric = numbers > words;
        number = longest(cells, Cell::number);
        unit = longest(cells, Cell::unit);
        interval = longest(cells, Cell::interval);
        int longest = Stream.concat(Stream.of(name), texts.stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        width = numeric ? Math.max(longest, number + unit + interval) : longest;
    }

    private static int longest(List<Cell> cells, Function<Cell, String> part) {
        return cells.stream().mapToInt(cell -> part.apply(cell).length()).max().orElse(0);
    }

    boolean numeric() {
        return numeric;
    }

    String headerHtml() {
        return "<th scope=\"col\"%s>%s</th>".formatted(numeric ? " class=\"n\"" : "", Markup.escaped(name));
    }

    String html(String text) {
        var cell = Cell.of(text);
        if (!numeric || cell.number().isEmpty()) {
            return "<td%s>%s</td>".formatted(numeric ? " class=\"n\"" : "", Markup.escaped(text));
        }
        return "<td class=\"n\">" + cell.number() + span("u", unit, cell.unit()) + span("i", interval, cell.interval())
                + "</td>";
    }

    /** As wide as the widest in its column, so that all begin below each other. */
    private static String span(String kind, int width, String text) {
        return width == 0
                ? ""
                : "<span class=\"%s\" style=\"min-width:%sch\">%s</span>"
                        .formatted(kind, NumberText.fixed(0.8 * width, 1), Markup.escaped(text.strip()));
    }

    String plainHeader() {
        return numeric ? " ".repeat(width - name.length()) + name : padded(name, width);
    }

    /** The cell for a terminal, as wide as its column. */
    String plain(String text) {
        if (!numeric) {
            return padded(text, width);
        }
        var cell = Cell.of(text);
        var set = cell.number().isEmpty()
                ? text
                : " ".repeat(number - cell.number().length())
                        + cell.number()
                        + padded(cell.unit(), unit)
                        + padded(cell.interval(), interval);
        return " ".repeat(width - set.length()) + set;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
