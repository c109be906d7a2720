package org.ohmgrad.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisesTest {
    @Test
    void markedLinesAreThePromises() {
        assertEquals(List.of("a b", "c"), Promises.of("// text\n//> a b \nvar x = 1; //> not this\n//>c\n"));
    }

    @ParameterizedTest
    @CsvSource({"mean 1.02, '  mean     1.02  '", "mean 1.0..., mean 1.02", "a ... e, a b c d e", "(4 x 3), (4 x 3)"})
    void aLineKeepsAPromiseWhateverItsSpaces(String promise, String line) {
        assertEquals("", Promises.firstBroken(List.of(promise), "before\n" + line + "\nafter"));
    }

    @ParameterizedTest
    @CsvSource({
        "mean 1.02, mean 1.03",
        "mean 1.02, mean 1.021",
        "mean 1.02, the mean 1.02",
        "mean 1.02, mean1.02",
        "mean #.#, mean 1.02",
        "#, a"
    })
    void anotherLineDoesNot(String promise, String line) {
        assertEquals(promise, Promises.firstBroken(List.of(promise), line));
    }

    @Test
    void orderIsPartOfThePromise() {
        assertEquals("a", Promises.firstBroken(List.of("b", "a"), "a\nb"));
        assertEquals("a", Promises.firstBroken(List.of("a", "a"), "a\nb"));
    }
}
