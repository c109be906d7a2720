package org.ohmgrad.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in a text file, read row by row: it holds one row at a time, however long the file. What instruments, spreadsheets and
 * numerical programs write is welcome as far as it has one meaning: UTF-8 with or without a byte-order mark, gzipped or not; any
 * ends of lines; semicolons, tabs, commas or blanks between fields, told from the first hundred rows; decimal points or
 * commas, the same throughout; quotation marks after RFC 4180; comment lines that begin with #; empty lines; separators after the
 * last field. Fields are counted from 0, lines from 1.
 */
public final class TableReader implements AutoCloseable {
    private final Source source;
    private final RowReader rows;
    private final Separator separator;
    private List<String> comment = List.of();
    private int emptyLine;
    /** What numbers so far had: '.' or ',', 0 while none had a mark. */
    private int mark;

    private TableReader(InputFile file, Separator separator, int mark) {
        this.source = file.source();
        this.rows = new RowReader(file, separator);
        this.separator = separator;
        this.mark = mark;
    }

    /**
     * Finds out what parts the fields and stands before the first row.
     *
     * @param fewest columns that the table must have. Where one is enough, a table like 1,5 / 2,5 is one of decimal commas or two
     *     of whole numbers; it is refused unless some row or {@code decimal} tells which
     * @throws TableException if the file cannot be read or its separator cannot be told
     */
    public static TableReader open(InputFile file, Decimal decimal, int fewest) {
        Separator separator = new FormatFinder(file, decimal).separator(fewest);
        int mark = decimal == Decimal.COMMA ? ',' : decimal == Decimal.POINT || separator == Separator.COMMA ? '.' : 0;
        return new TableReader(file, separator, mark);
    }

    /**
     * Whether every row of a file is like 1,5: two whole numbers or one with a decimal comma.
     *
     * @throws TableException if the file cannot be read
     */
    public static boolean isAmbiguous(InputFile file) {
        return new FormatFinder(file, Decimal.AUTO).separator(2) == Separator.COMMA && new CommaQuestion(file).isOpen();
    }

    /**
     * Goes to the next row; comments and empty lines are passed over.
     *
     * @return false after the last row
     * @throws TableException if quotation marks are out of order, or a field or row is too long
     */
    public boolean next() {
        emptyLine = 0;
        boolean found = rows.next();
        while (found && rows.isComment()) {
            rememberComment();
            found = rows.next();
        }
        emptyLine = emptyLine == 0 ? rows.emptyLine() : emptyLine;
        return found;
    }

    private void rememberComment() {
        emptyLine = emptyLine == 0 ? rows.emptyLine() : emptyLine;
        comment = names(rows);
    }

    /** Line on which the row begins. */
    public int line() {
        return rows.line();
    }

    /** Line of the first empty line between this row and the one before, 0 if there is none. */
    public int emptyLine() {
        return emptyLine;
    }

    /** Number of fields in the row, empty ones at the end included. */
    public int fields() {
        return rows.fields();
    }

    /** Number of fields up to the last that is not empty: spreadsheets and instruments leave separators behind it. */
    public int filledFields() {
        return rows.filledFields();
    }

    /** Whether a field is empty or beyond the last. */
    public boolean isEmpty(int field) {
        return rows.isEmpty(field);
    }

    /** A field without quotation marks and blanks around it; empty beyond the last. */
    public String text(int field) {
        return rows.text(field);
    }

    /** All fields of the row up to the last that is not empty. */
    public List<String> texts() {
        return texts(rows);
    }

    /**
     * The number in a field.
     *
     * @return the nearest double, infinite beyond the largest; NaN if the field is empty or no decimal number with the mark that
     *     this table uses
     */
    public double number(int field) {
        int own = rows.mark(field);
        if (own < 0 || (own > 0 && mark > 0 && own != mark)) {
            return Double.NaN;
        }
        mark = own > 0 ? own : mark;
        return rows.value(field);
    }

    /**
     * Why a field is no number, as the end of a message that says what it must be: "is empty" or "has ...", with the reason where
     * it would be one with the other decimal mark.
     */
    public String found(int field) {
        if (isEmpty(field)) {
            return "is empty";
        }
        boolean other = rows.mark(field) > 0 && mark > 0 && rows.mark(field) != mark;
        return "has \"" + Source.shown(text(field)) + "\"" + (other ? " where the decimal mark is " + word() : "");
    }

    private String word() {
        return mark == ',' ? "a comma" : "a point";
    }

    /** Whether numbers are known to have decimal commas, from the rows read so far. */
    public boolean hasDecimalCommas() {
        return mark == ',';
    }

    /** What parts the fields. */
    public Separator separator() {
        return separator;
    }

    /**
     * The fields of the last comment so far, without its #: numerical programs write the names of the columns so. Empty if there
     * was no comment.
     */
    public List<String> comment() {
        return comment;
    }

    /** The refusal of the row, to be thrown by the caller. */
    public TableException refuse(String problem) {
        return source.refuse(line(), problem);
    }

    /** What messages call the file. */
    public Source source() {
        return source;
    }

    private static List<String> names(RowReader comment) {
        List<String> names = texts(comment);
        if (!names.isEmpty()) {
            names.set(0, names.get(0).replaceFirst("^#+\\s*", ""));
        }
        return List.copyOf(names);
    }

    private static List<String> texts(RowReader row) {
        List<String> texts = new ArrayList<>();
        for (int field = 0; field < row.filledFields(); field++) {
            texts.add(row.text(field));
        }
        return texts;
    }

    @Override
    public void close() {
        rows.close();
    }
}
