package org.ohmgrad.data;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ohmgrad.table.Header;
import org.ohmgrad.table.Source;
import org.ohmgrad.table.TableReader;

/**
 * The columns of a labelled table: one names the class, all others hold numbers, but for a first one without a name that counts
 * the rows, as pandas writes it.
 */
final class Columns {
    private static final String LAST = "last";

    /** A first row 0, 1 may be numbers or names. */
    private static final int FEWEST_COUNTED = 3;

    private final List<String> names;
    private final int label;
    private final boolean firstRowIsData;

    private Columns(TableReader table, List<String> names, String labelColumn, boolean firstRowIsData) {
        this.names = List.copyOf(names);
        this.firstRowIsData = firstRowIsData;
        if (names.size() < 2) {
            throw table.refuse("at least two columns, separated by commas, are needed but there is one");
        }
        requireNames(table);
        this.label = find(table, labelColumn);
        if (features() == 0) {
            throw table.refuse("beside the label and the numbers of the rows there is no column to learn from");
        }
    }

    /** The columns of a table that stands at its first row, which names them, or a comment before it. */
    static Columns named(TableReader table, String label) {
        List<String> names = table.texts();
        boolean commented = !names.contains(label)
                && table.comment().contains(label)
                && table.comment().size() == names.size();
        if (commented) {
            return new Columns(table, table.comment(), label, true);
        }
        boolean onlyNumbers = IntStream.range(0, names.size()).noneMatch(field -> Double.isNaN(table.number(field)));
        if (onlyNumbers && !(names.size() >= FEWEST_COUNTED && names.equals(counted(0, names.size())))) {
            throw table.refuse(
                    "a header line with the columns' names must come first, but it holds only numbers; where there"
                            + " is none, say \"header\": false and give as label the number of its column, or \"last\"");
        }
        return new Columns(table, names, label, false);
    }

    /** The columns of a table without names, which are counted from 1. */
    static Columns counted(TableReader table, String label) {
        int width = table.filledFields();
        return new Columns(table, counted(1, width), label, true);
    }

    private static List<String> counted(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Integer::toString).toList();
    }

    private void requireNames(TableReader table) {
        var seen = new HashSet<String>();
        for (int field = 0; field < names.size(); field++) {
            if (field > 0 && names.get(field).isEmpty()) {
                throw table.refuse("column " + (field + 1) + " has no name");
            }
            if (!seen.add(names.get(field))) {
                throw table.refuse("two columns are named \"" + Source.shown(names.get(field)) + "\"");
            }
        }
    }

    private int find(TableReader table, String labelColumn) {
        int found = names.indexOf(labelColumn);
        if (found >= 0) {
            return found;
        } else if (labelColumn.equals(LAST)) {
            return names.size() - 1;
        }
        throw table.refuse("there is no column \"" + Source.shown(labelColumn)
                + "\" to take the label from; the columns are " + new Header(names).listed()
                + (looksLikeData(table) ? "; if this first line is data already, say \"header\": false" : ""));
    }

    private boolean looksLikeData(TableReader table) {
        long numbers = IntStream.range(0, names.size())
                .filter(field -> !Double.isNaN(table.number(field)))
                .count();
        return !firstRowIsData && 2 * numbers >= names.size();
    }

    /** Whether the table's first row is one of data, not the names. */
    boolean firstRowIsData() {
        return firstRowIsData;
    }

    /** Whether the first column counts the rows. */
    boolean isIndexed() {
        return names.get(0).isEmpty();
    }

    /** Fields of a row. */
    int width() {
        return names.size();
    }

    /** The field that names the class. */
    int label() {
        return label;
    }

    /** Whether a field holds a number to learn from. */
    boolean isInput(int field) {
        return field != label && (field > 0 || !isIndexed());
    }

    /** Numbers of a row to learn from. */
    int features() {
        return names.size() - (isIndexed() ? 2 : 1);
    }

    /** The name of a column, as messages show it. */
    String shown(int field) {
        return "column \"" + Source.shown(names.get(field)) + "\"";
    }

    /** Whether another table has the same columns in the same order. */
    boolean isLike(Columns other) {
        return names.equals(other.names) && label == other.label;
    }

    /** All names, for messages. */
    String listed() {
        return new Header(names).listed();
    }
}
