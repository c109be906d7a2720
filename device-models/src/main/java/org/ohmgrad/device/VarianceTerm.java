package org.ohmgrad.device;

import java.util.function.DoubleUnaryOperator;
import org.ohmgrad.settings.Check;

/**
 * One term of the variance of a cell's read current: {@code perCell(G) |V|^voltagePower}. Writing noise laws this way
 * lets a crossbar add the variances of a whole line by one matrix product.
 *
 * @param voltagePower 0, 1 or 2
 * @param perCell from the cell's conductance in siemens to ampere squared per volt to the power
 */
public record VarianceTerm(int voltagePower, DoubleUnaryOperator perCell) {
    /** Refuses other powers than 0, 1 and 2. */
    public VarianceTerm {
        Check.that().inRange("voltagePower", voltagePower, 0, 2).holds();
    }

    /**
     * Variance of one read of one cell.
     *
     * @param conductance siemens
     * @param voltage volt, of either sign
     * @return ampere squared
     */
    public double variance(double conductance, double voltage) {
        double size = Math.abs(voltage);
        double power = voltagePower == 0 ? 1 : voltagePower == 1 ? size : size * size;
        return perCell.applyAsDouble(conductance) * power;
    }
}
