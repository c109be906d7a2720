package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Place;
import org.ohmgrad.config.Problem;

/** Checks what an experiment varies before any combination of it is made. */
final class BlockChecks {
    private static final int MOST = 10_000;
    private static final int MOST_RUNS = 100_000;
    private static final int MOST_POINTERS = 1_000;

    private final Document document;
    private final Axes axes;
    private final Set<Problem> problems = new TreeSet<>();

    BlockChecks(Document document, Axes axes) {
        this.document = document;
        this.axes = axes;
    }

    /** Every mistake in the pointers and in the shapes of their values. */
    Set<Problem> ofPointers() {
        int pointers = Sweep.pointers(axes.sweep()).size()
                + Effects.pointers(axes.effects()).size()
                + Sweep.pointers(axes.tune()).size();
        if (pointers > MOST_POINTERS) {
            report("", many(pointers, "pointers to vary", MOST_POINTERS));
            return problems;
        }
        checkValues(axes.sweep());
        checkValues(axes.tune());
        checkPointers("/sweep", Sweep.pointers(axes.sweep()));
        checkPointers("/effects", Effects.pointers(axes.effects()));
        checkPointers("/tune", Sweep.pointers(axes.tune()));
        checkOverlaps();
        return problems;
    }

    /** And every mistake that can be seen once the experiment itself is understood. */
    Set<Problem> of(Experiment experiment) {
        checkCount(experiment);
        checkCompanions(experiment);
        checkValidation();
        checkOwnTraining(experiment);
        return problems;
    }

    private void report(String pointer, String rule) {
        problems.add(document.problem(Experiment.class, pointer, rule));
    }

    private void report(String block, String pointer, String rule) {
        Place place = axes.place(block, pointer).orElseGet(() -> document.raw().place());
        problems.add(place.problem(rule));
    }

    private void checkValues(Map<String, List<Json>> values) {
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
    }

    private void checkPointers(String block, List<String> pointers) {
        for (String pointer : pointers) {
            if (!pointer.startsWith("/")) {
                report(block, pointer, "must be a JSON pointer such as /chip/cell/bits" + meant(pointer));
            } else if (!Sweep.mayVary(pointer)) {
                report(
                        block,
                        pointer,
                        "can vary the network, the training, the chip, or rule, update and training of an"
                                + " arm, but not " + pointer);
            }
        }
    }

    private static String meant(String pointer) {
        String likely =
                "/" + pointer.replace('.', '/').replaceAll("\\[(\\d+)]", "/$1").replaceAll("/+", "/");
        return pointer.isEmpty()
                ? ": one space parts two pointers of a key"
                : Sweep.mayVary(likely) ? ": did you mean \"" + likely + "\"?" : "";
    }

    /** Two values for one place, or for a place and a part of it: the later would hide the earlier. */
    private void checkOverlaps() {
        Map<String, String> wholes = new HashMap<>();
        Map<String, String> parts = new HashMap<>();
        checkOverlaps("/sweep", Sweep.pointers(axes.sweep()), wholes, parts);
        checkOverlaps("/effects", Effects.pointers(axes.effects()), wholes, parts);
        checkOverlaps("/tune", Sweep.pointers(axes.tune()), wholes, parts);
    }

    private void checkOverlaps(
            String block, List<String> pointers, Map<String, String> wholes, Map<String, String> parts) {
        for (String pointer : pointers) {
            List<String> ancestors = ancestors(pointer);
            String earlier =
                    ancestors.stream().filter(wholes::containsKey).findFirst().orElse(parts.getOrDefault(pointer, ""));
            if (!earlier.isEmpty()) {
                report(block, pointer, "gives values to " + pointer + ", but " + earlier + " has values already");
            }
            wholes.put(pointer, pointer);
            ancestors.forEach(ancestor -> parts.putIfAbsent(ancestor, pointer));
        }
    }

    /** The pointer and all that it is a part of. */
    private static List<String> ancestors(String pointer) {
        List<String> ancestors = new ArrayList<>();
        for (int end = pointer.length(); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
            ancestors.add(pointer.substring(0, end));
        }
        return ancestors;
    }

    /** All variants are checked before anything runs, so there must not be more than can be. */
    private void checkCount(Experiment experiment) {
        Map<String, Double> factors = new LinkedHashMap<>();
        factors.put("/sweep", product(axes.sweep()));
        factors.put("/tune", product(axes.tune()));
        factors.put("/effects", (double) Effects.choices(axes.effects().keySet().size()));
        factors.put("/arms", (double) experiment.arms().size());
        factors.put("/companions", 1.0 + experiment.companions().size());
        double count = factors.values().stream().reduce(1.0, (one, other) -> one * other);
        if (count > MOST) {
            report(largest(factors), many(count, "combinations of values, chips and arms", MOST) + ": split it");
        } else if (count * experiment.seeds().most() > MOST_RUNS) {
            report("/seeds", many(count * experiment.seeds().most(), "runs on a chip", MOST_RUNS) + ": split it");
        }
    }

    private static double product(Map<String, List<Json>> block) {
        return block.values().stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
    }

    private static String largest(Map<String, Double> factors) {
        return factors.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String many(double count, String what, int most) {
        return String.format(
                Locale.ROOT, "makes %,.0f %s, more than the %,d that one experiment may have", count, what, most);
    }

    /** A value for the whole chip would take a companion's place, and every run would stand twice. */
    private void checkCompanions(Experiment experiment) {
        for (String block : List.of("/sweep", "/effects", "/tune")) {
            if (!experiment.companions().isEmpty() && axes.place(block, "/chip").isPresent()) {
                report(
                        block,
                        "/chip",
                        "gives values to the whole /chip, in the place of the companions too: list them here and leave"
                                + " \"companions\" out");
            }
        }
    }

    private void checkValidation() {
        boolean validates = document.attempt(Experiment.class).json() instanceof Json.Table all
                && all.members().get("dataset") instanceof Json.Table dataset
                && dataset.members().get("validation") instanceof Json.Decimal share
                && share.value().signum() > 0;
        if (!axes.tune().isEmpty() && !validates) {
            report("/tune", "needs a validation split: set a share for /dataset/validation");
        }
    }

    /** What an arm sets for itself cannot be set for all as well: one of the two would win without a word. */
    private void checkOwnTraining(Experiment experiment) {
        for (int k = 0; k < experiment.arms().size(); k++) {
            for (String name : experiment.arms().get(k).training().keySet()) {
                String at = "/arms/" + k + "/training/" + name;
                if (name.contains("/")) {
                    reportPart(k, name);
                } else {
                    checkOwnTraining("sweep", Sweep.pointers(axes.sweep()), name, at);
                    checkOwnTraining("effects", Effects.pointers(axes.effects()), name, at);
                    checkOwnTraining("tune", Sweep.pointers(axes.tune()), name, at);
                }
            }
        }
    }

    private void reportPart(int arm, String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        report(
                "/arms/" + arm + "/training/" + escaped,
                "must be a setting of the training block, not a part of one: give \""
                        + name.substring(0, name.indexOf('/')) + "\" as a whole");
    }

    private void checkOwnTraining(String block, List<String> pointers, String name, String at) {
        for (String pointer : pointers) {
            if (Sweep.overlap(pointer, "/training/" + name)) {
                report(
                        at,
                        "is set by this arm and by the " + block + " of " + pointer + ": leave one of them out, or "
                                + (block.equals("effects") ? "switch off" : block) + " " + at + " instead");
            }
        }
    }
}
