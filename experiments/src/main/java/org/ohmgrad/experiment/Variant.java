package org.ohmgrad.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Place;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.LearningRule;
import org.ohmgrad.training.NearestLevel;

/**
 * One arm on one chip at one point of the sweep with one candidate of the tuning: everything but the seed.
 *
 * @param settings the experiment with all values of this variant in place
 * @param resolved the same as JSON
 * @param armIndex position of the arm in the experiment
 * @param point swept pointers and their values
 * @param tuned tuned pointers and their values
 * @param companion whether the chip is a companion
 */
record Variant(
        Experiment settings,
        Json.Table resolved,
        int armIndex,
        Map<String, Json> point,
        Map<String, Json> tuned,
        boolean companion) {
    /** The settings of exact backpropagation, as JSON. */
    static final Json.Table BACKPROPAGATION = backpropagation();

    private static final String WAIT = "waitBeforeTest";

    Arm arm() {
        return settings.arms().get(armIndex);
    }

    Json.Table ruleJson() {
        return armPart("rule");
    }

    String ruleName() {
        return typeOf(ruleJson());
    }

    String updateName() {
        return typeOf(armPart("update"));
    }

    String label() {
        return arm().label().isEmpty() ? ruleName() : arm().label();
    }

    /** Label of a float partner: the arm's own if the rule is, else the rule's. */
    String floatLabel(String rule) {
        if (rule.equals(ruleName())) {
            return label();
        }
        return arm().training().isEmpty() ? rule : rule + " as " + label();
    }

    /** The point without what does not concern a float run. */
    Map<String, Json> floatPoint() {
        Map<String, Json> kept = new LinkedHashMap<>(point);
        kept.keySet().removeIf(pointer -> pointer.startsWith("/chip") || pointer.equals("/training/" + WAIT));
        return kept;
    }

    /** The run on the chip. */
    RunSettings onChip(String digest, long seed) {
        Map<String, String> parts = sharedParts(digest, seed);
        parts.put("training", Keys.ofResult(part("training")));
        parts.put("chip", Keys.ofResult(part("chip")));
        parts.put("rule", Keys.ofResult(ruleJson()));
        parts.put("update", Keys.ofResult(armPart("update")));
        return run(parts, settings.chip(), arm(), seed);
    }

    /** The float run of a rule: no chip, no update scheme, feedback matrices as numbers. */
    RunSettings inFloat(LearningRule rule, Json.Table ruleJson, String digest, long seed) {
        Map<String, String> parts = sharedParts(digest, seed);
        parts.put("rule", Keys.ofResultWithout(ruleJson, "on"));
        return run(parts, Chip.exactNumbers(), new Arm(rule, new NearestLevel(), "", Map.of()), seed);
    }

    private Map<String, String> sharedParts(String digest, long seed) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("dataset", Keys.ofResult(part("dataset")));
        parts.put("digest", '"' + digest + '"');
        parts.put("network", Keys.ofResult(part("network")));
        parts.put("training", Keys.ofResultWithout(part("training"), WAIT));
        parts.put("seed", String.valueOf(seed));
        parts.put("resultsVersion", String.valueOf(ExperimentPlan.RESULTS_VERSION));
        return parts;
    }

    private RunSettings run(Map<String, String> parts, Chip chip, Arm arm, long seed) {
        String canonical = Keys.join(parts);
        Map<String, String> floatParts = new LinkedHashMap<>(parts);
        floatParts.keySet().removeAll(java.util.Set.of("chip", "update"));
        floatParts.put("training", Keys.ofResultWithout(part("training"), WAIT));
        return new RunSettings(
                Keys.sha256(canonical),
                canonical,
                Keys.join(floatParts),
                settings.network(),
                settings.training(),
                chip,
                arm.rule(),
                arm.update(),
                seed);
    }

    private Json.Table part(String name) {
        return table(resolved, name);
    }

    private Json.Table armPart(String name) {
        if (resolved.members().get("arms") instanceof Json.Array arms
                && arms.items().get(armIndex) instanceof Json.Table arm) {
            return table(arm, name);
        }
        throw new IllegalArgumentException("there is no arm " + armIndex);
    }

    private static Json.Table table(Json.Table parent, String name) {
        if (parent.members().get(name) instanceof Json.Table table) {
            return table;
        }
        throw new IllegalArgumentException("there is no object \"" + name + "\"");
    }

    private static Json.Table backpropagation() {
        Place nowhere = Place.top(Path.of("backpropagation"));
        return new Json.Table(nowhere, Map.of("type", new Json.Text(nowhere, "backpropagation")), Map.of());
    }

    /** The type name of a part. */
    static String typeOf(Json.Table part) {
        return part.members().get("type") instanceof Json.Text text ? text.value() : "";
    }
}
