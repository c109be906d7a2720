package org.ohmgrad.training.gradient;

import java.util.OptionalDouble;
import org.ejml.data.FMatrixRMaj;

/**
 * How close the gradient that a chip computes is to the exact one.
 *
 * @param angleDegrees angle between the two, 0 to 180; empty if either is zero
 * @param normRatio length of the chip's gradient divided by the exact one's; empty if the exact one is zero
 */
public record GradientFidelity(OptionalDouble angleDegrees, OptionalDouble normRatio) {
    /** Compares two matrices as vectors of all their elements. */
    public static GradientFidelity of(FMatrixRMaj chip, FMatrixRMaj exact) {
        double chipNorm = norm(chip.data);
        double exactNorm = norm(exact.data);
        OptionalDouble ratio = exactNorm > 0 ? OptionalDouble.of(chipNorm / exactNorm) : OptionalDouble.empty();
        return new GradientFidelity(angleDegrees(chip, exact), ratio);
    }

    /**
     * Angle between two matrices as vectors, accurate for small angles too (W. Kahan's formula); empty if either is zero.
     */
    public static OptionalDouble angleDegrees(FMatrixRMaj a, FMatrixRMaj b) {
        double normA = norm(a.data);
        double normB = norm(b.data);
        if (normA == 0 || normB == 0) {
            return OptionalDouble.empty();
        }
        double apart = 0;
        double together = 0;
        for (int k = 0; k < a.data.length; k++) {
            double x = a.data[k] / normA;
            double y = b.data[k] / normB;
            apart += (x - y) * (x - y);
            together += (x + y) * (x + y);
        }
        return OptionalDouble.of(StrictMath.toDegrees(2 * StrictMath.atan2(Math.sqrt(apart), Math.sqrt(together))));
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
