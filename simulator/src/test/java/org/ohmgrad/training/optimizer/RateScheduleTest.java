package org.ohmgrad.training.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.ohmgrad.settings.Check.BrokenRules;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.Bench;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.update.NearestLevel;

class RateScheduleTest {
    @Test
    void stepsHalveTheRateEveryTenEpochs() {
        var schedule = new StepsRateSchedule(10, 0.5);
        assertEquals(0.01, schedule.rate(0.01, 0), 0);
        assertEquals(0.01, schedule.rate(0.01, 9), 0);
        assertEquals(0.005, schedule.rate(0.01, 10), 0);
        assertEquals(0.0025, schedule.rate(0.01, 29), 0);
    }

    @Test
    void withoutAScheduleTheRateStays() {
        assertEquals(0.3, new ConstantRateSchedule().rate(0.3, 1000), 0);
        assertEquals(new ConstantRateSchedule(), Bench.training(new Sgd(), 0.3).schedule());
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(BrokenRules.class, () -> new StepsRateSchedule(0, 0.5));
        assertThrows(BrokenRules.class, () -> new StepsRateSchedule(1, 0));
    }

    @Test
    void anEpochTrainsAtItsOwnRate() {
        var steps = new TrainingSettings(
                20, 8, 0.5, 1, new Sgd(), new NoGradientClipping(), 0, new StepsRateSchedule(10, 0.25));
        Bench late = bench(steps);
        late.step.startEpoch(10);
        late.train(3);
        Bench slow = bench(Bench.training(new Sgd(), 0.125));
        slow.train(3);
        org.junit.jupiter.api.Assertions.assertArrayEquals(slow.parameters(), late.parameters());
    }

    private static Bench bench(TrainingSettings training) {
        return new Bench(Bench.smooth(), Chip.exactNumbers(), new Backpropagation(), new NearestLevel(), training);
    }
}
