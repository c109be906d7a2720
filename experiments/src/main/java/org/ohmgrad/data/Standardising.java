package org.ohmgrad.data;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Gives columns mean 0 and standard deviation 1. Columns whose numbers are floats, as those of pixels are, are scaled where they
 * lie. All others need their doubles, a few columns at a time, so that no more than a fixed number of them is in memory.
 */
final class Standardising {
    private static final int HELD = 1 << 22;

    private final Gathering inputs;
    private final boolean[] rounded;

    /** Numbers by example and by position in a list of columns. */
    private interface Values {
        double at(int example, int k);
    }

    Standardising(Gathering inputs) {
        this.inputs = inputs;
        this.rounded = new boolean[inputs.features()];
    }

    void fill() {
        inputs.read(this::take);
        int[] floats =
                IntStream.range(0, rounded.length).filter(j -> !rounded[j]).toArray();
        int[] doubles =
                IntStream.range(0, rounded.length).filter(j -> rounded[j]).toArray();
        scale(floats, (example, k) -> inputs.get(example, floats[k]));
        int most = Math.max(1, HELD / inputs.count());
        for (int from = 0; from < doubles.length; from += most) {
            scaleDoubles(Arrays.copyOfRange(doubles, from, Math.min(doubles.length, from + most)));
        }
    }

    private void take(int example, double... values) {
        for (int column = 0; column < values.length; column++) {
            float value = (float) values[column];
            rounded[column] |= value != values[column];
            inputs.set(example, column, value);
        }
    }

    private void scaleDoubles(int... columns) {
        double[] held = new double[columns.length * inputs.count()];
        inputs.read((example, values) -> {
            for (int k = 0; k < columns.length; k++) {
                held[example * columns.length + k] = values[columns[k]];
            }
        });
        scale(columns, (example, k) -> held[example * columns.length + k]);
    }

    private void scale(int[] columns, Values values) {
        double[] centres = means(columns.length, values);
        double[] spreads = deviations(centres, values);
        for (int example = 0; example < inputs.count(); example++) {
            for (int k = 0; k < columns.length; k++) {
                double off = values.at(example, k) - centres[k];
                inputs.set(example, columns[k], spreads[k] == 0 ? 0 : (float) (off / spreads[k]));
            }
        }
    }

    private double[] means(int columns, Values values) {
        double[] sums = new double[columns];
        for (int example = 0; example < inputs.trained(); example++) {
            for (int k = 0; k < columns; k++) {
                sums[k] += values.at(example, k);
            }
        }
        return Arrays.stream(sums).map(sum -> sum / inputs.trained()).toArray();
    }

    private double[] deviations(double[] centres, Values values) {
        // The mean of equal numbers may be off by a rounding, which must not be blown up to a signal.
        boolean[] varies = new boolean[centres.length];
        double[] squares = new double[centres.length];
        for (int example = 0; example < inputs.trained(); example++) {
            for (int k = 0; k < centres.length; k++) {
                double off = values.at(example, k) - centres[k];
                varies[k] |= values.at(example, k) != values.at(0, k);
                squares[k] += off * off;
            }
        }
        double[] deviations = new double[centres.length];
        Arrays.setAll(deviations, k -> varies[k] ? Math.sqrt(squares[k] / inputs.trained()) : 0);
        return deviations;
    }
}
