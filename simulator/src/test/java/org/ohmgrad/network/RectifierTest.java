package org.ohmgrad.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RectifierTest {
    private static final float[] ODD = {
        0, -0f, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE
    };

    private static float[] values(int count, long seed) {
        float[] values = Samples.normals(1, count + 4, seed).data;
        for (int k = 0; k < values.length; k += 3) {
            values[k] = ODD[k / 3 % ODD.length];
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 17, 63, 64, 65, 255, 257, 1000})
    void allImplementationsAgreeToTheBit(int count) {
        for (Rectifier loops : List.of(new PlainRectifier(), Rectifier.BEST)) {
            float[] z = values(count, 1);
            float[] expected = z.clone();
            float[] errors = values(count, 2);
            float[] back = errors.clone();
            for (int k = 2; k < 2 + count; k++) {
                expected[k] = z[k] < 0 ? 0 : z[k];
                back[k] = expected[k] > 0 ? errors[k] : 0;
            }
            loops.apply(z, 2, 2 + count);
            assertArrayEquals(expected, z);
            loops.back(z, errors, 2, 2 + count);
            assertArrayEquals(back, errors);
            assertEquals(count + 4, z.length);
        }
    }
}
