package org.ohmgrad.verify;

/** The largest error of the numbers seen so far. */
final class Worst {
    private int numbers;
    private double error;

    /** Takes an error of either sign; one that is not a number stays the worst. */
    void add(double found) {
        numbers++;
        double size = Math.abs(found);
        error = size <= error ? error : Double.isNaN(error) ? error : size;
    }

    /** Takes the errors of an array over the largest magnitude of what is expected, or as they are if that is all zero. */
    void addRelative(double[] found, double[] expected) {
        if (found.length != expected.length) {
            throw new IllegalArgumentException(found.length + " numbers where " + expected.length + " are expected");
        }
        double largest = largest(expected);
        for (int k = 0; k < expected.length; k++) {
            add((found[k] - expected[k]) / (largest == 0 ? 1 : largest));
        }
    }

    static double largest(double... values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    Comparison within(double tolerance, String what) {
        return new Comparison(what, numbers, tolerance, error);
    }
}
