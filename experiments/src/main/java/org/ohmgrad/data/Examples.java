package org.ohmgrad.data;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.report.text.Words;

/** Examples with their classes: one row of inputs and one label each. */
public final class Examples {
    private final FMatrixRMaj inputs;
    private final int[] labels;
    private final int classes;

    /**
     * Joins inputs and labels. Neither is copied.
     *
     * @param inputs examples x features
     * @param labels class of every example, in [0, classes)
     * @param classes number of classes, at least 2
     * @throws IllegalArgumentException if the counts differ or a label is no class
     */
    public Examples(FMatrixRMaj inputs, int[] labels, int classes) {
        if (inputs.numRows != labels.length) {
            throw new IllegalArgumentException("inputs have " + Words.count(inputs.numRows, "row") + " but there are "
                    + Words.count(labels.length, "label"));
        }
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2 but is " + classes);
        }
        requireClasses(labels, classes);
        this.inputs = inputs;
        this.labels = labels;
        this.classes = classes;
    }

    /** {@return the inputs, examples x features; shared, not to be modified} */
    public FMatrixRMaj inputs() {
        return inputs;
    }

    /** {@return the class of every example, in [0, classes); shared, not to be modified} */
    public int[] labels() {
        return labels;
    }

    /** {@return number of classes, whether or not each of them occurs here} */
    public int classes() {
        return classes;
    }

    /** {@return number of examples} */
    public int count() {
        return labels.length;
    }

    /** {@return numbers per example} */
    public int features() {
        return inputs.numCols;
    }

    /** {@return a new matrix of one-hot targets, examples x classes: 1 at the label, 0 elsewhere} */
    public FMatrixRMaj targets() {
        var targets = new FMatrixRMaj(count(), classes);
        for (int i = 0; i < count(); i++) {
            targets.unsafe_set(i, labels[i], 1);
        }
        return targets;
    }

    /**
     * A copy of some examples.
     *
     * @param rows positions here, in the order wanted; repetitions are allowed
     * @return as many examples as positions
     * @throws IndexOutOfBoundsException if a position is not one of these examples
     */
    public Examples select(int... rows) {
        var chosen = new FMatrixRMaj(rows.length, features());
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(inputs.data, rows[i] * features(), chosen.data, i * features(), features());
        }
        return new Examples(chosen, Arrays.stream(rows).map(row -> labels[row]).toArray(), classes);
    }

    /**
     * A copy of the first examples, or of all if there are fewer. Loaded parts are in random order, so the first
     * examples are a fair sample of the part.
     *
     * @param most the largest number wanted
     * @return min(most, count) examples
     */
    public Examples first(int most) {
        int taken = Math.min(most, count());
        var inputsTaken = new FMatrixRMaj(taken, features());
        System.arraycopy(inputs.data, 0, inputsTaken.data, 0, taken * features());
        return new Examples(inputsTaken, Arrays.copyOf(labels, taken), classes);
    }

    private static void requireClasses(int[] labels, int classes) {
        for (int label : labels) {
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException("labels must lie in [0, " + (classes - 1) + "] but one is " + label);
            }
        }
    }
}
