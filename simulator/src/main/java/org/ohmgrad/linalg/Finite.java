package org.ohmgrad.linalg;

import java.util.function.DoublePredicate;
import org.ejml.data.FMatrixRMaj;

/** Refuses matrices that hold what is no number, with the place. */
public final class Finite {
    private Finite() {}

    /**
     * A matrix of finite numbers.
     *
     * @param name what the message calls it
     * @param matrix not modified
     * @throws IllegalArgumentException naming the first element that is infinite or no number
     */
    public static void require(String name, FMatrixRMaj matrix) {
        require(name, matrix, Double::isFinite, "finite numbers");
    }

    /**
     * A matrix of numbers, infinite ones among them.
     *
     * @param name what the message calls it
     * @param matrix not modified
     * @throws IllegalArgumentException naming the first element that is no number
     */
    public static void requireNumbers(String name, FMatrixRMaj matrix) {
        require(name, matrix, value -> !Double.isNaN(value), "numbers");
    }

    private static void require(String name, FMatrixRMaj matrix, DoublePredicate isRight, String kind) {
        // The usual case in one loop that never branches: a product with 0 is 0 for finite numbers only.
        float sum = 0;
        for (int k = 0; k < matrix.getNumElements(); k++) {
            sum += 0 * matrix.data[k];
        }
        for (int k = 0; sum != 0 && k < matrix.getNumElements(); k++) {
            float value = matrix.data[k];
            if (!isRight.test(value)) {
                throw new IllegalArgumentException(name + " must be " + kind + " but hold " + value + " in row "
                        + k / matrix.numCols + ", column " + k % matrix.numCols + " (counted from 0)");
            }
        }
    }
}
