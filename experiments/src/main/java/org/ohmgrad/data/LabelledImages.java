package org.ohmgrad.data;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.report.text.Words;

/** Images with their labels, as bytes. */
final class LabelledImages {
    /** Digits, capital and small letters. */
    private static final int MOST_CLASSES = 62;
    /** Sets of digits that lack some keep their ten outputs. */
    private static final int FEWEST_CLASSES = 10;

    private static final float FULL_PIXEL = 255;

    private final IdxFile images;
    private final IdxFile labels;

    private LabelledImages(IdxFile images, IdxFile labels) {
        this.images = images;
        this.labels = labels;
    }

    /** Reads two files that belong together. */
    static LabelledImages read(IdxFolder folder, String imagesName, String labelsName) {
        var images = IdxFile.images(folder.source(imagesName), folder.read(imagesName));
        var labels = IdxFile.labels(folder.source(labelsName), folder.read(labelsName), MOST_CLASSES - 1);
        if (images.count() != labels.count()) {
            throw folder.source(labelsName)
                    .refuse("has " + Words.count(labels.count(), "label") + " but " + imagesName + " has "
                            + Words.count(images.count(), "image"));
        }
        return new LabelledImages(images, labels);
    }

    IdxFile images() {
        return images;
    }

    IdxFile labels() {
        return labels;
    }

    /** Number of classes that the labels tell. */
    int classes() {
        return Math.max(FEWEST_CLASSES, labels.highest() + 1);
    }

    int count() {
        return images.count();
    }

    /** The given images, pixels divided by 255. */
    Examples examples(int classes, int... rows) {
        int size = images.size();
        var inputs = new FMatrixRMaj(rows.length, size);
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < size; k++) {
                inputs.unsafe_set(i, k, images.at(rows[i] * size + k) / FULL_PIXEL);
            }
        }
        return labelled(inputs, classes, rows);
    }

    /** The given images as side x side pixels, averaged over areas and divided by 255. */
    Examples resampled(int classes, int side, int... rows) {
        var resampling = new Resampling(images.rows(), images.columns(), side);
        var inputs = new FMatrixRMaj(rows.length, side * side);
        for (int i = 0; i < rows.length; i++) {
            int position = rows[i] * images.size();
            for (int k = 0; k < side * side; k++) {
                double mean = resampling.mean(images, position, k / side, k % side);
                inputs.unsafe_set(i, k, (float) (mean / FULL_PIXEL));
            }
        }
        return labelled(inputs, classes, rows);
    }

    private Examples labelled(FMatrixRMaj inputs, int classes, int... rows) {
        return new Examples(inputs, Arrays.stream(rows).map(labels::at).toArray(), classes);
    }
}
