package org.ohmgrad.training.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.network.Samples;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.gradient.GlobalNormGradientClipping;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.gradient.ValueGradientClipping;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.KolenPollack;
import org.ohmgrad.training.rule.LastLayer;
import org.ohmgrad.training.rule.Rules;

class OptimizerTest {
    private static final int STEPS = 20;
    private static final int SIZE = 30;
    private static final double RATE = 0.1;

    static List<Optimizer> optimizers() {
        return Rules.optimizers();
    }

    @Test
    void theListHoldsOneOfEachKind() {
        assertEquals(
                Arrays.stream(Optimizer.class.getPermittedSubclasses()).collect(Collectors.toSet()),
                Rules.optimizers().stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    /** A published formula: for one weight the change of the next update, given gradient and weight. */
    private interface Formula {
        double change(double gradient, double weight, int update);
    }

    private static Formula momentum(double decay) {
        double[] v = new double[1];
        return (g, w, t) -> -RATE * (v[0] = decay * v[0] + g);
    }

    private static Formula adagrad(double epsilon) {
        double[] sum = new double[1];
        return (g, w, t) -> -RATE * g / (Math.sqrt(sum[0] += g * g) + epsilon);
    }

    private static Formula rmsprop(double decay, double epsilon) {
        double[] mean = new double[1];
        return (g, w, t) -> {
            mean[0] = decay * mean[0] + (1 - decay) * g * g;
            return -RATE * g / (Math.sqrt(mean[0]) + epsilon);
        };
    }

    private static Formula adam(double beta1, double beta2, double epsilon, double weightDecay) {
        double[] m = new double[1];
        double[] v = new double[1];
        return (g, w, t) -> {
            m[0] = beta1 * m[0] + (1 - beta1) * g;
            v[0] = beta2 * v[0] + (1 - beta2) * g * g;
            double mean = m[0] / (1 - Math.pow(beta1, t));
            double square = v[0] / (1 - Math.pow(beta2, t));
            return -RATE * (mean / (Math.sqrt(square) + epsilon) + weightDecay * w);
        };
    }

    @Test
    void sgdFollowsItsFormula() {
        assertFollows(new Sgd(), k -> (g, w, t) -> -RATE * g);
    }

    @Test
    void momentumFollowsItsFormula() {
        assertFollows(new Momentum(0.9), k -> momentum(0.9));
        assertFollows(new Momentum(0.99), k -> momentum(0.99));
    }

    @Test
    void adagradFollowsItsFormula() {
        assertFollows(new Adagrad(1e-8), k -> adagrad(1e-8));
    }

    @Test
    void rmspropFollowsItsFormula() {
        assertFollows(new Rmsprop(0.9, 1e-8), k -> rmsprop(0.9, 1e-8));
        assertFollows(new Rmsprop(0.9999, 1e-6), k -> rmsprop(0.9999, 1e-6));
    }

    @Test
    void adamFollowsItsFormula() {
        assertFollows(new Adam(0.9, 0.999, 1e-8), k -> adam(0.9, 0.999, 1e-8, 0));
        assertFollows(new Adam(0.5, 0.9999, 1e-4), k -> adam(0.5, 0.9999, 1e-4, 0));
    }

    @Test
    void adamwFollowsItsFormula() {
        assertFollows(new Adamw(0.9, 0.999, 1e-8, 0.1), k -> adam(0.9, 0.999, 1e-8, 0.1));
    }

    private static void assertFollows(Optimizer optimizer, IntFunction<Formula> formulaOf) {
        List<Formula> formulas = IntStream.range(0, SIZE).mapToObj(formulaOf).toList();
        float[][] memory = new float[optimizer.memories()][SIZE];
        double[] wanted = new double[SIZE];
        double[] weights = new double[SIZE];
        float[] now = new float[SIZE];
        for (int t = 1; t <= STEPS; t++) {
            float[] gradient = Samples.normals(1, SIZE, t).data;
            for (int k = 0; k < SIZE; k++) {
                now[k] = (float) weights[k];
                wanted[k] = formulas.get(k).change(gradient[k], weights[k], t);
                weights[k] += wanted[k];
            }
            optimizer.step(gradient, gradient.length, memory, now::clone, RATE, t);
            for (int k = 0; k < SIZE; k++) {
                assertEquals(wanted[k], gradient[k], 1e-6 * (Math.abs(wanted[k]) + RATE), optimizer.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aQuadraticIsDescended(Optimizer optimizer) {
        float[] goal = Samples.normals(1, SIZE, 3).data;
        float[] weights = new float[SIZE];
        float[][] memory = new float[optimizer.memories()][SIZE];
        for (int t = 1; t <= 2000; t++) {
            float[] gradient = new float[SIZE];
            for (int k = 0; k < SIZE; k++) {
                gradient[k] = (1 + k % 3) * (weights[k] - goal[k]);
            }
            optimizer.step(gradient, gradient.length, memory, weights::clone, 0.2 / (1 + 0.005 * t), t);
            for (int k = 0; k < SIZE; k++) {
                weights[k] += gradient[k];
            }
        }
        assertArrayEquals(goal, weights, 0.03f);
    }

    @Test
    void weightDecayAlonePullsTowardsZero() {
        float[] gradient = new float[2];
        new Adamw(0.9, 0.999, 1e-8, 0.25).step(gradient, 2, new float[2][2], () -> new float[] {4, -8}, 0.5, 1);
        assertArrayEquals(new float[] {-0.5f, 1}, gradient);
    }

    @Test
    void clippingByValueBoundsEveryElement() {
        FMatrixRMaj gradient = Samples.matrix(1, 4, -3, -1, 0.5, 2);
        new ValueGradientClipping(1).clip(List.of(gradient));
        assertArrayEquals(new float[] {-1, -1, 0.5f, 1}, gradient.data);
    }

    @Test
    void clippingByNormShortensAllGradientsByOneFactor() {
        FMatrixRMaj one = Samples.matrix(1, 2, 3, 0);
        FMatrixRMaj two = Samples.matrix(1, 1, 4);
        new GlobalNormGradientClipping(10).clip(List.of(one, two));
        assertArrayEquals(new float[] {3, 0}, one.data);
        new GlobalNormGradientClipping(1).clip(List.of(one, two));
        assertArrayEquals(new float[] {0.6f, 0}, one.data, 1e-7f);
        assertEquals(0.8f, two.data[0], 1e-7f);
    }

    @Test
    void noClippingLeavesGradientsAsTheyAre() {
        FMatrixRMaj gradient = Samples.matrix(1, 2, -3e30, 1e-30);
        new NoGradientClipping().clip(List.of(gradient));
        assertArrayEquals(new float[] {-3e30f, 1e-30f}, gradient.data);
    }

    @Test
    void settingsRefuseNonsenseAndNameAllOfIt() {
        assertRefused("decay must lie in [0, 1] but is 1.5", () -> new Momentum(1.5));
        assertRefused("epsilon must be positive but is 0", () -> new Adagrad(0));
        assertRefused(
                "decay must lie in [0, 1] but is -1; epsilon must be positive but is 0", () -> new Rmsprop(-1, 0));
        assertRefused(
                "beta1 must lie in [0, 0.999999] but is 1; beta2 must lie in [0, 0.999999] but is 2",
                () -> new Adam(1, 2, 1e-8));
        assertRefused("weightDecay must not be negative but is -1", () -> new Adamw(0.9, 0.999, 1e-8, -1));
        assertRefused("norm must be positive but is 0", () -> new GlobalNormGradientClipping(0));
        assertRefused("bound must be positive but is -1", () -> new ValueGradientClipping(-1));
        assertRefused("decay must lie in [0, 1] but is 2", () -> new KolenPollack(FeedbackPlace.CHIP, 2));
        assertRefused("floatShare must lie in [0, 1] but is 2", () -> new LastLayer(2));
        assertRefused(
                "epochs must lie in [1, 100000] but is 0; batch must lie in [1, 1000000] but is 0; "
                        + "learningRate must be positive but is 0; biasRateFactor must not be negative but is -1; "
                        + "waitBeforeTest must lie in [0, 1.0E30] but is -1",
                () -> new TrainingSettings(0, 0, 0, -1, new Sgd(), new NoGradientClipping(), -1));
    }

    private static void assertRefused(String message, Runnable making) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, making::run).getMessage());
    }

    @Test
    void everyOptimizerSaysHowMuchItKeeps() {
        assertTrue(Rules.optimizers().stream().allMatch(o -> o.memories() >= 0 && o.memories() <= 2));
        assertEquals(0, new Sgd().memories());
    }
}
