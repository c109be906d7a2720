package org.ohmgrad.fit;

/**
 * The monotone sequence nearest to values, by pooling neighbours that are in the wrong order (M. Ayer et al., Annals of
 * Mathematical Statistics 26, 1955).
 */
final class Isotonic {
    private final double[] level;
    private final double[] weight;
    private final int[] end;
    private int blocks;

    private Isotonic(int size) {
        level = new double[size];
        weight = new double[size];
        end = new int[size];
    }

    /**
     * The nearest sequence that never falls.
     *
     * @param values not modified
     * @param weights of the squares of the differences, as many
     */
    static Isotonic rising(double[] values, double... weights) {
        Isotonic fit = new Isotonic(values.length);
        for (int k = 0; k < values.length; k++) {
            fit.add(values[k], weights[k], k + 1);
        }
        return fit;
    }

    private void add(double value, double mass, int upTo) {
        double mean = value;
        double sum = mass;
        while (blocks > 0 && level[blocks - 1] >= mean) {
            blocks--;
            double all = sum + weight[blocks];
            mean = (mean * sum + level[blocks] * weight[blocks]) / all;
            sum = all;
        }
        level[blocks] = mean;
        weight[blocks] = sum;
        end[blocks] = upTo;
        blocks++;
    }

    /** How many different values the sequence has. */
    int blocks() {
        return blocks;
    }

    /** The sequence. */
    double[] values() {
        double[] values = new double[blocks == 0 ? 0 : end[blocks - 1]];
        for (int block = 0, k = 0; block < blocks; block++) {
            for (; k < end[block]; k++) {
                values[k] = level[block];
            }
        }
        return values;
    }

    /**
     * A curve that rises everywhere and has the mean of each block: within a block it rises by at most half of what parts it from
     * its neighbours, between places it is straight.
     *
     * @param at places of the values, growing
     * @return its values at the first place, the first + 1, ..., the last
     */
    double[] curve(int... at) {
        double[] rising = rising();
        double[] curve = new double[at[at.length - 1] - at[0] + 1];
        for (int k = 0; k + 1 < at.length; k++) {
            for (int place = at[k]; place <= at[k + 1]; place++) {
                double share = (double) (place - at[k]) / (at[k + 1] - at[k]);
                curve[place - at[0]] = rising[k] + share * (rising[k + 1] - rising[k]);
            }
        }
        return curve;
    }

    private double[] rising() {
        double[] values = values();
        for (int block = 0, from = 0; block < blocks; from = end[block], block++) {
            int last = end[block] - from - 1;
            double below = block > 0 ? level[block] - level[block - 1] : Double.POSITIVE_INFINITY;
            double above = block + 1 < blocks ? level[block + 1] - level[block] : Double.POSITIVE_INFINITY;
            for (int k = 0; k <= last && last > 0; k++) {
                values[from + k] += Math.min(below, above) / 2 * (2 * k - last) / (last + 1);
            }
        }
        return values;
    }
}
