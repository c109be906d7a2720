package org.ohmgrad.table;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what parts the fields of a table, from its first rows: the separator under which most fields are numbers and fewest are
 * words. Between equals the one that makes most fields of rows as long as the first, then in the order of {@link Separator}.
 */
final class FormatFinder {
    private static final int ROWS = 100;
    private static final int CHARACTERS = 1 << 18;
    /** A field too many or too few speaks as loud against a row as two words. */
    private static final int RAGGED = 2;

    private static final Set<Separator> EITHER = EnumSet.of(Separator.COMMA, Separator.NONE);

    private final InputFile file;
    private final Decimal decimal;

    /** How well a separator suits. */
    private record Suits(Separator separator, boolean parts, long numbers, long fields) {}

    FormatFinder(InputFile file, Decimal decimal) {
        this.file = file;
        this.decimal = decimal;
    }

    /**
     * The separator.
     *
     * @param fewest columns that the table must have; where one is enough, commas that may be decimal marks are refused
     */
    Separator separator(int fewest) {
        List<Suits> suiting = candidates(fewest)
                .flatMap(this::tried)
                .sorted(Comparator.comparingLong(Suits::numbers)
                        .thenComparingLong(Suits::fields)
                        .reversed())
                .toList();
        Separator usual = decimal == Decimal.COMMA ? Separator.SEMICOLON : Separator.COMMA;
        Separator best = suiting.isEmpty() ? usual : suiting.get(0).separator();
        boolean commas = suiting.stream().anyMatch(suits -> suits.separator() == Separator.COMMA);
        boolean asked = fewest == 1 && decimal == Decimal.AUTO && commas && EITHER.contains(best);
        return asked ? new CommaQuestion(file).answer() : best;
    }

    private Stream<Separator> candidates(int fewest) {
        return Arrays.stream(Separator.values())
                .filter(separator -> separator != Separator.COMMA || decimal != Decimal.COMMA)
                .filter(separator -> separator != Separator.NONE || fewest == 1);
    }

    private Stream<Suits> tried(Separator separator) {
        try (RowReader rows = new RowReader(file, separator)) {
            Suits suits = tried(separator, rows);
            return suits.parts() || separator == Separator.NONE ? Stream.of(suits) : Stream.empty();
        } catch (TableException e) {
            // With this separator it is no table. If it is none with any, reading will say why.
            return Stream.empty();
        }
    }

    private Suits tried(Separator separator, RowReader rows) {
        int width = -1;
        boolean parts = false;
        long numbers = 0;
        long fields = 0;
        for (int row = 0; row < ROWS && rows.passed() < CHARACTERS && rows.next(); ) {
            if (!rows.isComment()) {
                int filled = rows.filledFields();
                parts |= rows.fields() > 1;
                width = width < 0 ? filled : width;
                numbers += Math.max(0, numbers(rows, separator) - RAGGED * Math.abs(filled - width));
                fields += filled == width ? filled : 0;
                row++;
            }
        }
        return new Suits(separator, parts, numbers, fields);
    }

    /** Numbers less words. */
    private int numbers(RowReader row, Separator separator) {
        int numbers = 0;
        for (int field = 0; field < row.filledFields(); field++) {
            numbers += row.isEmpty(field) ? 0 : isNumber(row.mark(field), separator) ? 1 : -1;
        }
        return numbers;
    }

    /** Commas inside quotation marks in a table of commas may be decimal marks or part thousands, so they count as words. */
    private boolean isNumber(int mark, Separator separator) {
        return switch (mark) {
            case 0 -> true;
            case '.' -> decimal != Decimal.COMMA;
            case ',' -> decimal != Decimal.POINT && separator != Separator.COMMA;
            default -> false;
        };
    }
}
