package org.ohmgrad.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
    private static final float HUGE = Float.MAX_VALUE;

    @ParameterizedTest
    @EnumSource
    void extremeSumsGiveNumbersAndSlopesOfNumbers(Activation activation) {
        FMatrixRMaj sums = Samples.matrix(2, 4, -HUGE, HUGE, 0, Float.MIN_VALUE, HUGE, HUGE, -104, 104);
        FMatrixRMaj outputs = activation.of(sums);
        FMatrixRMaj errors = Samples.matrix(2, 4, 1, -1, 1, -1, 1, 1, 1, 1);
        activation.carryBack(outputs, errors);
        for (int k = 0; k < 8; k++) {
            assertTrue(Float.isFinite(outputs.data[k]), "output of " + sums.data[k]);
            assertTrue(Float.isFinite(errors.data[k]), "slope at " + sums.data[k]);
        }
    }

    @Test
    void limitsAreReached() {
        FMatrixRMaj sums = Samples.matrix(1, 3, -HUGE, 0, HUGE);
        assertArrayEquals(new float[] {0, 0.5f, 1}, Activation.SIGMOID.of(sums).data);
        assertArrayEquals(new float[] {-1, 0, 1}, Activation.TANH.of(sums).data);
        assertArrayEquals(new float[] {0, 0, HUGE}, Activation.RELU.of(sums).data);
        assertArrayEquals(new float[] {-HUGE, 0, HUGE}, Activation.IDENTITY.of(sums).data);
        assertArrayEquals(new float[] {0, 0, 1}, Activation.SOFTMAX.of(sums).data);
    }

    @Test
    void theSlopeOfReluAtZeroIsZero() {
        FMatrixRMaj errors = Samples.matrix(1, 3, 5, 5, 5);
        Activation.RELU.carryBack(Samples.matrix(1, 3, 0, 1e-30, 2), errors);
        assertArrayEquals(new float[] {0, 5, 5}, errors.data);
    }

    @Test
    void theSlopeOfSigmoidIsAtMostAQuarter() {
        FMatrixRMaj sums = Samples.normals(100, 10, 5);
        sums.data[0] = 0;
        FMatrixRMaj slopes = new FMatrixRMaj(100, 10);
        slopes.fill(1);
        Activation.SIGMOID.carryBack(Activation.SIGMOID.of(sums), slopes);
        assertEquals(0.25f, slopes.data[0]);
        for (float slope : slopes.data) {
            assertTrue(slope > 0 && slope <= 0.25f, "slope " + slope);
        }
    }

    @Test
    void softmaxSumsToOneAndAShiftOfAllSumsChangesNothing() {
        FMatrixRMaj sums = Samples.normals(50, 7, 6);
        FMatrixRMaj shifted = sums.copy();
        for (int k = 0; k < shifted.data.length; k++) {
            shifted.data[k] += 64;
        }
        FMatrixRMaj outputs = Activation.SOFTMAX.of(sums);
        assertArrayEquals(outputs.data, Activation.SOFTMAX.of(shifted).data, 1e-5f);
        for (int row = 0; row < 50; row++) {
            double total = 0;
            for (int col = 0; col < 7; col++) {
                total += outputs.get(row, col);
            }
            assertEquals(1, total, 1e-6);
        }
    }

    @Test
    void softmaxLeavesNoSlopeAlongTheShift() {
        FMatrixRMaj errors = Samples.matrix(1, 3, 2, 2, 2);
        Activation.SOFTMAX.carryBack(Activation.SOFTMAX.of(Samples.matrix(1, 3, -1, 0, 2)), errors);
        assertArrayEquals(new float[3], errors.data, 1e-6f);
    }

    @Test
    void theSumsThemselvesAreLeftAlone() {
        FMatrixRMaj sums = Samples.normals(3, 4, 7);
        float[] before = sums.data.clone();
        for (Activation activation : Activation.values()) {
            activation.of(sums);
            assertArrayEquals(before, sums.data);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theChoiceLeftToTheLossIsTheOneItIsMadeFor(Loss loss) {
        assertEquals(loss.usualOutput(), OutputActivation.BY_LOSS.under(loss));
        assertTrue(loss.fits(loss.usualOutput()));
    }

    @ParameterizedTest
    @EnumSource
    void everyActivationCanBeChosenForTheOutput(Activation activation) {
        assertEquals(activation, OutputActivation.valueOf(activation.name()).under(Loss.MEAN_SQUARED_ERROR));
    }
}
