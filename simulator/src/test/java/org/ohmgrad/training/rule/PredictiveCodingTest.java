package org.ohmgrad.training.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmgrad.network.PlainNetwork;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.optimizer.Sgd;

/** At rest and in the limit of a small nudge predictive coding's gradient is backpropagation's. */
class PredictiveCodingTest {
    private static final Batch BATCH = Bench.batch(9, 77);

    private static double apart(int steps, double nudge) {
        Bench exact = Bench.of(Chip.exactNumbers(), new Backpropagation(), new Sgd(), 0.1);
        Bench bench = Bench.of(Chip.exactNumbers(), new PredictiveCoding(steps, 0.2, nudge), new Sgd(), 0.1);
        return PlainNetwork.relativeDistance(
                Bench.flat(bench.step.probe(BATCH, 0)), Bench.flat(exact.step.probe(BATCH, 0)));
    }

    @Test
    void atRestItsGradientTendsToBackpropagationsInProportionToTheNudge() {
        double tenth = apart(200, 0.1);
        double hundredth = apart(200, 0.01);
        assertTrue(hundredth < 0.01, () -> "relative distance " + hundredth);
        assertEquals(10, tenth / hundredth, 1.5);
        assertTrue(apart(200, 1) > 0.1, "a whole error at the output should be far from the limit");
    }

    @Test
    void valuesThatHaveNotComeToRestAreFurtherAway() {
        assertTrue(apart(2, 0.01) > 10 * apart(200, 0.01));
    }
}
