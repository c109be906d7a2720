package org.ohmgrad.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the name of a column that holds a train says of it: "LTP" and "LTD" are branches of one device, "cycle 2" is a
 * cycle of one device, "cell3 up" is a branch of a device. Other names say nothing.
 */
final class ColumnTrain {
    /** The device of a table that has only one. */
    static final String ONE = "1";

    private final String name;
    private final List<String> words;

    ColumnTrain(String name) {
        this.name = name;
        words = Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+|(?<=[a-z])(?=[0-9])"))
                .filter(word -> !word.isEmpty() && !isQuantity(word))
                .toList();
    }

    private static boolean isQuantity(String word) {
        return Arrays.stream(Quantity.values())
                .anyMatch(quantity -> List.of(quantity.names()).contains(word));
    }

    boolean isBranch() {
        return Branch.in(name).isPresent();
    }

    boolean isCycle() {
        return words.stream().anyMatch(List.of(Role.CYCLE.names())::contains);
    }

    private boolean isOfDevice() {
        return words.stream().anyMatch(List.of(Role.DEVICE.names())::contains);
    }

    /** The device; empty if nothing is said, so that the train is one of its own. */
    String device() {
        String rest = words.stream().filter(word -> Branch.of(word).isEmpty()).collect(Collectors.joining(" "));
        if (isOfDevice()) {
            return rest;
        }
        if (isCycle()) {
            return ONE;
        }
        return !isBranch() ? "" : rest.isEmpty() ? ONE : rest;
    }
}
