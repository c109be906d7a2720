package org.ohmgrad.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Problem;

/** Different runs that a report could not tell apart: values of a sweep may make two arms alike. */
final class Twins {
    private final Map<Shown, Supplier<Course>> seen = new HashMap<>();
    private final Set<Problem> problems = new TreeSet<>();

    private Twins() {}

    /** All that a report shows of a run. */
    private record Shown(
            String label,
            String rule,
            String update,
            String chip,
            SortedMap<String, String> point,
            SortedMap<String, String> tuned,
            boolean companion) {}

    /** A problem for each arm of which a run looks like another's. */
    static Set<Problem> problems(Document document, List<Variant> variants) {
        Twins twins = new Twins();
        for (Variant variant : variants) {
            if (!twins.isToldApart(variant)) {
                twins.problems.add(document.problem(
                        Experiment.class,
                        "/arms/" + variant.armIndex(),
                        "is at some points of the sweep not told from another arm: give it a \"label\" of its own"));
            }
        }
        return twins.problems;
    }

    /** All three runs of a variant are taken down, whichever of them looks like another's. */
    private boolean isToldApart(Variant variant) {
        SortedMap<String, String> tuned = PublishedNumbers.texts(variant.tuned());
        SortedMap<String, String> floats = PublishedNumbers.texts(variant.floatPoint());
        boolean onChip = isNew(
                new Shown(
                        variant.label(),
                        variant.ruleName(),
                        variant.updateName(),
                        variant.settings().chip().name(),
                        PublishedNumbers.texts(variant.point()),
                        tuned,
                        variant.companion()),
                () -> variant.onChip(""));
        boolean inFloat = isNew(
                new Shown(variant.floatLabel(), variant.ruleName(), "", "", floats, tuned, false),
                () -> variant.inFloat(""));
        boolean partner = isNew(
                new Shown(variant.partnerLabel(), "backpropagation", "", "", floats, tuned, false),
                () -> variant.partnerInFloat(""));
        return onChip && inFloat && partner;
    }

    /** Texts of settings are long: they are made only of runs that look alike. */
    private boolean isNew(Shown shown, Supplier<Course> what) {
        Supplier<Course> first = seen.putIfAbsent(shown, what);
        return first == null || first.get().parts().equals(what.get().parts());
    }
}
