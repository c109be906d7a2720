package org.ohmgrad.crossbar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.device.VarianceTerm;
import org.ohmgrad.linalg.Gemm;

/**
 * Variance of the current of every line. Without wires, independent Gaussian noise in every cell makes the current of a
 * line exactly Gaussian with the sum of the cells' variances, so one draw per line and read follows the same law as one
 * draw per cell. A term with power p of the voltage is one product with |V|<sup>p</sup>.
 */
final class LineNoise {
    private final List<Term> terms = new ArrayList<>();
    private final int rows;
    private final int cols;

    /**
     * @param unit current unit, ampere: read voltage times (gMax - gMin)
     */
    LineNoise(List<VarianceTerm> laws, List<Conductances> planes, int rows, int cols, double readVoltage, double unit) {
        this.rows = rows;
        this.cols = cols;
        for (VarianceTerm law : laws) {
            double scale = power(readVoltage, law.voltagePower()) / (unit * unit);
            terms.add(new Term(law.voltagePower(), law.perCell(), scale, planes));
        }
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
        terms.forEach(term -> term.addForward(voltages, variance));
        return variance;
    }

    /** Variance of every word line's current for each row of voltages on the bit lines. */
    FMatrixRMaj transposed(FMatrixRMaj voltages) {
        FMatrixRMaj variance = new FMatrixRMaj(voltages.numRows, rows);
        terms.forEach(term -> term.addTransposed(voltages, variance));
        return variance;
    }

    /** Variance of the reference column's current for each row of voltages. */
    float[] reference(FMatrixRMaj voltages, boolean transposed) {
        float[] variance = new float[voltages.numRows];
        terms.forEach(term -> term.addReference(voltages, transposed, variance));
        return variance;
    }

    private final class Term {
        private final int power;
        private final FMatrixRMaj perCell;
        private final float[] columnSums = new float[cols];
        private final float[] rowSums = new float[rows];
        private final float[] referenceColumn;
        private final float[] referenceRow;

        Term(int power, DoubleUnaryOperator law, double scale, List<Conductances> planes) {
            this.power = power;
            perCell = new FMatrixRMaj(rows, cols);
            boolean referenced = planes.get(0).cols() > cols;
            referenceColumn = new float[referenced ? rows : 0];
            referenceRow = new float[referenced ? cols : 0];
            for (Conductances plane : planes) {
                add(plane, law, scale);
            }
            if (power == 0) {
                sumLines();
            }
        }

        private void add(Conductances plane, DoubleUnaryOperator law, double scale) {
            float[] g = plane.now();
            for (int row = 0; row < rows; row++) {
                int from = row * plane.cols();
                for (int col = 0; col < cols; col++) {
                    perCell.data[row * cols + col] += (float) (scale * law.applyAsDouble(g[from + col]));
                }
                if (referenceColumn.length > 0) {
                    referenceColumn[row] = (float) (scale * law.applyAsDouble(g[from + cols]));
                }
            }
            for (int col = 0; col < referenceRow.length; col++) {
                referenceRow[col] = (float) (scale * law.applyAsDouble(g[rows * plane.cols() + col]));
            }
        }

        private void sumLines() {
            for (int row = 0; row < rows; row++) {
                for (int col = 0; col < cols; col++) {
                    float value = perCell.data[row * cols + col];
                    columnSums[col] += value;
                    rowSums[row] += value;
                }
            }
        }

        void addForward(FMatrixRMaj voltages, FMatrixRMaj variance) {
            if (power == 0) {
                addToRows(columnSums, variance);
            } else {
                FMatrixRMaj product = new FMatrixRMaj(variance.numRows, variance.numCols);
                Gemm.best().mult(powers(voltages), perCell, product);
                addAll(product, variance);
            }
        }

        void addTransposed(FMatrixRMaj voltages, FMatrixRMaj variance) {
            if (power == 0) {
                addToRows(rowSums, variance);
            } else {
                FMatrixRMaj product = new FMatrixRMaj(variance.numRows, variance.numCols);
                Gemm.best().multTransB(powers(voltages), perCell, product);
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
            for (int k = 0; k < result.data.length; k++) {
                float v = voltages.data[k];
                result.data[k] = power == 1 ? Math.abs(v) : v * v;
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
