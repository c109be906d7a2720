package org.ohmgrad.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Problem;
import org.ohmgrad.report.EffectSetting;

/** Puts every combination of point, chip, arm and candidate together and checks it, before anything runs. */
final class Variants {
    private static final int MOST = 10_000;

    private final Document document;
    private final Experiment experiment;
    private final Set<Problem> problems = new TreeSet<>();
    private final List<Variant> variants = new ArrayList<>();
    private final List<Effects.Choice> choices;

    private Variants(Document document, Experiment experiment) {
        this.document = document;
        this.experiment = experiment;
        choices = Effects.choices(experiment.effects());
    }

    /**
     * All variants.
     *
     * @throws ConfigException with every mistake of every one of them
     */
    static List<Variant> of(Document document, Experiment experiment) {
        Variants all = new Variants(document, experiment);
        all.checkShapes("sweep", experiment.sweep());
        all.checkPointers("effects", Effects.pointers(experiment.effects()));
        all.checkShapes("tune", experiment.tune());
        all.checkCount();
        all.checkOverlaps();
        all.checkNames();
        all.checkOwnTraining();
        all.throwIfAny();
        all.combine();
        all.checkPublished();
        all.throwIfAny();
        return all.variants;
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private void report(String pointer, String rule) {
        problems.add(document.problem(Experiment.class, pointer, rule));
    }

    private void checkShapes(String block, Map<String, List<Json>> values) {
        values.forEach((key, list) -> {
            Set<String> seen = new HashSet<>();
            for (Json value : list) {
                if (!Sweep.problem(key, value).isEmpty()) {
                    problems.add(value.place().problem(Sweep.problem(key, value)));
                } else if (!seen.add(value.canonical())) {
                    problems.add(value.place().problem("stands in this list already"));
                }
            }
        });
        checkPointers(block, Sweep.pointers(values));
        if (block.equals("tune") && !values.isEmpty() && !validates()) {
            report("/tune", "needs a validation split: set a share for /dataset/validation");
        }
    }

    private void checkPointers(String block, List<String> pointers) {
        for (String pointer : pointers) {
            if (!pointer.startsWith("/")) {
                report(
                        "/" + block,
                        "must have JSON pointers such as /chip/cell/bits as keys but has \"" + pointer + "\"");
            } else if (!Sweep.mayVary(pointer)) {
                report(
                        "/" + block,
                        "can vary the network, the training, the chip, or rule, update and training of an"
                                + " arm, but not " + pointer);
            }
        }
    }

    /** All variants are checked before anything runs, so there must not be more than can be. */
    private void checkCount() {
        double count =
                (1.0 + experiment.companions().size()) * experiment.arms().size() * choices.size();
        for (Map<String, List<Json>> block : List.of(experiment.sweep(), experiment.tune())) {
            for (List<Json> values : block.values()) {
                count *= values.size();
            }
        }
        if (count > MOST) {
            report(
                    "/sweep",
                    String.format(
                            Locale.ROOT,
                            "makes %,.0f combinations of values, chips and arms, more than the %,d that one"
                                    + " experiment may have: split it",
                            count,
                            MOST));
        }
    }

    /** Two values for one place, or for a place and a part of it: the later would hide the earlier. */
    private void checkOverlaps() {
        List<String> swept = Sweep.pointers(experiment.sweep());
        List<String> all = new ArrayList<>(swept);
        all.addAll(Effects.pointers(experiment.effects()));
        int beforeTune = all.size();
        all.addAll(Sweep.pointers(experiment.tune()));
        for (int later = 1; later < all.size(); later++) {
            for (String earlier : all.subList(0, later)) {
                if (Sweep.overlap(earlier, all.get(later))) {
                    String block = later < swept.size() ? "/sweep" : later < beforeTune ? "/effects" : "/tune";
                    report(block, "gives values to " + all.get(later) + ", but " + earlier + " has values already");
                }
            }
        }
    }

    private boolean validates() {
        Json.Table all = (Json.Table) document.resolved(Experiment.class);
        return all.members().get("dataset") instanceof Json.Table dataset
                && dataset.members().get("validation") instanceof Json.Decimal share
                && share.value().signum() > 0;
    }

    private void checkNames() {
        Set<String> chips = new HashSet<>(Set.of(experiment.chip().name()));
        for (int k = 0; k < experiment.companions().size(); k++) {
            if (!chips.add(experiment.companions().get(k).name())) {
                report("/companions/" + k, "must have a name that no other chip of the experiment has");
            }
        }
        Json.Table all = (Json.Table) document.resolved(Experiment.class);
        Variant.Resolved resolved = new Variant.Resolved(experiment, all);
        Set<String> arms = new HashSet<>();
        Map<String, Variant> byLabel = new HashMap<>();
        for (int k = 0; k < experiment.arms().size(); k++) {
            Variant arm = new Variant(resolved, resolved, k, Map.of(), Map.of(), false);
            if (!arms.add(arm.label() + " " + arm.updateName())) {
                report(
                        "/arms/" + k,
                        "has the rule, update and label of an earlier arm: give it a \"label\" of its own");
            } else if (!texts(arm).equals(texts(byLabel.computeIfAbsent(arm.label(), label -> arm)))) {
                report(
                        "/arms/" + k,
                        "has the label of an earlier arm but other training settings: give it a \"label\" of its own");
            }
        }
    }

    private static Map<String, String> texts(Variant arm) {
        Map<String, String> texts = new HashMap<>();
        arm.arm().training().forEach((name, value) -> texts.put(name, value.canonical()));
        return texts;
    }

    /** What an arm sets for itself cannot be swept or tuned for all: one of the two would win without a word. */
    private void checkOwnTraining() {
        checkOwnTraining("sweep", experiment.sweep());
        checkOwnTraining("tune", experiment.tune());
    }

    private void checkOwnTraining(String block, Map<String, List<Json>> values) {
        for (String pointer : Sweep.pointers(values)) {
            for (int k = 0; k < experiment.arms().size(); k++) {
                for (String name : experiment.arms().get(k).training().keySet()) {
                    if (Sweep.overlap(pointer, "/training/" + name)) {
                        report(
                                "/arms/" + k + "/training/" + name,
                                "is set by this arm and by the " + block + " of " + pointer
                                        + ": leave one of them out, or " + block + " /arms/" + k + "/training/" + name
                                        + " instead");
                    }
                }
            }
        }
    }

    /** A published number stands beside one arm at one point, whatever was tuned there. */
    private void checkPublished() {
        for (int file = 0; file < experiment.published().size() && problems.isEmpty(); file++) {
            List<PublishedResult> results = experiment.published().get(file).results();
            for (int k = 0; k < results.size(); k++) {
                long meant = variants.stream()
                        .filter(results.get(k)::isOf)
                        .map(variant -> List.of(variant.armIndex(), PublishedNumbers.texts(variant.point())))
                        .distinct()
                        .count();
                if (meant != 1) {
                    report(
                            "/published/" + file + "/results/" + k,
                            "must name one arm at one point of the sweep by \"arm\", \"update\" and \"at\" but names "
                                    + (meant == 0 ? "none" : meant) + ": "
                                    + PublishedNumbers.help(results.get(k), variants));
                }
            }
        }
    }

    private void combine() {
        for (Map<String, Json> point : Sweep.points(experiment.sweep())) {
            choices.forEach(choice -> combine(point, choice));
        }
    }

    private void combine(Map<String, Json> point, Effects.Choice choice) {
        for (int chip = -1; chip < experiment.companions().size(); chip++) {
            for (int arm = 0; arm < experiment.arms().size(); arm++) {
                for (Map<String, Json> tuned : Sweep.points(experiment.tune())) {
                    add(point, choice, chip, arm, tuned);
                }
            }
        }
    }

    private void add(Map<String, Json> point, Effects.Choice choice, int chip, int arm, Map<String, Json> tuned) {
        try {
            Document here = document;
            if (chip >= 0) {
                here = here.with("/chip", companion(chip));
            }
            here = replace(replace(here, point, ""), choice.off(), "");
            Map<String, Json> training =
                    here.bind(Experiment.class).arms().get(arm).training();
            Map<String, Json> order = new LinkedHashMap<>(training);
            order.keySet().retainAll(Variant.ORDER);
            Variant variant = new Variant(
                    resolved(replace(replace(here, training, "/training/"), tuned, "")),
                    resolved(replace(replace(here, order, "/training/"), tuned, "")),
                    arm,
                    named(point, choice),
                    tuned,
                    chip >= 0);
            variants.add(variant);
            variant.objections().forEach(rule -> object(rule, arm, chip));
        } catch (ConfigException e) {
            e.problems().stream()
                    .filter(problem -> !problems.contains(problem))
                    .forEach(problem -> problems.add(chip < 0 ? problem : onCompanion(problem, chip)));
        }
    }

    private Map<String, Json> named(Map<String, Json> point, Effects.Choice choice) {
        if (choices.size() == 1) {
            return point;
        }
        Map<String, Json> named = new LinkedHashMap<>(point);
        named.put(
                EffectSetting.POINTER,
                new Json.Text(document.raw().place(), choice.setting().words()));
        return named;
    }

    private void object(String rule, int arm, int chip) {
        Problem problem = document.problem(Experiment.class, "/arms/" + arm + "/update", rule);
        problems.add(chip < 0 ? problem : onCompanion(problem, chip));
    }

    private static Variant.Resolved resolved(Document document) {
        return new Variant.Resolved(document.bind(Experiment.class), (Json.Table) document.resolved(Experiment.class));
    }

    private Problem onCompanion(Problem problem, int chip) {
        return new Problem(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.pointer(),
                problem.rule() + " (on the companion chip "
                        + experiment.companions().get(chip).name() + ")");
    }

    private Json companion(int index) {
        Json.Table all = (Json.Table) document.resolved(Experiment.class);
        if (all.members().get("companions") instanceof Json.Array chips) {
            return chips.items().get(index);
        }
        throw new IllegalStateException("companions are checked before");
    }

    private static Document replace(Document document, Map<String, Json> values, String prefix) {
        Document here = document;
        for (Map.Entry<String, Json> value : values.entrySet()) {
            here = here.with(prefix + value.getKey(), value.getValue());
        }
        return here;
    }
}
