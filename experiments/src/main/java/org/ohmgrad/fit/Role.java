package org.ohmgrad.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a column beside that of the values may mean, and the names that tables have for it, the plainest first. */
enum Role {
    PULSE("pulse", "n", "p", "pulses", "pulse number", "pulse no", "number of pulses"),
    BRANCH("branch", "direction", "polarity", "process", "type"),
    TRAIN("train"),
    CYCLE("cycle", "run", "repetition", "loop"),
    DEVICE("device", "cell", "sample"),
    VOLTAGE("voltage", "v", "volt", "volts", "read voltage", "vread");

    private static final int SHOWN = 3;

    private final String names;

    Role(String... names) {
        this.names = String.join(",", names);
    }

    /** Names that a column of it may have. */
    String[] names() {
        return names.split(",", -1);
    }

    /** All names of columns, those of values included, one list for each meaning. */
    static List<List<String>> known() {
        return Stream.concat(
                        Arrays.stream(Quantity.values()).map(Quantity::names),
                        Arrays.stream(values()).map(Role::names))
                .map(List::of)
                .toList();
    }

    /** The recognised names, for a message. */
    static String recognised() {
        return known().stream()
                .map(names -> names.get(0)
                        + (names.size() < 2
                                ? ""
                                : names.stream()
                                        .skip(1)
                                        .limit(SHOWN - 1)
                                        .collect(Collectors.joining(", ", " (or ", ")"))))
                .collect(Collectors.joining(", "));
    }
}
