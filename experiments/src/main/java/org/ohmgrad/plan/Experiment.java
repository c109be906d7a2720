package org.ohmgrad.plan;

import java.util.List;
import java.util.Map;
import org.ohmgrad.config.Json;
import org.ohmgrad.data.Dataset;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.TrainingSettings;

/**
 * What to find out: every arm on the chip at every point of the sweep, beside its float partners, for several seeds.
 *
 * @param name names the folder of results: letters, digits, dots, dashes and underscores
 * @param title heading of the report
 * @param description a paragraph for the report; changes no result
 * @param dataset what is learned
 * @param network what learns
 * @param training how long and how fast
 * @param chip the hardware
 * @param companions other chips on which every arm is run too, drawn thin beside the chip
 * @param arms the ways to learn that are compared
 * @param sweep JSON pointer to the values it takes; several pointers form a product, and pointers in one key, parted by a
 *     space, move together through lists of as many values
 * @param effects name of an effect to the values that switch it off, by JSON pointer: all effects, none, each alone and all
 *     but each are run, at every point of the sweep
 * @param tune JSON pointer to the values that are tried; for each arm and point the one with the best mean validation
 *     accuracy is taken
 * @param telemetry how often, and on how many examples, the chip's gradients are held against exact ones
 * @param published files with what others published of such an experiment; changes no result
 * @param seeds how often each is repeated: the seeds are 1, 2, 3 and so on, up to a number or until questions are decided
 */
public record Experiment(
        String name,
        @Default("\"\"") String title,
        @Default("\"\"") String description,
        Dataset dataset,
        NetworkSettings network,
        TrainingSettings training,
        Chip chip,
        @Default("[]") List<Chip> companions,
        List<Arm> arms,
        @Default("{}") Map<String, List<Json>> sweep,
        @Default("{}") Map<String, Map<String, Json>> effects,
        @Default("{}") Map<String, List<Json>> tune,
        @Default("{}") Probing telemetry,
        @Default("[]") List<Published> published,
        Seeds seeds) {
    /** Refuses an unusable name, no arms, empty lists of values, and a wait before the test that no law is known for. */
    public Experiment {
        Check.that()
                .rule(
                        "name",
                        name.matches("[A-Za-z0-9._-]*[A-Za-z0-9][A-Za-z0-9._-]*"),
                        "must be made of letters, digits, dots, dashes and underscores but is \"" + name + "\"")
                .rule("name", name.length() <= 100, "must have at most 100 letters")
                .rule("arms", !arms.isEmpty(), "must name at least one arm")
                .rule("sweep", sweep.values().stream().noneMatch(List::isEmpty), "must give every pointer a value")
                .rule(
                        "effects",
                        effects.keySet().stream().noneMatch(effect -> effect.isBlank() || effect.matches("all|none")),
                        "must have names other than all and none")
                .rule(
                        "effects",
                        effects.values().stream().noneMatch(Map::isEmpty),
                        "must give every effect a value that switches it off")
                .rule(
                        "seeds",
                        effects.isEmpty() || seeds.looks().isEmpty(),
                        "must be a number where effects are compared: which costs most is no question that ends with an answer")
                .rule("tune", tune.values().stream().noneMatch(List::isEmpty), "must give every pointer a value")
                .holds();
        double known = chip.cell().device().longestSeconds();
        Check.that()
                .rule(
                        "training",
                        training.waitBeforeTest() <= known,
                        "must not wait longer before the test than the laws of the chip's cells are known (" + known
                                + " seconds) but has a waitBeforeTest of " + training.waitBeforeTest())
                .holds();
    }

    /**
     * The same experiment with other training settings.
     *
     * @param other the settings
     * @return the experiment
     * @throws IllegalArgumentException if they do not fit the rest
     */
    Experiment with(TrainingSettings other) {
        return new Experiment(
                name,
                title,
                description,
                dataset,
                network,
                other,
                chip,
                companions,
                arms,
                sweep,
                effects,
                tune,
                telemetry,
                published,
                seeds);
    }
}
