package org.ohmgrad.crossbar;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.crossbar.wires.PlaneWires;
import org.ohmgrad.device.law.VarianceTerm;
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
    private final List<LineVariance> terms;
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
        terms = laws.stream()
                .map(law -> new CellVariance(law, planes, wires, readVoltage, unit))
                .map(cells -> new LineVariance(cells, rows, cols))
                .toList();
    }

    /** Works out the variances of all cells from what they conduct now. */
    void makeAll() {
        terms.forEach(LineVariance::makeAll);
        sumLines();
    }

    /** Works out the variance of one weight's cells; {@link #sumLines()} must follow the last of such calls. */
    void make(int row, int col) {
        terms.forEach(term -> term.make(row, col));
    }

    /** Sums along the lines what does not depend on voltages. */
    void sumLines() {
        terms.forEach(LineVariance::sumLines);
    }

    /** Keeps the variances of all cells and lines. */
    void keep(Archive archive) {
        terms.forEach(term -> term.keep(archive));
    }

    boolean isSilent() {
        return terms.isEmpty();
    }

    /**
     * Variance of every sensed line's current for each row of voltages.
     *
     * @param voltages examples x driven lines, in units of the read voltage; not modified
     * @return examples x sensed lines
     */
    FMatrixRMaj variance(Direction direction, FMatrixRMaj voltages) {
        FMatrixRMaj variance = new FMatrixRMaj(voltages.numRows, direction.sensed(rows, cols));
        FMatrixRMaj product = new FMatrixRMaj(0, 0);
        for (LineVariance term : terms) {
            boolean first = term == terms.get(0);
            product = term.needsProduct() && !first ? sameShape(product, variance) : product;
            term.add(direction, voltages, variance, first ? variance : product);
        }
        return variance;
    }

    private static FMatrixRMaj sameShape(FMatrixRMaj product, FMatrixRMaj variance) {
        return product.numRows == variance.numRows ? product : new FMatrixRMaj(variance.numRows, variance.numCols);
    }

    /** Variance of the reference line's current for each row of voltages. */
    float[] reference(Direction direction, FMatrixRMaj voltages) {
        float[] variance = new float[voltages.numRows];
        terms.forEach(term -> term.addReference(direction, voltages, variance));
        return variance;
    }
}
