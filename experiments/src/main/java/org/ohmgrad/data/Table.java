package org.ohmgrad.data;

import java.util.List;
import java.util.stream.IntStream;

/** Labelled rows of numbers as they were read, before any split or scaling. The numbers may lie in a file. */
final class Table {
    private final int features;
    private final int[] labels;
    private final List<String> classNames;
    private final Rows rows;

    /** The rows, which can be gone through as often as it takes. */
    interface Rows {
        /** Shows every row, in order. */
        void read(Visitor visitor);
    }

    /** Looks at rows. */
    interface Visitor {
        /** Takes one row; the array is used again for the next. */
        void visit(int row, double[] values);
    }

    /** Takes over a label per row and the names of the classes. */
    Table(int features, int[] labels, List<String> classNames, Rows rows) {
        this.features = features;
        this.labels = labels;
        this.classNames = List.copyOf(classNames);
        this.rows = rows;
    }

    /** A table in memory: rows x features numbers in row-major order. */
    static Table of(int features, double[] values, int[] labels, List<String> classNames) {
        return new Table(features, labels, classNames, visitor -> {
            double[] row = new double[features];
            for (int k = 0; k < labels.length; k++) {
                System.arraycopy(values, k * features, row, 0, features);
                visitor.visit(k, row);
            }
        });
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

    /** The class of a row. */
    int label(int row) {
        return labels[row];
    }

    /** The classes of all rows; not to be modified. */
    int[] labels() {
        return labels;
    }

    /** Shows every row, in order. */
    void read(Visitor visitor) {
        rows.read(visitor);
    }

    /** Shows every row, in order, and adds shape, numbers and labels to a fingerprint. */
    void read(Visitor visitor, Fingerprint fingerprint) {
        fingerprint.add(count(), features, classNames.size());
        rows.read((row, values) -> {
            fingerprint.add(values);
            visitor.visit(row, values);
        });
        fingerprint.add(labels);
    }

    /** All rows as they are, to train and to test on alike. */
    Partition whole(String note) {
        var rows = new Split(0, 0, 0).deal(IntStream.range(0, count()).toArray());
        return new Gathering(this, rows).alike(note);
    }

    /** The rows dealt to the parts and scaled as the training part says. */
    Partition divided(Split split, Scaling scaling, String note) {
        return new Gathering(this, split.deal(split.order(count()))).partition(scaling, note);
    }
}
