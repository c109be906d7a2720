package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 150, 1797})
    void everyExampleIsInExactlyOnePart(int count) {
        var split = new Split(0.3, 0.3, count);
        var rows = split.deal(split.order(count));
        int[] all = Stream.of(rows.train, rows.validation, rows.test)
                .flatMapToInt(Arrays::stream)
                .sorted()
                .toArray();
        assertArrayEquals(IntStream.range(0, count).toArray(), all);
    }

    @Test
    void testFilesHaveAnOrderOfTheirOwn() {
        var split = new Split(0, 0.5, 1);
        assertFalse(Arrays.equals(split.order(100), split.testOrder(100)));
    }

    @Test
    void aShareThatRoundsToNoExampleIsRefused() {
        assertEquals(
                "of 10 examples the share 0.01 for test is none; raise it or leave it out",
                refusal(new Split(0, 0.01, 1)));
        assertEquals(
                "of 10 examples the share 0.02 for validation is none; raise it or leave it out",
                refusal(new Split(0.02, 0.5, 1)));
    }

    @Test
    void sharesThatRoundToAllExamplesAreRefused() {
        assertEquals(
                "of 10 examples the shares 0.0 for validation and 0.99 for test leave none to train on; "
                        + "lower one of them",
                refusal(new Split(0, 0.99, 1)));
    }

    private static String refusal(Split split) {
        return String.valueOf(assertThrows(DataException.class, () -> split.deal(split.order(10)))
                .getMessage());
    }
}
