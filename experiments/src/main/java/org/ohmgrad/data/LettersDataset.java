package org.ohmgrad.data;

import java.nio.file.Path;
import java.util.List;

/**
 * Letters of 3 x 3 pixels in the manner of M. Prezioso et al. (Nature 521, 2015): z, v and n, in a drawing of our own, and every
 * image that differs from one of them in one pixel, 30 in all. An example has ten inputs: nine pixels, 1 where there is ink and
 * -1 where there is none, and a constant 1 for the bias. The same thirty are trained and tested on.
 */
public record LettersDataset() implements Dataset {
    private static final List<String> NAMES = List.of("z", "v", "n");
    private static final List<String> DRAWINGS = List.of("###.#.###", "#.##.#.#.", "####.##.#");
    private static final int PIXELS = 9;
    private static final int EACH = PIXELS + 1;

    @Override
    public Partition load(Path base) {
        int count = DRAWINGS.size() * EACH;
        double[] values = new double[count * EACH];
        int[] labels = new int[count];
        for (int row = 0; row < count; row++) {
            labels[row] = row / EACH;
            draw(DRAWINGS.get(labels[row]), row % EACH - 1, values, row * EACH);
        }
        return Table.of(EACH, values, labels, NAMES)
                .whole("The thirty images of three letters are trained and tested on alike.");
    }

    /** One image with its bias; the pixel {@code flipped} is turned over, none if it is -1. */
    private static void draw(String letter, int flipped, double[] values, int at) {
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            boolean ink = letter.charAt(pixel) == '#';
            values[at + pixel] = ink == (pixel != flipped) ? 1 : -1;
        }
        values[at + PIXELS] = 1;
    }
}
