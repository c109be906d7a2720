package org.ohmgrad.data;

import java.util.Arrays;

/** Shifts and stretches every column of a table: (x - centre) / spread, and 0 where the spread is 0. */
final class Scaling {
    private final double[] centres;
    private final double[] spreads;

    private Scaling(double[] centres, double[] spreads) {
        this.centres = centres;
        this.spreads = spreads;
    }

    /** Divides every column by the same number. */
    static Scaling dividing(Table table, double divisor) {
        var spreads = new double[table.features()];
        Arrays.fill(spreads, divisor);
        return new Scaling(new double[table.features()], spreads);
    }

    /** Mean 0 and standard deviation 1 (divisor n) over the given rows; a column that is constant there becomes 0. */
    static Scaling standardising(Table table, int[] rows) {
        var centres = new double[table.features()];
        var spreads = new double[table.features()];
        for (int j = 0; j < table.features(); j++) {
            double[] column = column(table, rows, j);
            centres[j] = mean(column);
            spreads[j] = deviation(column, centres[j]);
        }
        return new Scaling(centres, spreads);
    }

    /** The scaled value, computed in double and rounded once. */
    float scaled(int column, double value) {
        return spreads[column] == 0 ? 0 : (float) ((value - centres[column]) / spreads[column]);
    }

    private static double[] column(Table table, int[] rows, int j) {
        var column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = table.value(rows[i], j);
        }
        return column;
    }

    private static double mean(double[] column) {
        double sum = 0;
        for (double x : column) {
            sum += x;
        }
        return sum / column.length;
    }

    private static double deviation(double[] column, double mean) {
        // The mean of equal numbers may be off by a rounding, which must not be blown up to a signal.
        boolean constant = true;
        double squares = 0;
        for (double x : column) {
            constant &= x == column[0];
            squares += (x - mean) * (x - mean);
        }
        return constant ? 0 : Math.sqrt(squares / column.length);
    }
}
