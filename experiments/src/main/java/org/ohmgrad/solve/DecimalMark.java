package org.ohmgrad.solve;

import java.nio.file.Path;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.InputFile;
import org.ohmgrad.table.TableException;
import org.ohmgrad.table.TableReader;

/** The decimal mark of a table whose commas may be one: commas, if the table beside it has decimal commas without doubt. */
final class DecimalMark {
    private static final int ROWS = 100;

    private DecimalMark() {}

    /**
     * The mark to read a table with.
     *
     * @param other the table beside it
     * @param asked what the user says
     */
    static Decimal of(Path file, Path other, Decimal asked) {
        try {
            boolean settled = asked != Decimal.AUTO || !TableReader.isAmbiguous(open(file));
            return settled || !showsCommas(other) ? asked : Decimal.COMMA;
        } catch (TableException e) {
            // Reading the table itself will say what is wrong.
            return asked;
        }
    }

    private static boolean showsCommas(Path file) {
        try (TableReader table = TableReader.open(open(file), Decimal.AUTO, 1)) {
            for (int row = 0; row < ROWS && table.next(); row++) {
                for (int field = 0; field < table.filledFields(); field++) {
                    table.number(field);
                }
            }
            return table.hasDecimalCommas();
        }
    }

    private static InputFile open(Path file) {
        return InputFile.of(file, "", NumberTableReader.MOST_BYTES);
    }
}
