package org.ohmgrad.device.law;

import java.util.function.DoubleUnaryOperator;
import org.ohmgrad.settings.Check;

/**
 * One term of the variance of a cell's read current: {@code perCell(G) programmed(Gp) growth(t) |V|^voltagePower}, G being
 * the conductance that the read sees, Gp the one that the cell's last write left, and t the time since then. Writing noise
 * laws this way lets a crossbar add the variances of a whole line by one matrix product.
 *
 * @param voltagePower 0, 1 or 2
 * @param perCell from the conductance that the read sees, siemens, to ampere squared per volt to the power
 * @param programmed from the conductance right after the last write, siemens, to a factor; {@link #ALIKE} if the noise does
 *     not depend on it
 * @param growth from seconds since the write to a factor; {@link #STEADY} if the noise does not depend on time
 */
public record VarianceTerm(
        int voltagePower, DoubleUnaryOperator perCell, DoubleUnaryOperator programmed, DoubleUnaryOperator growth) {
    /** The growth of a noise that is the same at all times. */
    public static final DoubleUnaryOperator STEADY = seconds -> 1;

    /** The factor of a noise that does not ask what a cell was written to. */
    public static final DoubleUnaryOperator ALIKE = siemens -> 1;

    /** Refuses other powers than 0, 1 and 2. */
    public VarianceTerm {
        Check.that().inRange("voltagePower", voltagePower, 0, 2).holds();
    }

    /** A noise that depends on what the cell conducts now and since when, but not on what it was written to. */
    public VarianceTerm(int voltagePower, DoubleUnaryOperator perCell, DoubleUnaryOperator growth) {
        this(voltagePower, perCell, ALIKE, growth);
    }

    /** A noise that does not depend on time. */
    public VarianceTerm(int voltagePower, DoubleUnaryOperator perCell) {
        this(voltagePower, perCell, STEADY);
    }

    /** Whether the noise depends on the time since the write. */
    public boolean grows() {
        return growth != STEADY;
    }

    /** Whether the noise depends on what the cell was written to, beside what it conducts now. */
    public boolean remembers() {
        return programmed != ALIKE;
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
     * Variance of one read of one cell that still conducts what it was written to.
     *
     * @param conductance siemens
     * @param voltage volt, of either sign
     * @param seconds time since the cell's last write
     * @return ampere squared
     */
    public double variance(double conductance, double voltage, double seconds) {
        return variance(conductance, conductance, voltage, seconds);
    }

    /**
     * Variance of one read of one cell.
     *
     * @param conductance that the read sees, siemens
     * @param written conductance right after the cell's last write, siemens
     * @param voltage volt, of either sign
     * @param seconds time since the cell's last write
     * @return ampere squared
     */
    public double variance(double conductance, double written, double voltage, double seconds) {
        double size = Math.abs(voltage);
        double power = voltagePower == 0 ? 1 : voltagePower == 1 ? size : size * size;
        double fresh = perCell.applyAsDouble(conductance) * programmed.applyAsDouble(written);
        return fresh * growth.applyAsDouble(seconds) * power;
    }
}
