package org.ohmgrad.training.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.network.Samples;

class WeightGradientTest {
    private static FMatrixRMaj inputs(int reads) {
        FMatrixRMaj inputs = Samples.normals(reads, 37, 1);
        for (int read = 0; read < reads; read++) {
            for (int col = 0; col < 37; col++) {
                if (col % 5 != 2) {
                    inputs.set(read, col, col % 2 == 0 ? 0f : -0f);
                }
            }
        }
        inputs.set(reads - 1, 4, Float.MIN_VALUE);
        return inputs;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 65})
    void rowsAtWorkAreThoseWithAnInputAndTheSameToTheBit(int reads) {
        FMatrixRMaj deltas = Samples.normals(reads, 11, 2);
        WeightGradient gradient = WeightGradient.of(inputs(reads), deltas);
        int[] rows = gradient.rowsAtWork().orElseThrow();
        assertArrayEquals(new int[] {2, 4, 7, 12, 17, 22, 27, 32}, rows);
        FMatrixRMaj some = new FMatrixRMaj(0, 0);
        gradient.sumRows(rows, some);
        FMatrixRMaj all = gradient.matrix();
        for (int k = 0; k < rows.length; k++) {
            for (int col = 0; col < 11; col++) {
                assertEquals(all.get(rows[k], col), some.get(k, col) * (1f / reads), 0f);
                all.set(rows[k], col, 0);
            }
        }
        for (float left : all.data) {
            assertTrue(left == 0);
        }
    }

    @Test
    void whatIsNoNumberReachesEveryRow() {
        FMatrixRMaj deltas = Samples.normals(3, 11, 2);
        deltas.set(1, 1, Float.POSITIVE_INFINITY);
        assertTrue(WeightGradient.of(inputs(3), deltas).rowsAtWork().isEmpty());
    }

    @Test
    void aProductThatIsMadeMayHaveChangedEverywhere() {
        WeightGradient gradient = WeightGradient.of(inputs(3), Samples.normals(3, 11, 2));
        gradient.matrix().set(0, 0, 1);
        assertFalse(gradient.isOpen());
        assertThrows(IllegalStateException.class, gradient::rowsAtWork);
        assertFalse(WeightGradient.ofMatrix(new FMatrixRMaj(3, 3)).isOpen());
    }

    @Test
    void theTransposedOfAProductThatWasModifiedIsModifiedToo() {
        WeightGradient gradient = WeightGradient.of(inputs(3), Samples.normals(3, 11, 2));
        assertTrue(gradient.transposed().isOpen());
        gradient.matrix().set(4, 7, 1234);
        WeightGradient other = gradient.transposed();
        assertFalse(other.isOpen());
        assertEquals(1234f, other.matrix().get(7, 4));
        assertTrue(WeightGradient.ofMatrix(new FMatrixRMaj(3, 3)).transposed().matrix().numRows == 3);
    }
}
