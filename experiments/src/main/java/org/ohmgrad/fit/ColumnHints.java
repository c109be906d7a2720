package org.ohmgrad.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ohmgrad.table.Header;
import org.ohmgrad.table.Source;

/** What names of columns that mean nothing here seem to mean: they are nearly a name that does, or end in a unit. */
final class ColumnHints {
    private static final Pattern WITH_UNIT = Pattern.compile("(.*\\S)[\\s_-]+(\\p{L}+)");
    private static final int SHORT = 4;
    private static final int LONG = 6;

    private final Header header;

    ColumnHints(Header header) {
        this.header = header;
    }

    /** A sentence for each column whose name is nearly right. */
    List<String> all() {
        return IntStream.range(0, header.names().size())
                .boxed()
                .flatMap(column -> of(column).stream())
                .toList();
    }

    private Optional<String> of(int column) {
        String name = header.name(column);
        if (Role.known().stream().anyMatch(names -> isOneOf(names, name))
                || Branch.in(name).isPresent()) {
            return Optional.empty();
        }
        return unit(name)
                .or(() -> near(name))
                .map(words -> "column " + (column + 1) + " \"" + Source.shown(name) + "\" is not recognised: " + words);
    }

    private static boolean isOneOf(List<String> names, String name) {
        return new Header(List.of(name)).find(names.toArray(String[]::new)).isPresent();
    }

    /** A letter alone after a name, as in "device A", is a unit only behind the name of a quantity. */
    private static Optional<String> unit(String name) {
        Matcher parts = WITH_UNIT.matcher(name);
        return parts.matches() && isUnit(parts.group(1), parts.group(2))
                ? Optional.of("a unit is written in brackets, as in \"" + Source.shown(parts.group(1)) + " ("
                        + parts.group(2) + ")\"")
                : Optional.empty();
    }

    private static boolean isUnit(String before, String word) {
        return Quantity.unit(word)
                .filter(unit ->
                        word.length() > 1 || isOneOf(List.of(unit.quantity().names()), before))
                .isPresent();
    }

    /** Names with numbers or a recognised word are those of trains, such as "train1" and "device A". */
    private Optional<String> near(String name) {
        String plain = plain(name);
        boolean isTrain = name.chars().anyMatch(Character::isDigit)
                || Arrays.stream(name.split("[^\\p{L}]+"))
                        .anyMatch(word -> Role.known().stream().anyMatch(names -> isOneOf(names, word)));
        if (plain.length() < SHORT || isTrain) {
            return Optional.empty();
        }
        return Role.known().stream()
                .filter(names -> header.find(names.toArray(String[]::new)).isEmpty())
                .flatMap(List::stream)
                .filter(known -> known.length() >= SHORT && isNear(plain, plain(known)))
                .findFirst()
                .map(known -> "it looks like \"" + known + "\"");
    }

    private static boolean isNear(String name, String known) {
        boolean isShortened = name.length() >= SHORT && known.startsWith(name);
        return isShortened || distance(name, known) <= (name.length() < LONG ? 1 : 2);
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
    }

    /** Letters to add, drop or change. */
    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
