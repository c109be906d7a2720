package org.ohmgrad.data;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.ejml.data.FMatrixRMaj;

/** Labelled rows of numbers as they were read: before any split or scaling. */
final class Table {
    private final int features;
    private final double[] values;
    private final int[] labels;
    private final List<String> classNames;

    /** Takes over rows x features numbers in row-major order, a label per row, and the names of the classes. */
    Table(int features, double[] values, int[] labels, List<String> classNames) {
        this.features = features;
        this.values = values;
        this.labels = labels;
        this.classNames = List.copyOf(classNames);
    }

    int count() {
        return labels.length;
    }

    int features() {
        return features;
    }

    List<String> classNames() {
        return classNames;
    }

    double value(int row, int column) {
        return values[row * features + column];
    }

    String digest() {
        return new Fingerprint()
                .add(count(), features, classNames.size())
                .add(values)
                .add(labels)
                .hex();
    }

    /** Deals the rows to the parts and scales them as fitted to the training rows. */
    Partition divide(Split split, BiFunction<Table, int[], Scaling> fit, String note) {
        var rows = split.deal(split.order(count()));
        var scaling = fit.apply(this, rows.train);
        return new Partition(
                examples(rows.train, scaling),
                examples(rows.validation, scaling),
                examples(rows.test, scaling),
                digest(),
                note + " " + parts(rows),
                classNames);
    }

    /** The given rows, scaled. */
    Examples examples(int[] rows, Scaling scaling) {
        var inputs = new FMatrixRMaj(rows.length, features);
        var chosen = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < features; j++) {
                inputs.unsafe_set(i, j, scaling.scaled(j, value(rows[i], j)));
            }
            chosen[i] = labels[rows[i]];
        }
        return new Examples(inputs, chosen, classNames.size());
    }

    private static String parts(Split.Rows rows) {
        return String.format(
                Locale.ROOT,
                "%,d examples to train on, %,d to validate, %,d to test: one test example is %.2f points of accuracy.",
                rows.train.length,
                rows.validation.length,
                rows.test.length,
                100.0 / rows.test.length);
    }
}
