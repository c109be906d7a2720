package org.ohmgrad.state;

import java.util.Arrays;

/** What stands next in a stream of values; written before each as one byte, so that a reader notices another layout. */
enum Kind {
    WHOLE('w'),
    NUMBER('n'),
    FLAG('b'),
    TEXT('t'),
    FLOATS('F'),
    DOUBLES('D'),
    INTS('I'),
    LONGS('L');

    private final byte letter;

    Kind(char letter) {
        this.letter = (byte) letter;
    }

    /** What stands for the kind in a stream. */
    byte letter() {
        return letter;
    }

    /** The name of the kind that a letter stands for. */
    static String nameOf(byte letter) {
        return Arrays.stream(values())
                .filter(kind -> kind.letter == letter)
                .map(Kind::name)
                .findFirst()
                .orElse("no kind");
    }
}
