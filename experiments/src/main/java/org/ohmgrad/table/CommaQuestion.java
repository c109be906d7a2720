package org.ohmgrad.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the commas of a table part two columns or are the decimal marks of one. They are decimal marks where a number that
 * begins with a zero would follow, as in 0,05; they part columns where a row could not be one number, as 1.5,2 or 1, 50 or
 * -1,-2. Where every row can be both it is asked.
 */
final class CommaQuestion {
    private static final Pattern EITHER = Pattern.compile("[+-]?\\d+,(\\d+)([eE][+-]?\\d+)?");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+([eE][+-]?\\d+)?");
    private static final Pattern NO_WHOLE_NUMBER = Pattern.compile("0\\d.*");

    private final InputFile file;
    private boolean decimals;
    private boolean columns;
    private int firstLine;
    private String first = "";

    CommaQuestion(InputFile file) {
        this.file = file;
    }

    /** Comma or nothing. */
    Separator answer() {
        if (isOpen()) {
            throw file.source()
                    .refuse(
                            firstLine,
                            "\"" + Source.shown(first)
                                    + "\" may be two numbers or one with a decimal comma, and no row "
                                    + "of the file tells; write decimal points, or say which with --decimal comma or "
                                    + "--decimal point");
        }
        return columns ? Separator.COMMA : Separator.NONE;
    }

    /** Whether every row can be read both ways. */
    boolean isOpen() {
        try (RowReader rows = new RowReader(file, Separator.NONE)) {
            while (!columns && rows.next()) {
                if (!rows.isComment()) {
                    hear(rows.line(), rows.text(0));
                }
            }
        } catch (TableException e) {
            // No row of one number is so long, or has quotation marks inside. Reading will say what is wrong, if
            // anything is.
            columns = true;
        }
        return firstLine > 0 && !columns && !decimals;
    }

    private void hear(int line, String row) {
        Matcher either = EITHER.matcher(row);
        boolean fits = either.matches();
        if (fits && firstLine == 0) {
            firstLine = line;
            first = row;
        }
        decimals |= fits && NO_WHOLE_NUMBER.matcher(either.group(1)).matches();
        columns = !fits && !WHOLE.matcher(row).matches();
    }
}
