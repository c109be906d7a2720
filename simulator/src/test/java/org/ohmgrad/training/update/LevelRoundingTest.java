package org.ohmgrad.training.update;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.DiscreteLevels;
import org.ohmgrad.network.Samples;
import org.ohmgrad.random.Draws;
import org.ohmgrad.training.update.LevelScheme.Bounds;

/** All implementations of the loops beside the levels' own arithmetic, one number at a time, to the bit. */
class LevelRoundingTest {
    private static final ConductanceLevels LEVELS = new DiscreteLevels(8);
    private static final Bounds BOUNDS = new Bounds(-255, 255);
    private static final int FROM = 5;
    private static final float[] ODD = {
        0,
        -0f,
        0.5f,
        -0.5f,
        1.5f,
        2.5f,
        300,
        -300,
        5e6f,
        -5e6f,
        1e-30f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        1 - 0x1p-24f
    };

    private final float[] targets;
    private final float[] changes;
    private final float[] u;

    LevelRoundingTest() {
        targets = Samples.normals(1, 1100, 1).data;
        changes = Samples.normals(1, 1100, 2).data;
        u = new float[1100];
        new Draws(3, "u").uniforms(0, 0, u, 0, u.length);
        for (int k = 0; k < targets.length; k++) {
            targets[k] = LEVELS.nearest(BOUNDS.clip(150 * targets[k]));
            changes[k] = k % 7 == 0 ? ODD[k / 7 % ODD.length] : changes[k];
        }
    }

    private static void onBoth(Consumer<LevelRounding> check) {
        check.accept(new PlainLevelRounding());
        check.accept(LevelRounding.BEST);
    }

    private float[] wanted(int count) {
        return Arrays.copyOf(changes, count);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 17, 63, 64, 65, 255, 257, 1000})
    void nearestLevels(int count) {
        float[] expected = new float[count];
        for (int k = 0; k < count; k++) {
            expected[k] = LEVELS.nearest(BOUNDS.clip(targets[FROM + k] + changes[k]));
        }
        onBoth(loops -> {
            float[] found = wanted(count);
            loops.nearest(targets, FROM, found, count, BOUNDS);
            assertArrayEquals(expected, found);
        });
    }

    /** One of the two levels around a value, for a uniform u in [0, 1): on the mean the value itself. */
    private static float byChance(float value, float u) {
        float below = (float) Math.floor(value);
        return u < value - below ? below + 1 : below;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 17, 63, 64, 65, 255, 257, 1000})
    void stochasticLevels(int count) {
        float[] expected = new float[count];
        for (int k = 0; k < count; k++) {
            expected[k] = BOUNDS.clip(targets[FROM + k] + byChance(changes[k], u[k]));
        }
        onBoth(loops -> {
            float[] found = wanted(count);
            loops.stochastic(targets, FROM, found, u, count, BOUNDS);
            assertArrayEquals(expected, found);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 17, 63, 64, 65, 255, 257, 1000})
    void accumulatedLevelsAndRemainders(int count) {
        float[] before = Samples.normals(1, 1100, 4).data;
        float[] remainders = before.clone();
        float[] expected = new float[count];
        for (int k = 0; k < count; k++) {
            float sum = targets[FROM + k] + (before[FROM + k] + changes[k]);
            expected[k] = LEVELS.nearest(BOUNDS.clip(sum));
            boolean free = BOUNDS.clip(sum) == sum;
            remainders[FROM + k] = free ? targets[FROM + k] - expected[k] + (before[FROM + k] + changes[k]) : 0;
        }
        onBoth(loops -> {
            float[] found = wanted(count);
            float[] left = before.clone();
            loops.accumulate(targets, FROM, found, left, count, BOUNDS);
            assertArrayEquals(expected, found);
            assertArrayEquals(remainders, left);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 7, 17, 63, 64, 65, 255, 257, 1000})
    void changesAndLostChanges(int count) {
        float[] next = Arrays.copyOfRange(targets, FROM, FROM + count);
        for (int k = 0; k < count; k += 3) {
            next[k] += 1;
        }
        int notZero = 0;
        int lost = 0;
        for (int k = 0; k < count; k++) {
            notZero += changes[k] != 0 ? 1 : 0;
            lost += changes[k] != 0 && k % 3 != 0 ? 1 : 0;
        }
        long expected = ((long) notZero << 32) + lost;
        onBoth(loops -> {
            assertEquals(expected, loops.count(targets, FROM, changes, next, count));
        });
    }
}
