package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.data.Refusals.assertBroken;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrisDatasetTest {
    private static final double[] PUBLISHED_MEANS = {5.843333, 3.057333, 3.758, 1.199333};
    private static final double[] PUBLISHED_DEVIATIONS = {0.825301, 0.434411, 1.759404, 0.759693};

    private static Partition load(double validation, double test, long seed) {
        return new IrisDataset(validation, test, seed).load(Path.of(""));
    }

    private static double[] column(Examples part, int j) {
        return IntStream.range(0, part.count())
                .mapToDouble(i -> part.inputs().get(i, j))
                .toArray();
    }

    private static double mean(double... column) {
        return IntStream.range(0, column.length).mapToDouble(i -> column[i]).sum() / column.length;
    }

    private static double deviation(double... column) {
        double mean = mean(column);
        return Math.sqrt(mean(IntStream.range(0, column.length)
                .mapToDouble(i -> (column[i] - mean) * (column[i] - mean))
                .toArray()));
    }

    @Test
    void thereAre150FlowersIn3SpeciesOf50() {
        var parts = load(0, 0.2, 42);
        assertEquals(120, parts.train().count());
        assertEquals(30, parts.test().count());
        assertEquals(0, parts.validation().count());
        assertEquals(4, parts.features());
        assertArrayEquals(new int[] {50, 50, 50}, Parts.counts(parts.train(), parts.test()));
    }

    @Test
    void theShippedColumnsHaveTheirPublishedMeansAndDeviations() {
        var table = CsvTable.shipped("iris.csv.gz", "species");
        assertEquals(List.of("setosa", "versicolor", "virginica"), table.classNames());
        double[][] columns = new double[4][150];
        table.read((row, values) -> IntStream.range(0, 4).forEach(j -> columns[j][row] = values[j]));
        for (int j = 0; j < 4; j++) {
            assertEquals(PUBLISHED_MEANS[j], mean(columns[j]), 1e-6);
            assertEquals(PUBLISHED_DEVIATIONS[j], deviation(columns[j]), 1e-6);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {42, 0, -7})
    void onlyTheTrainingPartHasMeanZeroAndDeviationOne(long seed) {
        var parts = load(0.2, 0.2, seed);
        for (int j = 0; j < 4; j++) {
            assertEquals(0, mean(column(parts.train(), j)), 1e-6);
            assertEquals(1, deviation(column(parts.train(), j)), 1e-6);
            assertTrue(Math.abs(mean(column(parts.test(), j))) > 1e-4);
            assertTrue(Math.abs(mean(column(parts.validation(), j))) > 1e-4);
        }
    }

    @Test
    void theDigestIsThatOfTheShippedDataWhateverTheSplit() {
        assertEquals(
                "a2ce04a5b7a537c2caa667ad2a6431ec11d0cb777cd546fab6027959a20b6b46",
                load(0, 0.2, 42).digest());
        assertEquals(load(0, 0.2, 42).digest(), load(0.3, 0.3, 5).digest());
    }

    @Test
    void theNoteSaysWhatOneTestFlowerWeighs() {
        assertEquals(
                "Fisher's iris flowers, standardised with mean and deviation of the training part. 120 examples to "
                        + "train on, 0 to validate, 30 to test: one test example is 3.33 points of accuracy.",
                load(0, 0.2, 42).note());
    }

    @Test
    void sharesThatLeaveNothingAreRefused() {
        assertBroken(
                "validation must not be negative but is -1; test must be positive but is -1",
                () -> new IrisDataset(-1, -1, 1));
        assertBroken("test must be below 1 together with validation", () -> new IrisDataset(0.9, 0.2, 1));
    }
}
