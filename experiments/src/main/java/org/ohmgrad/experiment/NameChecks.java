package org.ohmgrad.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ohmgrad.config.Document;
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
                report("/companions/" + k, "must have a name that no other chip of the experiment has");
            }
        }
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
