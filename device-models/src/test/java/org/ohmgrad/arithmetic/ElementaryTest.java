package org.ohmgrad.arithmetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementaryTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final int TRIALS = 4000;
    private static final int ORACLE_TRIALS = 200;

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void exponentialsAreWithinAUnitInTheLastPlace(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ORACLE_TRIALS; i++) {
            double x = wide(random, -700, 700);
            assertUlps(1, BigMath.exp(x), Elementary.exp(x), "exp of " + x);
            assertUlps(2, BigMath.exp(x).subtract(BigDecimal.ONE), Elementary.expm1(x), "expm1 of " + x);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void logarithmsAreWithinAUnitInTheLastPlace(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ORACLE_TRIALS; i++) {
            double x = i % 2 == 0 ? 1 + wide(random, -0.5, 1) : Math.exp(wide(random, -700, 700));
            assertUlps(1, BigMath.log(new BigDecimal(x)), Elementary.log(x), "log of " + x);
            double y = wide(random, -0.99, i % 2 == 0 ? 1 : 1e6);
            BigDecimal exact = BigMath.log(new BigDecimal(y).add(BigDecimal.ONE));
            assertUlps(2, exact, Elementary.log1p(y), "log1p of " + y);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void sigmoidAndTangentAreWithinTwoUnitsInTheLastPlace(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ORACLE_TRIALS; i++) {
            double x = wide(random, -30, 30) / (1 + i % 3 * 14);
            BigDecimal e = BigMath.exp(x);
            BigDecimal sigmoid = e.divide(e.add(BigDecimal.ONE), BigMath.DIGITS);
            assertUlps(2, sigmoid, Elementary.sigmoid(x), "sigmoid of " + x);
            BigDecimal square = e.multiply(e);
            BigDecimal less = square.subtract(BigDecimal.ONE);
            BigDecimal tanh = less.divide(square.add(BigDecimal.ONE), BigMath.DIGITS);
            assertUlps(2, tanh, Elementary.tanh(x), "tanh of " + x);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void powersAreWithinThreeUnitsInTheLastPlace(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ORACLE_TRIALS; i++) {
            double x = i % 2 == 0 ? 1 + wide(random, -0.5, 1) : Math.exp(wide(random, -300, 300));
            double y = (random.nextDouble() - 0.5) * 100 / Math.max(1e-3, Math.abs(Math.log(x)));
            BigDecimal exponent = BigMath.log(new BigDecimal(x)).multiply(new BigDecimal(y));
            assertUlps(3, BigMath.exp(exponent), Elementary.pow(x, y), x + " to the power of " + y);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void allAgreeWithTheStrictLibrary(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIALS; i++) {
            double x = wide(random, -745, 709);
            assertClose(StrictMath::exp, Elementary::exp, x);
            assertClose(StrictMath::expm1, Elementary::expm1, x);
            assertClose(StrictMath::tanh, Elementary::tanh, x);
            assertClose(StrictMath::log, Elementary::log, anyPositive(random));
            assertClose(StrictMath::log1p, Elementary::log1p, Math.abs(x));
        }
    }

    @Test
    void limitsAreTakenQuietly() {
        assertEquals(INFINITY, Elementary.exp(710));
        assertEquals(INFINITY, Elementary.exp(INFINITY));
        assertEquals(0, Elementary.exp(-746));
        assertEquals(0, Elementary.exp(-INFINITY));
        assertEquals(1, Elementary.exp(0));
        assertEquals(Double.MIN_VALUE, Elementary.exp(-744.8));
        assertEquals(Double.MAX_VALUE, Elementary.exp(709.782712893384), 1e-12 * Double.MAX_VALUE);
        assertEquals(-1, Elementary.expm1(-INFINITY));
        assertEquals(INFINITY, Elementary.expm1(INFINITY));
        assertEquals(-INFINITY, Elementary.log(0));
        assertEquals(-INFINITY, Elementary.log1p(-1));
        assertEquals(INFINITY, Elementary.log(INFINITY));
        assertEquals(INFINITY, Elementary.log1p(INFINITY));
        assertEquals(0, Elementary.log(1));
        assertEquals(StrictMath.log(Double.MIN_VALUE), Elementary.log(Double.MIN_VALUE));
        assertEquals(1, Elementary.tanh(INFINITY));
        assertEquals(-1, Elementary.tanh(-INFINITY));
        assertEquals(0, Elementary.sigmoid(-INFINITY));
        assertEquals(1, Elementary.sigmoid(INFINITY));
        assertEquals(0.5, Elementary.sigmoid(0));
    }

    @Test
    void whatIsNoNumberStaysNoNumber() {
        assertEquals(Double.NaN, Elementary.exp(Double.NaN));
        assertEquals(Double.NaN, Elementary.expm1(Double.NaN));
        assertEquals(Double.NaN, Elementary.log(Double.NaN));
        assertEquals(Double.NaN, Elementary.log(-1));
        assertEquals(Double.NaN, Elementary.log1p(Double.NaN));
        assertEquals(Double.NaN, Elementary.log1p(-1.5));
        assertEquals(Double.NaN, Elementary.tanh(Double.NaN));
        assertEquals(Double.NaN, Elementary.sigmoid(Double.NaN));
        assertEquals(Double.NaN, Elementary.pow(Double.NaN, 2));
        assertEquals(Double.NaN, Elementary.pow(2, Double.NaN));
        assertEquals(Double.NaN, Elementary.pow(-2, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "1, Infinity, 1",
        "1, NaN, 1",
        "5, 0, 1",
        "0, 0, 1",
        "0, 2, 0",
        "0, -2, Infinity",
        "Infinity, 2, Infinity",
        "Infinity, -2, 0",
        "2, Infinity, Infinity",
        "2, -Infinity, 0",
        "0.5, Infinity, 0",
        "0.5, -Infinity, Infinity",
        "10, 400, Infinity",
        "10, -400, 0",
        "2, 10, 1024",
        "2, -1074, 4.9e-324",
        "4.9e-324, -0.5, 4.49891379454319638e161",
        "4, 0.5, 2",
        "2, 1023, 8.98846567431158e307"
    })
    void powersTakeTheirLimits(double x, double y, double expected) {
        assertEquals(expected, Elementary.pow(x, y), 2 * Math.ulp(expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0, 1e-320, -1e-320, 1e-300, 1e-17, -1e-17})
    void tinyArgumentsComeBackUnharmed(double x) {
        assertEquals(x, Elementary.tanh(x));
        assertEquals(x, Elementary.expm1(x));
        assertEquals(x, Elementary.log1p(x));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3})
    void tangentIsOddAndSigmoidsOfOppositesAddUpToOne(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < TRIALS; i++) {
            double x = wide(random, -40, 40);
            assertEquals(-Elementary.tanh(x), Elementary.tanh(-x));
            assertEquals(1, Elementary.sigmoid(x) + Elementary.sigmoid(-x), 0x1p-52);
        }
    }

    /** Half of the numbers spread evenly, half evenly over orders of magnitude down to 1e-12. */
    private static double wide(Random random, double low, double high) {
        double x = low + (high - low) * random.nextDouble();
        return random.nextBoolean() ? x : x * Math.pow(10, -12 * random.nextDouble());
    }

    /** All orders of magnitude alike, numbers below 2^-1022 included. */
    private static double anyPositive(Random random) {
        return Double.longBitsToDouble((long) (random.nextDouble() * 0x7ff0000000000000L));
    }

    private static void assertClose(DoubleUnaryOperator strict, DoubleUnaryOperator own, double x) {
        double expected = strict.applyAsDouble(x);
        assertEquals(expected, own.applyAsDouble(x), 4 * Math.ulp(expected), () -> "at " + x);
    }

    private static void assertUlps(double most, BigDecimal exact, double found, String message) {
        BigDecimal unit = new BigDecimal(Math.ulp(exact.doubleValue()));
        BigDecimal error = new BigDecimal(found).subtract(exact).abs();
        double ulps = error.divide(unit, MathContext.DECIMAL64).doubleValue();
        assertTrue(ulps <= most, () -> message + " is " + ulps + " units in the last place away");
    }
}
