package org.ohmgrad.solve;

import java.util.stream.IntStream;
import org.ohmgrad.table.TableReader;

/**
 * The labels that pandas writes around a table unless it is told not to: a first row 0, 1, 2, ..., and before it, where rows have
 * labels too, an empty field over a column 0, 1, 2, ... They are left out where they can be nothing else.
 */
final class PandasLabels {
    /** Two whole numbers in a row are often meant. */
    private static final int FEWEST_CERTAIN = 3;

    private final TableReader table;
    private boolean counts;
    private boolean indexed;
    private int firstLine;
    private String note = "";

    PandasLabels(TableReader table) {
        this.table = table;
    }

    /**
     * Looks at the row just read.
     *
     * @param rows rows of numbers before it
     * @return whether it holds the columns' labels over a column of the rows' labels, and no numbers
     */
    boolean fill(int rows) {
        if (indexed) {
            requireLabel(rows);
        } else if (rows == 0) {
            firstLine = table.line();
            counts = counts(0);
            indexed = table.isEmpty(0) && table.filledFields() > 1 && (counts(1) || areNames());
            return indexed
                    && say("the first row and the first column are the labels that pandas writes, and are left out");
        }
        return false;
    }

    /** Field of the first number in a row. */
    int columns() {
        return indexed ? 1 : 0;
    }

    /**
     * Whether the first row of a whole table holds the columns' labels.
     *
     * @throws org.ohmgrad.table.TableException if it may hold labels or numbers
     */
    boolean fillFirstOf(int rows, int width, double[] values, int count) {
        boolean fractions = IntStream.range(width, count).anyMatch(k -> values[k] != Math.rint(values[k]));
        if (!counts || rows < 2 || width < 2 || !fractions) {
            return false;
        }
        if (width < FEWEST_CERTAIN) {
            throw table.source()
                    .refuse(
                            firstLine,
                            "0 and 1 may be numbers or the labels that pandas writes over columns; delete the row, or"
                                    + " write 0.0 and 1.0 where they are numbers");
        }
        return say("the first row holds the labels 0, 1, 2, ... that pandas writes over columns, and is left out");
    }

    /** What was left out, as a sentence without its full stop; empty if nothing was. */
    String note() {
        return note;
    }

    private boolean say(String what) {
        note = table.source().name() + ": " + what;
        return true;
    }

    private boolean counts(int from) {
        return IntStream.range(from, table.filledFields())
                .allMatch(field -> table.text(field).equals(Integer.toString(field - from)));
    }

    private boolean areNames() {
        return IntStream.range(1, table.filledFields()).allMatch(field -> Double.isNaN(table.number(field)));
    }

    private void requireLabel(int row) {
        if (!table.text(0).equals(Integer.toString(row))) {
            throw table.refuse(
                    "the first row begins with an empty field, as over the labels of rows that pandas writes, but the "
                            + "label of row " + (row + 1) + " is not " + row);
        }
    }
}
