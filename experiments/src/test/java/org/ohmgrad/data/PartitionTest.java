package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class PartitionTest {
    private static final Examples TWO = new Examples(new FMatrixRMaj(2, 1), new int[] {0, 1}, 2);

    @Test
    void classesAreNamedAsInTheData() {
        assertEquals(
                List.of("z", "v", "n"), new LettersDataset().load(Path.of("")).classNames());
        assertEquals(List.of("setosa", "versicolor", "virginica"), irisNames());
        assertEquals(List.of("0", "1"), new XorDataset().load(Path.of("")).classNames());
    }

    private static List<String> irisNames() {
        return new IrisDataset(0, 0.2, 1).load(Path.of("")).classNames();
    }

    @Test
    void thereIsANameForEveryClass() {
        assertEquals(List.of("0", "1"), new Partition(TWO, TWO, TWO, "", "").classNames());
        assertThrows(
                IllegalArgumentException.class, () -> new Partition(TWO, TWO, TWO, "", "", List.of("a", "b", "c")));
    }
}
