package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.data.Refusals.assertBroken;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsDatasetTest {
    private static final Path ANYWHERE = Path.of("");
    private static final int[] CLASS_COUNTS = {178, 182, 177, 183, 181, 182, 181, 179, 174, 180};

    private static Partition load(double validation, double test, long seed) {
        return new DigitsDataset(validation, test, seed).load(ANYWHERE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 0, -1, Long.MAX_VALUE})
    void the1797DigitsAreDealtOutWithoutLossOrRepetition(long seed) {
        var parts = load(0.1, 0.2, seed);
        assertEquals(359, parts.test().count());
        assertEquals(180, parts.validation().count());
        assertEquals(1797 - 359 - 180, parts.train().count());
        assertEquals(64, parts.features());
        assertArrayEquals(CLASS_COUNTS, Parts.counts(parts.train(), parts.validation(), parts.test()));
        var all = load(0, 0.5, 1);
        assertEquals(
                Parts.sorted(all.train(), all.test()), Parts.sorted(parts.train(), parts.validation(), parts.test()));
    }

    @Test
    void noTwoDigitsAreEqualSoNoExampleIsInTwoParts() {
        var parts = load(0.1, 0.2, 1);
        var rows = Parts.sorted(parts.train(), parts.validation(), parts.test());
        assertEquals(1797, new HashSet<>(rows).size());
    }

    @Test
    void pixelsAreSixteenthsWithTheirPublishedSums() {
        var parts = load(0, 0.2, 1);
        var sums = new double[64];
        for (Examples part : new Examples[] {parts.train(), parts.test()}) {
            for (int i = 0; i < part.count() * 64; i++) {
                float sixteenths = part.inputs().data[i] * 16;
                assertTrue(sixteenths == Math.rint(sixteenths) && sixteenths >= 0 && sixteenths <= 16);
                sums[i % 64] += sixteenths;
            }
        }
        assertEquals(0, sums[0]);
        assertEquals(546, sums[1]);
        assertEquals(9353, sums[2]);
        assertEquals(18512, sums[36]);
        assertEquals(655, sums[63]);
        assertEquals(561718, Arrays.stream(sums).sum());
    }

    @Test
    void theSameSettingsGiveTheSamePartsInTheSameOrder() {
        var once = load(0.1, 0.2, 7);
        var again = load(0.1, 0.2, 7);
        assertEquals(Parts.rows(once.train()), Parts.rows(again.train()));
        assertEquals(Parts.rows(once.validation()), Parts.rows(again.validation()));
        assertEquals(Parts.rows(once.test()), Parts.rows(again.test()));
    }

    @Test
    void anotherSeedGivesOtherPartsOfTheSameData() {
        var one = load(0, 0.2, 1);
        var two = load(0, 0.2, 2);
        assertNotEquals(Parts.sorted(one.test()), Parts.sorted(two.test()));
        assertEquals(one.digest(), two.digest());
    }

    @Test
    void theTestPartDoesNotDependOnTheValidationShare() {
        assertEquals(
                Parts.rows(load(0, 0.2, 1).test()), Parts.rows(load(0.3, 0.2, 1).test()));
    }

    @Test
    void theDigestIsThatOfTheShippedData() {
        assertEquals(
                "c5e502f9061ad0a60ac3bf4d3eec124fe3537358310acbbc7d6e4a0b9701c01a",
                load(0, 0.2, 1).digest());
    }

    @Test
    void theNoteSaysThatWritersAreMixed() {
        assertEquals(
                "Handwritten digits of 13 writers: a random split mixes writers, so images of a writer never seen in "
                        + "training may be recognised less well than the test part says. 1,438 examples to train on, "
                        + "0 to validate, 359 to test: one test example is 0.28 points of accuracy.",
                load(0, 0.2, 1).note());
    }

    @Test
    void sharesThatLeaveNothingAreRefused() {
        assertBroken("test must be positive but is 0", () -> new DigitsDataset(0, 0, 1));
        assertBroken("validation must not be negative but is -0.1", () -> new DigitsDataset(-0.1, 0.2, 1));
        assertBroken("test must be below 1 together with validation", () -> new DigitsDataset(0.5, 0.5, 1));
    }
}
