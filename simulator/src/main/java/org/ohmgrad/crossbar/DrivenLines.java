package org.ohmgrad.crossbar;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.crossbar.wires.PlaneWires;
import org.ohmgrad.state.Archive;

/**
 * Conductance of every line as its driver sees it: the sum of what its cells conduct, in all planes and reference lines,
 * each times the share of the line's voltage that lies across it. Without wires a read of a voltage V takes up
 * V<sup>2</sup> times that, exactly; with wires exactly if one line alone is driven, see {@link Crossbar#load}.
 */
final class DrivenLines {
    private final List<PlaneWires> wires;
    private final List<Conductances> planes;
    private final int stride;
    private final Sides<Sums> sides;
    private final List<Sums> each;
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
        sides = Sides.of(direction -> new Sums(direction, direction.driven(rows, cols)));
        each = sides.distinct();
        counted = new float[planes.size()][planes.get(0).now().length];
    }

    /** What {@link Crossbar#load} says. */
    double load(Direction direction, FMatrixRMaj voltages) {
        double[] siemens = sides.at(direction).now();
        double[] squares = new double[siemens.length];
        for (int from = 0; from < voltages.data.length; from += squares.length) {
            addSquares(voltages.data, from, squares);
        }
        double load = 0;
        for (int line = 0; line < squares.length; line++) {
            load = Math.fma(squares[line], siemens[line], load);
        }
        return load;
    }

    private static void addSquares(float[] volts, int from, double... squares) {
        for (int line = 0; line < squares.length; line++) {
            double volt = volts[from + line];
            squares[line] += volt * volt;
        }
    }

    /** Takes all cells anew. */
    void makeAll() {
        for (int p = 0; p < counted.length; p++) {
            System.arraycopy(planes.get(p).seen(), 0, counted[p], 0, counted[p].length);
        }
        each.forEach(sums -> sums.isMade = false);
    }

    /** Puts the cells of one weight in their place. */
    void make(int row, int col) {
        int cell = row * stride + col;
        for (int p = 0; p < counted.length; p++) {
            float now = planes.get(p).seen()[cell];
            double change = (double) now - counted[p][cell];
            sides.forward().add(row, change, p, cell);
            sides.transposed().add(col, change, p, cell);
            counted[p][cell] = now;
        }
    }

    /** Keeps the sums, whose bits depend on the order in which cells changed. */
    void keep(Archive archive) {
        archive.keep(counted);
        each.forEach(sums -> sums.keep(archive));
    }

    /** The sums of one family of lines, made when they are first asked for: most layers are never read backwards. */
    private final class Sums {
        private final double[] sums;
        private final Direction direction;
        private boolean isMade;

        Sums(Direction direction, int lines) {
            this.direction = direction;
            sums = new double[lines];
        }

        double[] now() {
            if (!isMade) {
                Arrays.fill(sums, 0);
                double[] row = new double[stride];
                for (int from = 0; from < counted[0].length; from += stride) {
                    addRow(from, row);
                }
                isMade = true;
            }
            return sums;
        }

        private void addRow(int from, double... row) {
            Arrays.fill(row, 0);
            for (int p = 0; p < counted.length; p++) {
                float[] share = wires.get(p).voltageShare(direction);
                if (share.length == 0) {
                    addCells(counted[p], from, row);
                } else {
                    addCells(counted[p], share, from, row);
                }
            }
            switch (direction) {
                case FORWARD -> fold(from / stride, row);
                case TRANSPOSED -> addTo(sums, row);
            }
        }

        private void fold(int line, double... row) {
            if (line < sums.length) {
                sums[line] = folded(row);
            }
        }

        void keep(Archive archive) {
            isMade = archive.keep(isMade);
            archive.keep(sums);
        }

        void add(int line, double change, int plane, int cell) {
            if (isMade) {
                float[] share = wires.get(plane).voltageShare(direction);
                sums[line] += share.length == 0 ? change : change * share[cell];
            }
        }
    }

    // Loops that the compiler turns into vectors: no choices inside, and no sum that waits for itself.

    private static void addCells(float[] cells, int from, double... row) {
        for (int k = 0; k < row.length; k++) {
            row[k] += cells[from + k];
        }
    }

    private static void addCells(float[] cells, float[] share, int from, double... row) {
        for (int k = 0; k < row.length; k++) {
            row[k] += (double) cells[from + k] * share[from + k];
        }
    }

    private static void addTo(double[] sums, double... row) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += row[k];
        }
    }

    /** The sum of all elements; modifies them. */
    private static double folded(double... row) {
        int count = row.length;
        while (count > 1) {
            int half = (count + 1) / 2;
            for (int k = 0; k < count - half; k++) {
                row[k] += row[half + k];
            }
            count = half;
        }
        return row[0];
    }
}
