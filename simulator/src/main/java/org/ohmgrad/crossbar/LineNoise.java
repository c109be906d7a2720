package org.ohmgrad.crossbar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.device.VarianceTerm;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.state.Archive;

/**
 * Variance of the current of every line. Without wires, independent Gaussian noise in every cell makes the current of a
 * line exactly Gaussian with the sum of the cells' variances, so one draw per line and read follows the same law as one
 * draw per cell. A term with power p of the voltage is one product with |V|<sup>p</sup>.
 *
 * <p>With wires, a cell's variance counts times (voltage share)<sup>p</sup> (current share)<sup>2</sup>; {@link NodalSolve}
 * says what this leaves out.
 */
final class LineNoise {
    private final List<Term> terms = new ArrayList<>();
    private final int rows;
    private final int cols;

    /**
     * @param unit current unit, ampere: read voltage times (gMax - gMin)
     */
    LineNoise(
            List<VarianceTerm> laws,
            List<Conductances> planes,
            List<PlaneWires> wires,
            int rows,
            int cols,
            double readVoltage,
            double unit) {
        this.rows = rows;
        this.cols = cols;
        for (VarianceTerm law : laws) {
            double scale = power(readVoltage, law.voltagePower()) / (unit * unit);
            terms.add(new Term(law, scale, planes, wires));
        }
    }

    /** Works out the variances of all cells from what they conduct now. */
    void makeAll() {
        terms.forEach(Term::makeAll);
        sumLines();
    }

    /** Works out the variance of one weight's cells; {@link #sumLines()} must follow the last of such calls. */
    void make(int row, int col) {
        terms.forEach(term -> term.make(row, col));
    }

    /** Sums along the lines what does not depend on voltages. */
    void sumLines() {
        terms.forEach(Term::sumLines);
    }

    /** Keeps the variances of all cells and lines. */
    void keep(Archive archive) {
        terms.forEach(term -> term.keep(archive));
    }

    private static double power(double voltage, int power) {
        return power == 0 ? 1 : power == 1 ? voltage : voltage * voltage;
    }

    boolean isSilent() {
        return terms.isEmpty();
    }

    /** Variance of every bit line's current for each row of voltages (in units of the read voltage). */
    FMatrixRMaj forward(FMatrixRMaj voltages) {
        FMatrixRMaj variance = new FMatrixRMaj(voltages.numRows, cols);
        FMatrixRMaj product = new FMatrixRMaj(0, 0);
        for (Term term : terms) {
            boolean first = term == terms.get(0);
            product = term.needsProduct() && !first ? sameShape(product, variance) : product;
            term.addForward(voltages, variance, first ? variance : product);
        }
        return variance;
    }

    /** Variance of every word line's current for each row of voltages on the bit lines. */
    FMatrixRMaj transposed(FMatrixRMaj voltages) {
        FMatrixRMaj variance = new FMatrixRMaj(voltages.numRows, rows);
        FMatrixRMaj product = new FMatrixRMaj(0, 0);
        for (Term term : terms) {
            boolean first = term == terms.get(0);
            product = term.needsProduct() && !first ? sameShape(product, variance) : product;
            term.addTransposed(voltages, variance, first ? variance : product);
        }
        return variance;
    }

    private static FMatrixRMaj sameShape(FMatrixRMaj product, FMatrixRMaj variance) {
        return product.numRows == variance.numRows ? product : new FMatrixRMaj(variance.numRows, variance.numCols);
    }

    /** Variance of the reference column's current for each row of voltages. */
    float[] reference(FMatrixRMaj voltages, boolean transposed) {
        float[] variance = new float[voltages.numRows];
        terms.forEach(term -> term.addReference(voltages, transposed, variance));
        return variance;
    }

    private final class Term {
        private final int power;
        private final DoubleUnaryOperator law;
        private final DoubleUnaryOperator programmed;
        private final boolean remembers;
        private final DoubleUnaryOperator growth;
        private final boolean grows;
        private final double scale;
        private final List<Conductances> planes;
        private final int stride;
        private final List<PlaneWires> wires;
        private final boolean wired;
        private final FMatrixRMaj perCell = new FMatrixRMaj(rows, cols);
        // The same for the transposed read; one matrix where no wires make a difference.
        private final FMatrixRMaj back;
        private final float[] columnSums = new float[cols];
        private final float[] rowSums = new float[rows];
        private final float[] referenceColumn;
        private final float[] referenceRow;

