package org.ohmgrad.crossbar;

import java.util.Arrays;
import java.util.List;

/**
 * Conductance of every line as its driver sees it: the sum of what its cells conduct, in all planes and reference lines,
 * each times the share of the line's voltage that lies across it. Without wires a read of a voltage V takes up
 * V<sup>2</sup> times that, exactly; with wires exactly if one line alone is driven, see {@link Crossbar#load}.
 */
final class DrivenLines {
    private static final int LANES = 4;

    private final List<Conductances> planes;
    private final List<PlaneWires> wires;
    private final int stride;
    private final double[] words;
    private final double[] bits;
    // What the sums hold of every cell, so that a changed one can be put in its place.
    private final float[][] counted;

    /**
     * @param rows word lines that are driven
     * @param cols bit lines that are driven; a plane may have a reference line more of each
     */
    DrivenLines(List<Conductances> planes, List<PlaneWires> wires, int rows, int cols) {
        this.planes = planes;
        this.wires = wires;
        stride = planes.get(0).cols();
        words = new double[rows];
        bits = new double[cols];
        counted = new float[planes.size()][planes.get(0).now().length];
    }

    /** Siemens: of word lines, or of the bit lines for transposed reads; the live array. */
    double[] sums(boolean transposed) {
        return transposed ? bits : words;
    }

    /** Sums all cells anew. */
    void makeAll() {
        Arrays.fill(words, 0);
        Arrays.fill(bits, 0);
        for (int p = 0; p < planes.size(); p++) {
            float[] now = planes.get(p).now();
            System.arraycopy(now, 0, counted[p], 0, now.length);
            addWords(now, wires.get(p).voltageShare(false));
            addBits(now, wires.get(p).voltageShare(true));
        }
    }

    private void addWords(float[] now, float[] share) {
        for (int row = 0; row < words.length; row++) {
            int from = row * stride;
            words[row] += share.length == 0 ? sum(now, from, stride) : sum(now, share, from, stride);
        }
    }

    /** Four sums side by side: one alone would wait for each addition. */
    private static double sum(float[] now, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int whole = count - count % LANES;
        for (int k = from; k < from + whole; k += LANES) {
            a += now[k];
            b += now[k + 1];
            c += now[k + 2];
            d += now[k + 3];
        }
        for (int k = from + whole; k < from + count; k++) {
            a += now[k];
        }
        return (a + b) + (c + d);
    }

    private static double sum(float[] now, float[] share, int from, int count) {
        double sum = 0;
        for (int k = from; k < from + count; k++) {
            sum += (double) now[k] * share[k];
        }
        return sum;
    }

    private void addBits(float[] now, float[] share) {
        for (int from = 0; from < now.length; from += stride) {
            for (int col = 0; col < bits.length; col++) {
                bits[col] += share.length == 0 ? now[from + col] : (double) now[from + col] * share[from + col];
            }
        }
    }

    /** Puts the cells of one weight in their place. */
    void make(int row, int col) {
        int cell = row * stride + col;
        for (int p = 0; p < counted.length; p++) {
            float now = planes.get(p).now()[cell];
            double change = (double) now - counted[p][cell];
            words[row] += change * share(p, false, cell);
            bits[col] += change * share(p, true, cell);
            counted[p][cell] = now;
        }
    }

    private float share(int plane, boolean transposed, int cell) {
        float[] share = wires.get(plane).voltageShare(transposed);
        return share.length == 0 ? 1 : share[cell];
    }
}
