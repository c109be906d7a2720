package org.ohmgrad.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NineDigitsTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 20_000;

    /** The definition, by decimals of any length. */
    private static BigDecimal exact(double value) {
        return new BigDecimal(value).round(new MathContext(9, RoundingMode.HALF_EVEN));
    }

    private static void check(double value) {
        assertEquals(0, new BigDecimal(NumberText.of(value)).compareTo(exact(value)), () -> "text of " + value);
        double rounded = exact(value).doubleValue();
        assertEquals(rounded == 0 ? 0.0 : rounded, NumberText.rounded(value), () -> "rounded " + value);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void areThoseOfTheExactDecimal(long seed) {
        var chance = new SplittableRandom(seed);
        for (int k = 0; k < ROUNDS; k++) {
            check(Math.scalb(chance.nextDouble() * 2 - 1, chance.nextInt(-60, 110)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {8, 9})
    void areThoseOfTheExactDecimalAtTiesAndPowersOfTen(long seed) {
        var chance = new SplittableRandom(seed);
        for (int k = 0; k < ROUNDS; k++) {
            double half = (chance.nextInt(100_000_000, 1_000_000_000) + 0.5) * Math.scalb(1.0, chance.nextInt(-2, 3));
            check(half);
            check(Math.nextUp(half));
            check(Math.nextDown(half));
            double power = Double.parseDouble("1e" + chance.nextInt(-30, 40));
            check(power);
            check(-Math.nextDown(power));
            check(power * (1 - 4.9e-10));
        }
    }

    /** A record of a run holds a hundred numbers, and plans and reports read ten thousand of them. */
    @Test
    void toReadNumbersTakesLittleMoreThanToKeepThem() {
        var values = new TreeMap<String, Double>();
        for (int k = 0; k < 1_000; k++) {
            values.put("value" + k, NumberText.rounded(1e-3 + k * 1.23456789e-2));
        }
        NumberText.asWritten(values);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        NumberText.asWritten(values);
        long bytes = (THREADS.getCurrentThreadAllocatedBytes() - before) / values.size();
        assertTrue(bytes <= 250, () -> bytes + " bytes a number");
    }
}
