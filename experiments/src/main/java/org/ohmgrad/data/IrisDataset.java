package org.ohmgrad.data;

import java.nio.file.Path;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Iris: 150 flowers of three species, described by four lengths in centimetre, shipped with the program. Every column
 * is standardised with mean and standard deviation of the training part. Source: Fisher 1936.
 *
 * @param validation share of all flowers kept for validation, in [0, 1)
 * @param test share of all flowers kept for the test, in (0, 1)
 * @param splitSeed seed of the random split; the test part does not depend on the validation share
 */
public record IrisDataset(
        @Default("0") double validation,
        @Default("0.2") double test,
        @Default("42") long splitSeed) implements Dataset {
    /**
     * Refuses shares that leave nothing to train or to test on.
     *
     * @param validation at least 0; below 1 together with test
     * @param test above 0
     * @param splitSeed any number
     */
    public IrisDataset {
        Check.that()
                .notNegative("validation", validation)
                .positive("test", test)
                .rule("test", Split.leavesTraining(validation, test), Split.SHARES_RULE)
                .holds();
    }

    @Override
    public Partition load(Path base) {
        var split = new Split(validation, test, splitSeed);
        return CsvTable.shipped("iris.csv.gz", "species")
                .divided(
                        split,
                        Scaling.standardising(),
                        "Fisher's iris flowers, standardised with mean and deviation of the training part.");
    }
}
