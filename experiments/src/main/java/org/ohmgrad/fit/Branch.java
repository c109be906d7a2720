package org.ohmgrad.fit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two directions of pulses, and the words that tables have for them. */
enum Branch {
    UP("up", "ltp", "potentiation", "pot", "set", "increase", "increasing", "positive", "pos", "p"),
    DOWN("down", "ltd", "depression", "dep", "reset", "decrease", "decreasing", "negative", "neg", "d");

    private final String words;

    Branch(String... words) {
        this.words = " " + String.join(" ", words) + " ";
    }

    boolean isUp() {
        return this == UP;
    }

    /** The direction that a field says. */
    static Optional<Branch> of(String field) {
        String word = field.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(branch -> branch.words.contains(" " + word + " "))
                .findFirst();
    }

    /** The direction that a column's name says with one of its words, as in "LTP 3" and "cycle2_down". */
    static Optional<Branch> in(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .flatMap(word -> of(word).stream())
                .findFirst();
    }
}
