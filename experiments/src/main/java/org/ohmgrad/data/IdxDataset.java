package org.ohmgrad.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.ohmgrad.network.Shape;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * MNIST, Fashion-MNIST, EMNIST or any other data in the four IDX files of MNIST, gzipped or not: images of bytes, which are
 * divided by 255, with labels from 0 to at most 61. There are as many classes as the highest label tells, and at least ten. The
 * test files are the test part. A file may have 1 GiB, counted without compression.
 *
 * @param directory folder of the four files, of at most 1 GiB each without compression; a relative path starts from the
 *     experiment file's folder
 * @param validation share of the training images used that is kept for validation, in [0, 1)
 * @param splitSeed seed of the random order from which limits and validation part are taken
 * @param trainLimit number of training images used, validation part included, taken at random; 0 means all
 * @param testLimit number of test images used, taken at random; 0 means all
 * @param side rows and columns that images are resampled to by averages over areas; 0 leaves them as they are
 * @param prefix what the names of the four files begin with, as "emnist-balanced"; the test files are then called
 *     emnist-balanced-test-images-idx3-ubyte and alike
 */
public record IdxDataset(
        String directory,
        @Default("0") double validation,
        @Default("1") long splitSeed,
        @Default("0") int trainLimit,
        @Default("0") int testLimit,
        @Default("0") int side,
        @Default("\"\"") String prefix)
        implements Dataset {
    /**
     * Refuses an empty name, negative limits and a share that leaves nothing to train on.
     *
     * @param directory not empty
     * @param validation in [0, 1)
     * @param splitSeed any number
     * @param trainLimit at least 0
     * @param testLimit at least 0
     * @param side in [0, 256]
     * @param prefix may be empty
     */
    public IdxDataset {
        Check.that()
                .rule("directory", !directory.isBlank(), "must name a folder but is empty")
                .notNegative("validation", validation)
                .rule("validation", validation < 1, "must be below 1 but is " + validation)
                .atLeast("trainLimit", trainLimit, 0)
                .atLeast("testLimit", testLimit, 0)
                .inRange("side", side, 0, 256)
                .holds();
    }

    /** The four files under their usual names. */
    public IdxDataset(String directory, double validation, long splitSeed, int trainLimit, int testLimit, int side) {
        this(directory, validation, splitSeed, trainLimit, testLimit, side, "");
    }

    @Override
    public Partition load(Path base) {
        return DataException.reading(() -> read(base));
    }

    private Partition read(Path base) {
        var folder = new IdxFolder(Locations.of(base, "directory", directory), prefix);
        var train = LabelledImages.read(folder, IdxFolder.TRAIN_IMAGES, IdxFolder.TRAIN_LABELS);
        var test = LabelledImages.read(folder, IdxFolder.TEST_IMAGES, IdxFolder.TEST_LABELS);
        requireOneShape(folder, train, test);
        var split = new Split(validation, 0, splitSeed);
        var rows = split.deal(limited("trainLimit", trainLimit, split.order(train.count())));
        var testRows = limited("testLimit", testLimit, split.testOrder(test.count()));
        int classes = Math.max(train.classes(), test.classes());
        Memory.require((long) pixels(train) * (rows.train.length + rows.validation.length + testRows.length));
        return new Partition(
                        examples(train, classes, rows.train),
                        examples(train, classes, rows.validation),
                        examples(test, classes, testRows),
                        digest(train, test),
                        note(rows, testRows, train, test))
                .shaped(shape(train));
    }

    private Shape shape(LabelledImages images) {
        return side == 0 ? Shape.of(1, images.images().rows(), images.images().columns()) : Shape.of(1, side, side);
    }

    private int pixels(LabelledImages images) {
        return side == 0 ? images.images().size() : side * side;
    }

    private Examples examples(LabelledImages images, int classes, int... rows) {
        return side == 0 ? images.examples(classes, rows) : images.resampled(classes, side, rows);
    }

    private static void requireOneShape(IdxFolder folder, LabelledImages train, LabelledImages test) {
        if (!train.images().isShapedLike(test.images())) {
            throw folder.source(IdxFolder.TEST_IMAGES)
                    .refuse("has images of " + test.images().shape() + " pixels but those to train on have "
                            + train.images().shape());
        }
    }

    private static int[] limited(String name, int limit, int[] order) {
        if (limit > order.length) {
            throw new DataException("the dataset's " + name + " is " + limit + " but the files hold only "
                    + Words.count(order.length, "image") + "; give 0 for all");
        }
        return limit == 0 ? order : Arrays.copyOf(order, limit);
    }

    private static String digest(LabelledImages train, LabelledImages test) {
        return new Fingerprint()
                .add(train.images().bytes())
                .add(train.labels().bytes())
                .add(test.images().bytes())
                .add(test.labels().bytes())
                .hex();
    }

    private String note(Split.Rows rows, int[] testRows, LabelledImages train, LabelledImages test) {
        return String.format(
                Locale.ROOT,
                "Images of %s pixels%s: %,d to train on and %,d to validate of %s, %,d of %s.",
                train.images().shape(),
                side == 0 ? "" : " resampled to " + side + " x " + side,
                rows.train.length,
                rows.validation.length,
                Words.count(train.count(), "training image"),
                testRows.length,
                Words.count(test.count(), "test image"));
    }
}