        Term(VarianceTerm term, double scale, List<Conductances> planes, List<PlaneWires> wires) {
            power = term.voltagePower();
            law = term.perCell();
            programmed = term.programmed();
            remembers = term.remembers();
            growth = term.growth();
            grows = term.grows();
            this.scale = scale;
            this.planes = planes;
            this.wires = wires;
            wired = wires.get(0).currentShare(false).length > 0;
            back = wired ? new FMatrixRMaj(rows, cols) : perCell;
            stride = planes.get(0).cols();
            boolean referenced = stride > cols;
            referenceColumn = new float[referenced ? rows : 0];
            referenceRow = new float[referenced ? cols : 0];
        }

        private float variance(Conductances plane, int cell) {
            double now = scale * law.applyAsDouble(plane.seen()[cell]);
            double fresh = remembers ? now * programmed.applyAsDouble(plane.written(cell)) : now;
            return (float) (grows ? fresh * growth.applyAsDouble(plane.secondsSinceWrite(cell)) : fresh);
        }

        private float variance(int plane, int cell, boolean transposed) {
            float variance = variance(planes.get(plane), cell);
            if (!wired) {
                return variance;
            }
            float current = wires.get(plane).currentShare(transposed)[cell];
            float voltage = wires.get(plane).voltageShare(transposed)[cell];
            return (float) (variance * current * current * power(voltage, power));
        }

        void makeAll() {
            for (int row = 0; row < rows; row++) {
                for (int col = 0; col < cols; col++) {
                    make(row, col);
                }
            }
            for (int row = 0; row < referenceColumn.length; row++) {
                referenceColumn[row] = variance(0, row * stride + cols, false);
            }
            for (int col = 0; col < referenceRow.length; col++) {
                referenceRow[col] = variance(0, rows * stride + col, true);
            }
        }

        void make(int row, int col) {
            int cell = row * stride + col;
            perCell.data[row * cols + col] = sum(cell, false);
            if (wired) {
                back.data[row * cols + col] = sum(cell, true);
            }
        }

        private float sum(int cell, boolean transposed) {
            float sum = 0;
            for (int p = 0; p < planes.size(); p++) {
                sum += variance(p, cell, transposed);
            }
            return sum;
        }

        void sumLines() {
            if (power == 0) {
                Arrays.fill(columnSums, 0);
                Arrays.fill(rowSums, 0);
                for (int row = 0; row < rows; row++) {
                    for (int col = 0; col < cols; col++) {
                        columnSums[col] += perCell.data[row * cols + col];
                        rowSums[row] += back.data[row * cols + col];
                    }
                }
            }
        }

        void keep(Archive archive) {
            archive.keep(perCell.data);
            if (wired) {
                archive.keep(back.data);
            }
            archive.keep(columnSums);
            archive.keep(rowSums);
            archive.keep(referenceColumn);
            archive.keep(referenceRow);
        }

        boolean needsProduct() {
            return power != 0;
        }

        /** Adds to the variance by way of a product; into the variance itself where that is still zero. */
        void addForward(FMatrixRMaj voltages, FMatrixRMaj variance, FMatrixRMaj product) {
            if (power == 0) {
                addToRows(columnSums, variance);
                return;
            }
            Gemm.best().mult(powers(voltages), perCell, product);
            if (product != variance) {
                addAll(product, variance);
            }
        }

        void addTransposed(FMatrixRMaj voltages, FMatrixRMaj variance, FMatrixRMaj product) {
            if (power == 0) {
                addToRows(rowSums, variance);
                return;
            }
            Gemm.best().multTransB(powers(voltages), back, product);
            if (product != variance) {
                addAll(product, variance);
            }
        }

        void addReference(FMatrixRMaj voltages, boolean transposed, float[] variance) {
            float[] line = transposed ? referenceRow : referenceColumn;
            for (int example = 0; example < variance.length; example++) {
                double sum = 0;
                for (int k = 0; k < line.length; k++) {
                    sum += line[k] * power(Math.abs(voltages.data[example * voltages.numCols + k]), power);
                }
                variance[example] += (float) sum;
            }
        }

        private FMatrixRMaj powers(FMatrixRMaj voltages) {
            FMatrixRMaj result = new FMatrixRMaj(voltages.numRows, voltages.numCols);
            if (power == 1) {
                for (int k = 0; k < result.data.length; k++) {
                    result.data[k] = Math.abs(voltages.data[k]);
                }
            } else {
                for (int k = 0; k < result.data.length; k++) {
                    result.data[k] = voltages.data[k] * voltages.data[k];
                }
            }
            return result;
        }

        private static void addToRows(float[] line, FMatrixRMaj variance) {
            for (int k = 0; k < variance.data.length; k += line.length) {
                for (int j = 0; j < line.length; j++) {
                    variance.data[k + j] += line[j];
                }
            }
        }

        private static void addAll(FMatrixRMaj product, FMatrixRMaj variance) {
            for (int k = 0; k < product.data.length; k++) {
                variance.data[k] += product.data[k];
            }
        }
    }
}
