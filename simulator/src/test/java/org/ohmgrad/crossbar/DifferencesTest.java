package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DifferencesTest {
    private static final int FROM = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 17, 63, 64, 65, 255, 257, 1000})
    void everyDifferenceIsFoundOnceAndInOrder(int count) {
        for (int every : new int[] {1, 2, 5, 13, 100, 5000}) {
            float[] wanted = new float[count];
            float[] old = new float[count + FROM + 1];
            Arrays.fill(old, -0f);
            List<Integer> expected = new ArrayList<>();
            for (int k = every / 2; k < count; k += every) {
                wanted[k] = k % 2 == 0 ? Float.NaN : 1;
                expected.add(k);
            }
            for (Differences loops : List.of(new PlainDifferences(), Differences.BEST)) {
                List<Integer> found = new ArrayList<>();
                for (int k = loops.next(wanted, old, FROM, 0, count); k < count; ) {
                    found.add(k);
                    k = loops.next(wanted, old, FROM, k + 1, count);
                }
                assertEquals(expected, found);
                assertEquals(expected.size(), loops.count(wanted, old, FROM, count));
            }
        }
    }
}
