package org.ohmgrad.data;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Gives columns mean 0 and standard deviation 1. Columns whose numbers are floats, as those of pixels are, are scaled where they
 * lie. All others need their doubles, a few columns at a time, so that no more than a fixed number of them is in memory.
 */
final class Standardising {
    private static final int HELD = 1 << 22;

    private final Gathering inputs;
    private final boolean[] rounded;

    Standardising(Gathering inputs) {
        this.inputs = inputs;
        this.rounded = new boolean[inputs.features()];
    }

    void fill() {
        inputs.read(this::take);
        int[] doubles = IntStream.range(0, rounded.length).filter(j -> rounded[j]).toArray();
        int[] floats = IntStream.range(0, rounded.length).filter(j -> !rounded[j]).toArray();
        for (int column : floats) {
            scale(column, example -> inputs.get(example, column));
        }
        int most = Math.max(1, HELD / inputs.count());
        for (int from = 0; from < doubles.length; from += most) {
            scale(Arrays.copyOfRange(doubles, from, Math.min(doubles.length, from + most)));
        }
    }

    private void take(int example, double... values) {
        for (int column = 0; column < values.length; column++) {
            float value = (float) values[column];
            rounded[column] |= value != values[column];
            inputs.set(example, column, value);
        }
    }

    private void scale(int... columns) {
        double[][] held = new double[columns.length][inputs.count()];
        inputs.read((example, values) -> {
            for (int k = 0; k < columns.length; k++) {
                held[k][example] = values[columns[k]];
            }
        });
        for (int k = 0; k < columns.length; k++) {
            double[] column = held[k];
            scale(columns[k], example -> column[example]);
        }
    }

    private void scale(int column, IntToDoubleFunction values) {
        double centre = mean(values);
        double spread = deviation(values, centre);
        for (int example = 0; example < inputs.count(); example++) {
            float scaled = spread == 0 ? 0 : (float) ((values.applyAsDouble(example) - centre) / spread);
            inputs.set(example, column, scaled);
        }
    }

    private double mean(IntToDoubleFunction values) {
        double sum = 0;
        for (int example = 0; example < inputs.trained(); example++) {
            sum += values.applyAsDouble(example);
        }
        return sum / inputs.trained();
    }

    private double deviation(IntToDoubleFunction values, double mean) {
        // The mean of equal numbers may be off by a rounding, which must not be blown up to a signal.
        boolean constant = true;
        double squares = 0;
        for (int example = 0; example < inputs.trained(); example++) {
            double x = values.applyAsDouble(example);
            constant &= x == values.applyAsDouble(0);
            squares += (x - mean) * (x - mean);
        }
        return constant ? 0 : Math.sqrt(squares / inputs.trained());
    }
}
