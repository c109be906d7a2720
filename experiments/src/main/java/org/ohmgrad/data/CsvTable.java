package org.ohmgrad.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.InputFile;
import org.ohmgrad.table.Mistakes;
import org.ohmgrad.table.Source;
import org.ohmgrad.table.TableReader;

/**
 * A labelled table in a file. It is checked once from end to end and then read as often as it takes, so that no more of it is in
 * memory than its labels and a row.
 */
final class CsvTable {
    /** A network has an output for each class. */
    private static final int MOST_CLASSES = 10_000;

    /** Numbers kept for a row beside its own: its class and its places in orders and parts. */
    private static final int HELD_OF_A_ROW = 8;

    private final InputFile file;
    private final Columns columns;
    private final Mistakes mistakes = new Mistakes();
    private final Map<String, Integer> spellings = new HashMap<>();
    private final List<String> inOrder = new ArrayList<>();
    private List<String> comment = List.of();
    private int[] spelt = new int[256];
    private int count;

    /**
     * Checks a table.
     *
     * @param label name of the column that holds the class; its number or "last" where the table has no header
     * @throws org.ohmgrad.table.TableException that names every mistake
     */
    CsvTable(InputFile file, String label, boolean header) {
        this.file = file;
        try (TableReader table = open()) {
            if (!table.next()) {
                throw file.source().refuse("is empty");
            }
            columns = header ? Columns.named(table, label) : Columns.counted(table, label);
            comment = table.comment();
            for (boolean more = columns.firstRowIsData() || table.next(); more; more = table.next()) {
                check(table);
            }
        }
        if (count == 0) {
            mistakes.throwIfAny();
            throw file.source().refuse("has a header line but no rows");
        }
        mistakes.throwIfAny();
    }

    /** A table that is part of the program. */
    static Table shipped(String name, String label) {
        CsvTable table = new CsvTable(InputFile.shipped(CsvTable.class, name), label, true);
        return table.labelled(Classes.of(table.spellings()));
    }

    private TableReader open() {
        return TableReader.open(file, Decimal.AUTO, 2);
    }

    private void check(TableReader row) {
        count++;
        if (row.fields() < columns.width() || row.filledFields() > columns.width()) {
            int fields = row.fields() < columns.width() ? row.fields() : row.filledFields();
            mistakes.add(row.refuse(
                    "this row has " + Words.count(fields, "field") + " but the header has " + columns.width()));
            return;
        }
        checkComment(row);
        checkIndex(row);
        checkLabel(row);
        for (int field = 0; field < columns.width(); field++) {
            if (columns.isInput(field)) {
                checkNumber(row, field);
            }
        }
    }

    /** Where rows begin with their class, one that begins with # would be passed over as a comment. */
    private void checkComment(TableReader row) {
        if (columns.label() == 0
                && row.comment().size() == columns.width()
                && !row.comment().equals(comment)) {
            throw row.refuse(
                    "the line before begins with # and has the fields of a row: put quotation marks around its class,"
                            + " or take it out if it is a comment");
        }
        comment = row.comment();
    }

    private void checkIndex(TableReader row) {
        if (columns.isIndexed() && !row.text(0).equals(Integer.toString(count - 1))) {
            throw row.refuse("column 1 has no name, and does not count the rows from 0 either");
        }
    }

    private void checkLabel(TableReader row) {
        String name = row.text(columns.label());
        if (name.isEmpty()) {
            mistakes.add(row.refuse(columns.shown(columns.label()) + " must name a class but is empty"));
        }
        int number = spellings.computeIfAbsent(name, spelling -> {
            inOrder.add(spelling);
            return inOrder.size() - 1;
        });
        if (number == MOST_CLASSES) {
            throw row.refuse(columns.shown(columns.label()) + " has more than " + MOST_CLASSES
                    + " different values, which can hardly be classes");
        }
        if (count > spelt.length) {
            Memory.require((long) spelt.length * HELD_OF_A_ROW);
            spelt = Arrays.copyOf(spelt, 2 * spelt.length);
        }
        spelt[count - 1] = number;
    }

    private void checkNumber(TableReader row, int field) {
        double value = row.number(field);
        if (Double.isNaN(value)) {
            mistakes.add(row.refuse(columns.shown(field) + " must hold a number but " + row.found(field)));
        } else if (Math.abs(value) > Float.MAX_VALUE) {
            mistakes.add(row.refuse(columns.shown(field) + " must lie within the range of a 32-bit float but has "
                    + Source.shown(row.text(field))));
        }
    }

    /** The columns. */
    Columns columns() {
        return columns;
    }

    /** Number of rows. */
    int count() {
        return count;
    }

    /** The spellings of classes that occur, each once. */
    List<String> spellings() {
        return inOrder;
    }

    /** The table as numbers with their classes. */
    Table labelled(Classes classes) {
        int[] numbers = inOrder.stream().mapToInt(classes::of).toArray();
        int[] labels = new int[count];
        Arrays.setAll(labels, row -> numbers[spelt[row]]);
        return new Table(columns.features(), labels, classes.names(), this::read);
    }

    /** Refuses a table to test on that has other columns. */
    void requireColumnsOf(CsvTable test) {
        if (!test.columns.isLike(columns)) {
            throw test.file
                    .source()
                    .refuse("must have the columns of " + file.source().name() + ", which are " + columns.listed()
                            + ", but has " + test.columns.listed());
        }
    }

    /** Refuses classes that are none. */
    void requireClasses(Classes classes) {
        int found = classes.names().size();
        if (found < 2) {
            throw file.source()
                    .refuse("has only the class \""
                            + Source.shown(classes.names().get(0)) + "\" in " + columns.shown(columns.label())
                            + " where at least two are needed");
        }
        if (found > count / 2) {
            throw file.source()
                    .refuse("has " + found + " different values in " + Words.count(count, "row") + " of "
                            + columns.shown(columns.label()) + ", which can hardly be classes");
        }
    }

    private void read(Table.Visitor visitor) {
        double[] values = new double[columns.features()];
        int read = 0;
        try (TableReader table = open()) {
            table.next();
            for (boolean more = columns.firstRowIsData() || table.next(); more && read < count; more = table.next()) {
                fill(table, values);
                visitor.visit(read++, values);
            }
        }
        if (read < count) {
            throw file.source().refuse("changed while it was read");
        }
    }

    private void fill(TableReader row, double[] values) {
        int filled = 0;
        for (int field = 0; field < columns.width(); field++) {
            if (columns.isInput(field)) {
                values[filled++] = row.number(field);
            }
        }
    }
}
