package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Place;
import org.ohmgrad.config.Problem;

/** Chips and arms of one experiment must be told apart by name. */
final class NameChecks {
    private final Document document;
    private final Variant.Resolved resolved;
    private final List<Problem> problems = new ArrayList<>();

    NameChecks(Document document, Variant.Resolved resolved) {
        this.document = document;
        this.resolved = resolved;
    }

    List<Problem> all() {
        checkChips(resolved.settings());
        checkArms(resolved.settings());
        return problems;
    }

    private void report(String pointer, String rule) {
        problems.add(document.problem(Experiment.class, pointer, rule));
    }

    private void checkChips(Experiment experiment) {
        Set<String> chips = new HashSet<>(Set.of(experiment.chip().name()));
        for (int k = 0; k < experiment.companions().size(); k++) {
            if (!chips.add(experiment.companions().get(k).name())) {
                problems.add(written(k)
                        .problem("must have a name that no other chip of the experiment has, but is named \""
                                + experiment.companions().get(k).name() + "\" too"));
            }
        }
    }

    /** Where a companion stands in the experiment, not in a file of its own. */
    private Place written(int companion) {
        return document.raw() instanceof Json.Table table
                        && table.members().get("companions") instanceof Json.Array companions
                ? companions.items().get(companion).place()
                : document.raw().place();
    }

    private void checkArms(Experiment experiment) {
        Map<String, Variant> shown = new HashMap<>();
        Map<String, Variant> byLabel = new HashMap<>();
        for (int k = 0; k < experiment.arms().size(); k++) {
            Variant arm = new Variant(resolved, resolved, k, Map.of(), Map.of(), Map.of(), false);
            Variant earlier = shown.computeIfAbsent(arm.label() + " " + arm.updateName(), name -> arm);
            if (!earlier.equals(arm)) {
                report("/arms/" + k, alike(arm, earlier));
            } else if (!texts(arm).equals(texts(byLabel.computeIfAbsent(arm.label(), label -> arm)))) {
                report(
                        "/arms/" + k,
                        "has the label of an earlier arm but other training settings: give it a \"label\" of its own");
            }
        }
    }

    private static String alike(Variant arm, Variant earlier) {
        List<String> differing = new ArrayList<>();
        addDiffering("rule", arm.ruleJson(), earlier.ruleJson(), differing);
        addDiffering("update", arm.updateJson(), earlier.updateJson(), differing);
        String other = "/arms/" + earlier.armIndex();
        return (differing.isEmpty()
                        ? "has the rule, update and label of " + other
                        : "has the name of " + other + " and differs from it in " + String.join(" and ", differing)
                                + ", which a report does not show")
                + ": give it a \"label\" of its own";
    }

    private static void addDiffering(String part, Json.Table one, Json.Table other, List<String> differing) {
        Set<String> names = new TreeSet<>(one.members().keySet());
        names.addAll(other.members().keySet());
        names.stream()
                .filter(name -> !text(one, name).equals(text(other, name)))
                .forEach(name -> differing.add(part + "/" + name));
    }

    private static Optional<String> text(Json.Table part, String name) {
        return Optional.ofNullable(part.members().get(name)).map(Json::canonical);
    }

    private static Map<String, String> texts(Variant arm) {
        Map<String, String> texts = new HashMap<>();
        arm.arm().training().forEach((name, value) -> texts.put(name, value.canonical()));
        return texts;
    }
}
