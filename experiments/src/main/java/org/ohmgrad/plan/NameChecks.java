package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        Set<String> arms = new HashSet<>();
        Map<String, Variant> byLabel = new HashMap<>();
        for (int k = 0; k < experiment.arms().size(); k++) {
            Variant arm = new Variant(resolved, resolved, k, Map.of(), Map.of(), Map.of(), false);
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
}
