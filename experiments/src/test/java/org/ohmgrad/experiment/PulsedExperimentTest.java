package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.plan.Experiment;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.plan.Settings;

class PulsedExperimentTest {
    @TempDir
    private Path folder;

    private String refusal(String chip, String update, String training, String armTraining) throws IOException {
        Path file = folder.resolve("pulses.json");
        Files.writeString(file, """
                {"name": "pulses", "dataset": {"type": "letters"},
                 "network": {"hidden": [], "activation": "sigmoid", "loss": "mean-squared-error"},
                 "training": {"epochs": 2, "batch": 30, "learningRate": 1%s},
                 "chip": "%s",
                 "arms": [{"rule": {"type": "backpropagation"}, "update": {"type": "nearest-level"}},
                          {"rule": {"type": "backpropagation"}, "update": %s, "training": {%s}, "label": "pulses"}],
                 "seeds": 1}
                """.formatted(training, chip, update, armTraining));
        return String.valueOf(assertThrows(ConfigException.class, () -> ExperimentPlan.check(file))
                .getMessage());
    }

    @Test
    void aChipWithoutALawOfPulsesIsRefusedWithItsPath() throws IOException {
        String message = refusal("chips/ideal.json", "{\"type\": \"sign-pulses\"}", "", "");
        assertTrue(message.contains("/arms/1/update") && message.contains("no law of pulses"), message);
    }

    @Test
    void anOptimizerThatStochasticPulsesCannotServeIsRefused() throws IOException {
        String momentum = ", \"optimizer\": {\"type\": \"momentum\"}";
        String pulses = "{\"type\": \"stochastic-pulses\"}";
        String message = refusal("chips/rpu-gokmen-vlasov.json", pulses, momentum, "");
        assertTrue(message.contains("/arms/1/update") && message.contains("optimizer sgd"), message);
        String own = refusal("chips/rpu-gokmen-vlasov.json", pulses, "", momentum.substring(2));
        assertTrue(own.contains("optimizer sgd"), own);
    }

    @Test
    void aFoldedBatchNeedsEvenSteps() throws IOException {
        String folded = "{\"type\": \"stochastic-pulses\", \"batch\": \"folded\"}";
        String message = refusal("chips/prezioso-2015.json", folded, "", "");
        assertTrue(message.contains("can fold a batch only"), message);
    }

    @Test
    void perceptronsOfThirtyLettersBecomePerfectBySigns() throws IOException {
        var experiment = Settings.reader()
                .read(org.ohmgrad.config.Catalogue.path("experiments/published/prezioso-2015.json"))
                .bind(Experiment.class);
        Lab lab = new Lab(experiment.dataset().load(folder), experiment.network(), experiment.training());
        var arm = experiment.arms().get(0);
        for (long seed = 1; seed <= 3; seed++) {
            var trained = lab.train(experiment.chip(), arm.rule(), arm.update(), seed);
            assertEquals(1.0, trained.last("test_accuracy"));
        }
    }
}
