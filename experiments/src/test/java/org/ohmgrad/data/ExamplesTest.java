package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class ExamplesTest {
    private final Examples three =
            new Examples(new FMatrixRMaj(new float[][] {{1, 2}, {3, 4}, {5, 6}}), new int[] {2, 0, 1}, 3);

    @Test
    void selectedExamplesKeepTheirLabelsInTheOrderWanted() {
        var selected = three.select(2, 0, 2);
        assertArrayEquals(new float[] {5, 6, 1, 2, 5, 6}, selected.inputs().data);
        assertArrayEquals(new int[] {1, 2, 1}, selected.labels());
        assertEquals(3, selected.classes());
    }

    @Test
    void theFirstExamplesAreAllWhenThereAreFewer() {
        assertEquals(Parts.rows(three.select(0, 1)), Parts.rows(three.first(2)));
        assertEquals(Parts.rows(three), Parts.rows(three.first(1000)));
    }

    @Test
    void selectionsAreCopies() {
        three.first(3).inputs().set(0, 0, 99);
        three.select(0).inputs().set(0, 0, 99);
        assertEquals(1, three.inputs().get(0, 0));
    }

    @Test
    void nonsenseIsRefused() {
        assertRefused("inputs have 1 row but there are 2 labels", 1, new int[] {0, 1}, 2);
        assertRefused("classes must be at least 2 but is 1", 1, new int[] {0}, 1);
        assertRefused("labels must lie in [0, 1] but one is 2", 1, new int[] {2}, 2);
        assertRefused("labels must lie in [0, 1] but one is -1", 1, new int[] {-1}, 2);
        assertThrows(IndexOutOfBoundsException.class, () -> three.select(3));
    }

    @Test
    void partsThatDoNotMatchAreRefused() {
        var other = new Examples(new FMatrixRMaj(1, 1), new int[] {0}, 2);
        var refusal =
                assertThrows(IllegalArgumentException.class, () -> new Partition(three, three.first(0), other, "", ""));
        assertEquals("test has 1 features and 2 classes but train has 2 and 3", refusal.getMessage());
    }

    private static void assertRefused(String expected, int rows, int[] labels, int classes) {
        var refusal = assertThrows(
                IllegalArgumentException.class, () -> new Examples(new FMatrixRMaj(rows, 1), labels, classes));
        assertEquals(expected, refusal.getMessage());
    }
}
