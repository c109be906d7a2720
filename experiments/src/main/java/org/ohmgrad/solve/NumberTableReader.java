package org.ohmgrad.solve;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.InputFile;
import org.ohmgrad.table.Source;
import org.ohmgrad.table.TableException;
import org.ohmgrad.table.TableReader;

/**
 * Reads a table of numbers, one row a line, in any format that {@link TableReader} knows. Empty lines may stand before and after
 * the table, not in it. The numbers of columns and rows that pandas writes are left out where {@link PandasLabels} is certain
 * of them. What is no such table is refused with file, line, row and column.
 */
final class NumberTableReader {
    private static final Pattern LEADING_ZEROS = Pattern.compile("[+-]?0\\d.*");
    private static final Pattern NAME = Pattern.compile("(?!(?i:nan|inf))[\\p{L}_]");
    /** A table of as many numbers as may be, each with all its digits, is shorter. */
    static final long MOST_BYTES = 1 << 27;

    private final Quantity quantity;
    private final TableReader table;
    private final PandasLabels labels;
    private String whyWidth;
    private int width;
    private int rows;
    private int count;
    private double[] values = new double[256];

    private NumberTableReader(Quantity quantity, TableReader table, OptionalInt width, String whyWidth) {
        this.quantity = quantity;
        this.table = table;
        this.labels = new PandasLabels(table);
        this.width = width.orElse(0);
        this.whyWidth = whyWidth;
    }

    /**
     * Reads a table whose first row decides how many numbers each has.
     *
     * @throws CircuitException if the file cannot be read or is not such a table
     */
    static NumberTable read(Path file, Quantity quantity, Decimal decimal) {
        return read(file, quantity, decimal, OptionalInt.empty(), "");
    }

    /**
     * Reads a table whose rows have as many numbers as is given.
     *
     * @param why what the numbers belong to, for the message: "one for each word line of G.csv"
     * @throws CircuitException if the file cannot be read or is not such a table
     */
    static NumberTable read(Path file, Quantity quantity, Decimal decimal, OptionalInt width, String why) {
        try (TableReader table = TableReader.open(InputFile.of(file, "", MOST_BYTES), decimal, width.orElse(1))) {
            return new NumberTableReader(quantity, table, width, why).table();
        } catch (TableException e) {
            throw new CircuitException(String.valueOf(e.getMessage()), e);
        }
    }

    private NumberTable table() {
        while (table.next()) {
            if (!labels.fill(rows)) {
                addRow(labels.columns());
            }
        }
        if (rows == 0) {
            throw table.source().refuse("is empty, but must hold " + quantity.word() + "s in " + quantity.unit());
        }
        int skipped = labels.fillFirstOf(rows, width, values, count) ? 1 : 0;
        return new NumberTable(
                rows - skipped,
                width,
                Arrays.copyOfRange(values, skipped * width, count),
                table.hasDecimalCommas(),
                labels.note());
    }

    private void addRow(int from) {
        if (rows > 0 && table.emptyLine() > 0) {
            throw table.source()
                    .refuse(table.emptyLine(), "an empty line stands between rows " + rows + " and " + (rows + 1));
        }
        int fields = table.filledFields();
        for (int field = from; field < fields; field++) {
            add(number(field));
        }
        addShape(fields - from);
    }

    private void addShape(int numbers) {
        if (rows == 0 && width == 0) {
            width = numbers;
            whyWidth = "as row 1 has";
        }
        rows++;
        if (numbers != width) {
            throw table.refuse(
                    "row " + rows + " has " + counted(numbers) + " but must have " + width + ", " + whyWidth);
        }
    }

    private String counted(int number) {
        return Words.count(number, quantity.word());
    }

    private void add(double value) {
        if (count == quantity.most()) {
            throw table.refuse(String.format(
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

    private double number(int field) {
        String place = "row " + (rows + 1) + ", column " + (field + 1) + " ";
        double value = table.number(field);
        if (Double.isNaN(value) || hasLeadingZeros(field)) {
            String found = table.found(field).replaceFirst("^has", "is");
            throw table.refuse(
                    place + "must be a " + quantity.word() + " in " + quantity.unit() + " but " + found + hint(field));
        }
        if (Double.isInfinite(value)) {
            throw table.refuse(place + "must be a finite " + quantity.word() + " but is " + shown(field));
        }
        if (!quantity.allows(value)) {
            throw table.refuse(place + "must not be negative but is " + shown(field));
        }
        // Minus zero becomes zero.
        return value + 0.0;
    }

    private boolean hasLeadingZeros(int field) {
        return LEADING_ZEROS.matcher(table.text(field)).matches();
    }

    private String hint(int field) {
        if (hasLeadingZeros(field)) {
            return "; a number has no leading zeros: are commas decimal marks here? Then semicolons must part the columns";
        }
        boolean header = rows == 0 && NAME.matcher(table.text(field)).lookingAt();
        return header ? "; the table must have no header" : "";
    }

    private String shown(int field) {
        return Source.shown(table.text(field));
    }
}
