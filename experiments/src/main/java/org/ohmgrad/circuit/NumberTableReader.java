package org.ohmgrad.circuit;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Reads a table of numbers, one row a line. What spreadsheets and numerical programs write is welcome as far as it has one
 * meaning: any of the {@link Separator}s, a byte-order mark, any ends of lines, quotation marks around numbers, comment
 * lines that begin with #, empty lines before and after the table. All else is refused with file, line, row and column.
 */
final class NumberTableReader {
    private static final Pattern NUMBER = Pattern.compile("[+-]?((?!0\\d)\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern LEADING_ZEROS = Pattern.compile("[+-]?0\\d");
    private static final Pattern NAME = Pattern.compile("(?!(?i:nan|inf))[\\p{L}_]");
    private static final int LONGEST_NUMBER = 400;
    private static final int LONGEST_QUOTE = 40;

    private final Path file;
    private final Quantity quantity;
    private final Lines lines;
    private String whyWidth;
    private int width;
    private int rows;
    private int count;
    private int emptyLine;
    private double[] values = new double[256];
    private Separator separator = Separator.COMMA;

    private NumberTableReader(Path file, Quantity quantity, OptionalInt width, String whyWidth, Lines lines) {
        this.file = file;
        this.quantity = quantity;
        this.width = width.orElse(0);
        this.whyWidth = whyWidth;
        this.lines = lines;
    }

    /**
     * Reads a table whose first row decides how many numbers each has.
     *
     * @throws CircuitException if the file cannot be read or is not such a table
     */
    static NumberTable read(Path file, Quantity quantity) {
        return read(file, quantity, OptionalInt.empty(), "");
    }

    /**
     * Reads a table whose rows have as many numbers as is given.
     *
     * @param why what the numbers belong to, for the message: "one for each word line of G.csv"
     * @throws CircuitException if the file cannot be read or is not such a table
     */
    static NumberTable read(Path file, Quantity quantity, OptionalInt width, String why) {
        try (Lines lines = Lines.of(file)) {
            return new NumberTableReader(file, quantity, width, why, lines).table();
        }
    }

    private NumberTable table() {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String row = line.get();
            if (isEmpty(row)) {
                emptyLine = rows > 0 && emptyLine == 0 ? lines.number() : emptyLine;
            } else if (!row.stripLeading().startsWith("#")) {
                addRow(row);
            }
        }
        if (rows == 0) {
            throw new CircuitException(
                    file + " is empty, but must hold " + quantity.word() + "s in " + quantity.unit());
        }
        return new NumberTable(rows, width, Arrays.copyOf(values, count));
    }

    /** Spreadsheets leave rows of separators where cells were emptied. */
    private static boolean isEmpty(String row) {
        return row.chars().allMatch(c -> Character.isWhitespace(c) || c == ',' || c == ';');
    }

    private void addRow(String line) {
        if (emptyLine > 0) {
            throw refusal(emptyLine, "an empty line stands between rows " + rows + " and " + (rows + 1));
        }
        if (rows == 0) {
            separator = Separator.of(line);
        }
        int fields = addNumbers(separator.evened(line));
        if (rows == 0 && width == 0) {
            width = fields;
            whyWidth = "as row 1 has";
        }
        rows++;
        if (fields != width) {
            throw refusal(
                    lines.number(),
                    "row " + rows + " has " + counted(fields) + " but must have " + width + ", " + whyWidth);
        }
    }

    private String counted(int number) {
        return number + " " + quantity.word() + (number == 1 ? "" : "s");
    }

    /** Reads one row and returns how many numbers it has. */
    private int addNumbers(String row) {
        int fields = 0;
        for (int from = 0; from <= row.length(); ) {
            int end = separator.end(row, from);
            fields++;
            add(number(separator.plain(row.substring(from, end)), fields));
            from = end + 1;
        }
        return fields;
    }

    private void add(double value) {
        if (count == quantity.most()) {
            throw refusal(
                    lines.number(),
                    String.format(
                            Locale.ROOT,
                            "the table is too large: at most %,d %ss can be read",
                            quantity.most(),
                            quantity.word()));
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    private double number(String text, int column) {
        String place = "row " + (rows + 1) + ", column " + column + " ";
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            String found = text.isEmpty() ? "is empty" : "is \"" + shown(text) + "\"";
            String zeros = LEADING_ZEROS.matcher(text).lookingAt()
                    ? "; a number has no leading zeros: are commas decimal marks here? They must be points"
                    : "";
            String hint = rows == 0 && NAME.matcher(text).lookingAt() ? "; the table must have no header" : "";
            throw refusal(
                    lines.number(),
                    place + "must be a " + quantity.word() + " in " + quantity.unit() + " but " + found + hint + zeros);
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw refusal(lines.number(), place + "must be a finite " + quantity.word() + " but is " + shown(text));
        }
        if (!quantity.allows(value)) {
            throw refusal(lines.number(), place + "must not be negative but is " + shown(text));
        }
        // Minus zero becomes zero.
        return value + 0.0;
    }

    private static String shown(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_QUOTE));
        return start.replaceAll("\\p{Cntrl}", "?") + (text.length() > LONGEST_QUOTE ? "..." : "");
    }

    private CircuitException refusal(int line, String problem) {
        return new CircuitException(file + ":" + line + ": " + problem);
    }
}
