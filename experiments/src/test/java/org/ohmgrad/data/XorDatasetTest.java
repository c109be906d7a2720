package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class XorDatasetTest {
    private final Partition parts = new XorDataset().load(Path.of(""));

    @Test
    void theClassIsOneWhereTheInputsDiffer() {
        var train = parts.train();
        assertEquals(4, train.count());
        for (int i = 0; i < 4; i++) {
            float difference =
                    Math.abs(train.inputs().get(i, 0) - train.inputs().get(i, 1));
            assertEquals(difference, train.labels()[i]);
        }
        assertEquals(4, Parts.rows(train).stream().distinct().count());
    }

    @Test
    void theSameFourAreTrainedAndTestedOn() {
        assertEquals(Parts.rows(parts.train()), Parts.rows(parts.test()));
        assertEquals(0, parts.validation().count());
        assertEquals("The four examples of exclusive or are trained and tested on alike.", parts.note());
    }

    @Test
    void targetsAreOneHot() {
        assertArrayEquals(new float[] {1, 0, 0, 1, 0, 1, 1, 0}, parts.test().targets().data);
    }
}
