package org.ohmgrad.device;

import java.util.function.DoubleUnaryOperator;
import org.ohmgrad.settings.Check;

/**
 * One term of the variance of a cell's read current: {@code perCell(G) growth(t) |V|^voltagePower}, t being the time
 * since the cell's last write. Writing noise laws this way lets a crossbar add the variances of a whole line by one
 * matrix product.
 *
 * @param voltagePower 0, 1 or 2
 * @param perCell from the cell's conductance in siemens to ampere squared per volt to the power
 * @param growth from seconds since the write to a factor; {@link #STEADY} if the noise does not depend on time
 */
public record VarianceTerm(int voltagePower, DoubleUnaryOperator perCell, DoubleUnaryOperator growth) {
    /** The growth of a noise that is the same at all times. */
    public static final DoubleUnaryOperator STEADY = seconds -> 1;

    /** Refuses other powers than 0, 1 and 2. */
    public VarianceTerm {
        Check.that().inRange("voltagePower", voltagePower, 0, 2).holds();
    }

    /** A noise that does not depend on time. */
    public VarianceTerm(int voltagePower, DoubleUnaryOperator perCell) {
        this(voltagePower, perCell, STEADY);
    }

    /** Whether the noise depends on the time since the write. */
    public boolean grows() {
        return growth != STEADY;
    }

    /**
     * Variance of one read of one cell right after its write.
     *
     * @param conductance siemens
     * @param voltage volt, of either sign
     * @return ampere squared
     */
    public double variance(double conductance, double voltage) {
        return variance(conductance, voltage, 0);
    }

    /**
     * Variance of one read of one cell.
     *
     * @param conductance siemens
     * @param voltage volt, of either sign
     * @param seconds time since the cell's last write
     * @return ampere squared
     */
    public double variance(double conductance, double voltage, double seconds) {
        double size = Math.abs(voltage);
        double power = voltagePower == 0 ? 1 : voltagePower == 1 ? size : size * size;
        return perCell.applyAsDouble(conductance) * growth.applyAsDouble(seconds) * power;
    }
}
