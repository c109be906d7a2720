package org.ohmgrad.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamNameTest {

    /** Vectors published by the hash's authors. */
    @ParameterizedTest
    @CsvSource({"'', cbf29ce484222325", "a, af63dc4c8601ec8c", "foobar, 85944171f73967e8"})
    void thePublishedHashesComeOut(String name, String hash) {
        assertEquals(hash, Long.toHexString(StreamName.fnv1a(name)));
    }

    @Test
    void namesThatDifferInOneDigitDifferInAboutHalfTheBits() {
        for (int tile = 0; tile < 9; tile++) {
            long one = StreamName.key("train/layer1/tile0," + tile + "/read/forward");
            long next = StreamName.key("train/layer1/tile0," + (tile + 1) + "/read/forward");
            int bits = Long.bitCount(one ^ next);
            assertTrue(bits > 12 && bits < 52, "only " + bits + " of 64 bits differ at tile " + tile);
        }
    }
}
