package org.ohmgrad.data;

import java.nio.file.Path;
import org.ohmgrad.network.Shape;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Handwritten digits: 1,797 images of 8 x 8 pixels in ten classes, shipped with the program. A pixel counts black
 * points, 0 to 16, and is divided by 16. Source: test half of Optical Recognition of Handwritten Digits, Alpaydin and
 * Kaynak 1998, UCI Machine Learning Repository.
 *
 * @param validation share of all images kept for validation, in [0, 1)
 * @param test share of all images kept for the test, in (0, 1)
 * @param splitSeed seed of the random split; the test part does not depend on the validation share
 */
public record DigitsDataset(
        @Default("0") double validation,
        @Default("0.2") double test,
        @Default("1") long splitSeed) implements Dataset {
    private static final int SIDE = 8;
    private static final double FULL_PIXEL = 16;

    /**
     * Refuses shares that leave nothing to train or to test on.
     *
     * @param validation at least 0; below 1 together with test
     * @param test above 0
     * @param splitSeed any number
     */
    public DigitsDataset {
        Check.that()
                .notNegative("validation", validation)
                .positive("test", test)
                .rule("test", Split.leavesTraining(validation, test), Split.SHARES_RULE)
                .holds();
    }

    /** As a file that gives no key has it. */
    public DigitsDataset() {
        this(0, 0.2, 1);
    }

    @Override
    public Partition load(Path base) {
        var split = new Split(validation, test, splitSeed);
        return CsvTable.shipped("digits.csv.gz", "digit")
                .divided(
                        split,
                        Scaling.dividing(FULL_PIXEL),
                        "Handwritten digits of 13 writers: a random split mixes writers, so images of a writer never seen in "
                                + "training may be recognised less well than the test part says.")
                .shaped(Shape.of(1, SIDE, SIDE));
    }
}
