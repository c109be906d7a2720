package org.ohmgrad.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Place;
import org.ohmgrad.config.Problem;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.NearestLevel;

/**
 * One arm on one chip at one point of the sweep with one candidate of the tuning: everything but the seed.
 *
 * @param own the experiment with all values of this variant in place
 * @param partner the same for the float backpropagation partner: of the arm's own training settings only those that
 *     decide the examples of each update
 * @param armIndex position of the arm in the experiment
 * @param point swept pointers and their values
 * @param floatPoint the point without what does not concern a float run
 * @param tuned tuned pointers and their values
 * @param companion whether the chip is a companion
 */
record Variant(
        Resolved own,
        Resolved partner,
        int armIndex,
        Map<String, Json> point,
        Map<String, Json> floatPoint,
        Map<String, Json> tuned,
        boolean companion) {
    /** Training settings that decide which examples meet in an update, and how many updates there are. */
    static final Set<String> ORDER = Set.of("epochs", "batch");

    private static final Json.Table BACKPROPAGATION = backpropagation();
    private static final String EPOCHS = "/training/epochs";
    private static final String TELEMETRY = "telemetry";
    private static final String WAIT = "waitBeforeTest";

    /** Settings and their JSON. */
    record Resolved(Experiment settings, Json.Table json) {
        Json.Table part(String name) {
            return table(json, name);
        }

        /** The same with other training settings. */
        Resolved with(TrainingSettings training, Json.Table trainingJson) {
            Map<String, Json> members = new LinkedHashMap<>(json.members());
            members.put("training", trainingJson);
            return new Resolved(settings.with(training), new Json.Table(json.place(), members, json.keys()));
        }
    }

    Experiment settings() {
        return own.settings();
    }

    Arm arm() {
        return settings().arms().get(armIndex);
    }

    Json.Table ruleJson() {
        return armPart("rule");
    }

    String ruleName() {
        return typeOf(ruleJson());
    }

    String updateName() {
        return typeOf(updateJson());
    }

    Json.Table updateJson() {
        return armPart("update");
    }

    String label() {
        return arm().label().isEmpty() ? ruleName() : arm().label();
    }

    /** Why the arm's update scheme cannot work with its chip, training and rule. */
    List<String> objections() {
        var conditions = settings().training().conditions(settings().chip(), arm().rule());
        return arm().update().objections(conditions);
    }

    /** Why the arm's rule cannot train the network, or not in so few epochs. */
    List<String> ruleObjections() {
        List<String> objections =
                new ArrayList<>(arm().rule().objections(settings().network()));
        int epochs = settings().training().epochs();
        int inFloat = arm().rule().floatEpochs(epochs);
        if (inFloat >= epochs) {
            String bySweep = point.containsKey(EPOCHS) ? " where the sweep sets " + EPOCHS : "";
            objections.add("needs at least " + (inFloat + 1) + " training epochs, as it trains " + inFloat
                    + " in float first, but has " + epochs + bySweep);
        }
        return objections;
    }

    /** A problem of a setting of this variant: at a value that was put in there or in it, or else where the setting stands. */
    Problem problem(String pointer, String rule) {
        Problem here = Document.problem(own.json(), pointer, rule);
        return point.entrySet().stream()
                .filter(put -> put.getKey().startsWith(pointer + "/"))
                .findFirst()
                .map(put -> Problem.together(put.getValue().place(), List.of(put.getKey()), here))
                .orElse(here);
    }

    /** Label of the float run of the arm's own rule, which must not be taken for the other partner. */
    String floatLabel() {
        boolean alike =
                label().equals(typeOf(BACKPROPAGATION)) && !arm().training().isEmpty();
        return alike ? label() + " (own training)" : label();
    }

    /** Label of the float backpropagation partner. */
    String partnerLabel() {
        boolean shared = arm().training().keySet().stream().noneMatch(ORDER::contains);
        return shared ? typeOf(BACKPROPAGATION) : typeOf(BACKPROPAGATION) + " as " + label();
    }

    /** Whether what a pointer names does not concern a float run. */
    static boolean isOfChip(String pointer) {
        return pointer.startsWith("/chip") || pointer.equals("/training/" + WAIT);
    }

    /** The runs on the chip. */
    Course onChip(String digest) {
        Map<String, String> parts = sharedParts(own, digest);
        parts.put("training", Keys.ofResult(own.part("training")));
        parts.put("chip", Keys.ofResult(own.part("chip")));
        parts.put("rule", Keys.ofResult(ruleJson()));
        parts.put("update", Keys.ofResult(updateJson()));
        List<Mended> mended = Mended.of(settings().chip());
        if (!mended.isEmpty()) {
            parts.put(
                    "mended",
                    mended.stream().map(name -> "\"" + name + '"').collect(Collectors.joining(",", "[", "]")));
        }
        return course(own, parts, settings().chip(), arm());
    }

    /** The float runs of the arm's own rule: no chip, no update scheme, feedback matrices as numbers. */
    Course inFloat(String digest) {
        return inFloat(own, arm().rule(), ruleJson(), digest);
    }

    /** The float backpropagation runs that it is compared with. */
    Course partnerInFloat(String digest) {
        return inFloat(partner, new Backpropagation(), BACKPROPAGATION, digest);
    }

    private static Course inFloat(Resolved from, LearningRule rule, Json.Table ruleJson, String digest) {
        Map<String, String> parts = sharedParts(from, digest);
        parts.put("rule", Keys.ofResultWithout(ruleJson, "on"));
        return course(from, parts, Chip.exactNumbers(), new Arm(rule, new NearestLevel(), "", Map.of()));
    }

    private static Map<String, String> sharedParts(Resolved from, String digest) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("dataset", Keys.ofResult(from.part("dataset")));
        parts.put("digest", '"' + digest + '"');
        parts.put("network", Keys.ofResult(from.part("network")));
        parts.put("training", Keys.ofResultWithout(from.part("training"), WAIT));
        parts.put("resultsVersion", String.valueOf(ExperimentPlan.RESULTS_VERSION));
        // It came late: runs made before keep their keys.
        if (!from.settings().telemetry().equals(new Probing())) {
            parts.put(TELEMETRY, Keys.ofResult(from.part(TELEMETRY)));
        }
        return parts;
    }

    private static Course course(Resolved from, Map<String, String> parts, Chip chip, Arm arm) {
        Map<String, String> floatParts = new LinkedHashMap<>(parts);
        floatParts.keySet().removeAll(Set.of("chip", "update", "mended", TELEMETRY));
        floatParts.put("training", Keys.ofResultWithout(from.part("training"), WAIT));
        return new Course(
                parts,
                floatParts,
                from.settings().network(),
                from.settings().training(),
                from.settings().telemetry(),
                chip,
                arm.rule(),
                arm.update());
    }

    private Json.Table armPart(String name) {
        if (own.json().members().get("arms") instanceof Json.Array arms
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

    /** The type name of a part; of a custom one its class, without the package. */
    static String typeOf(Json.Table part) {
        String type = text(part, "type");
        String code = text(part, "class");
        return code.isEmpty() ? type : code.substring(Math.max(code.lastIndexOf('.'), code.lastIndexOf('$')) + 1);
    }

    private static String text(Json.Table part, String name) {
        return part.members().get(name) instanceof Json.Text text ? text.value() : "";
    }
}
