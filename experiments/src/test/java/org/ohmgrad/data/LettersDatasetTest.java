package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LettersDatasetTest {
    private final Partition parts = new LettersDataset().load(Path.of(""));

    @Test
    void thirtyDifferentImagesOfTenInputsShowThreeLetters() {
        assertEquals(30, parts.train().count());
        assertEquals(10, parts.features());
        assertEquals(3, parts.classes());
        assertEquals(30, Parts.rows(parts.train()).stream().distinct().count());
        assertEquals(Parts.rows(parts.train()), Parts.rows(parts.test()));
        assertEquals(0, parts.validation().count());
    }

    @Test
    void everyImageOfALetterDiffersFromItInAtMostOnePixelAndTheBiasIsOne() {
        var inputs = parts.train().inputs();
        for (int row = 0; row < 30; row++) {
            int letter = row / 10 * 10;
            assertEquals(row / 10, parts.train().labels()[row]);
            int turned = 0;
            for (int pixel = 0; pixel < 9; pixel++) {
                assertEquals(1, Math.abs(inputs.get(row, pixel)));
                turned += inputs.get(row, pixel) == inputs.get(letter, pixel) ? 0 : 1;
            }
            assertEquals(row == letter ? 0 : 1, turned);
            assertEquals(1, inputs.get(row, 9));
        }
    }
}
