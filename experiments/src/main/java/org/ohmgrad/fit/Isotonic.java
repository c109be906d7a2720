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
     * A curve that rises everywhere: straight between the middles of the blocks, and at both ends on by at most half the
     * way to the block next to it.
     *
     * @param at places of the values, growing
     * @param first first place of the curve
     * @param last last place of the curve
     * @return its values at first, first + 1, ..., last
     */
    double[] curve(int[] at, int first, int last) {
        double[] middles = new double[blocks];
        for (int block = 0, from = 0; block < blocks; from = end[block], block++) {
            middles[block] = (at[from] + at[end[block] - 1]) / 2.0;
        }
        double[] curve = new double[last - first + 1];
        int block = 0;
        for (int k = 0; k < curve.length; k++) {
            while (block < blocks - 2 && first + k > middles[block + 1]) {
                block++;
            }
            double span = middles[block + 1] - middles[block];
            double share = (first + k - middles[block]) / span;
            double held = share < 0
                    ? -end(-share, (middles[block] - first) / span)
                    : share > 1 ? 1 + end(share - 1, (last - middles[block + 1]) / span) : share;
            curve[k] = level[block] + held * (level[block + 1] - level[block]);
        }
        return curve;
    }

    private static double end(double beyond, double farthest) {
        return beyond * Math.min(1, 0.5 / farthest);
    }
}
