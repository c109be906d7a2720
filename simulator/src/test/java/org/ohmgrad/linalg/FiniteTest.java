package org.ohmgrad.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteTest {
    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void theFirstElementThatIsNotFiniteIsNamed(float wrong) {
        FMatrixRMaj matrix = new FMatrixRMaj(3, 4);
        matrix.data[6] = wrong;
        matrix.data[9] = Float.NaN;
        assertEquals(
                "inputs must be finite numbers but hold " + wrong + " in row 1, column 2 (counted from 0)",
                assertThrows(IllegalArgumentException.class, () -> Finite.require("inputs", matrix))
                        .getMessage());
    }

    @Test
    void anyFiniteNumberPasses() {
        Finite.require("numbers", new FMatrixRMaj(new float[][] {{-0f, Float.MAX_VALUE}, {Float.MIN_VALUE, -3}}));
        Finite.require("none", new FMatrixRMaj(0, 3));
    }

    @Test
    void infiniteOnesPassWhereNumbersAreAskedFor() {
        FMatrixRMaj matrix = new FMatrixRMaj(new float[][] {{Float.POSITIVE_INFINITY, 0}, {Float.NaN, 1}});
        assertEquals(
                "weights must be numbers but hold NaN in row 1, column 0 (counted from 0)",
                assertThrows(IllegalArgumentException.class, () -> Finite.requireNumbers("weights", matrix))
                        .getMessage());
        matrix.data[2] = Float.NEGATIVE_INFINITY;
        Finite.requireNumbers("weights", matrix);
    }
}
