package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.Words;

/** With how many seeds each arm ended at each point, where looks at the results decided that. */
final class LookTable {
    private final Results results;
    private final List<Integer> planned;

    LookTable(Results results) {
        this.results = results;
        planned = results.plan().looks();
    }

    /** What was looked at and what the intervals are, with the table; nothing where all runs were wanted from the start. */
    List<PageElement> elements() {
        if (planned.isEmpty()) {
            return List.of();
        }
        var words = "Results were looked at after " + Words.listed(seeds(taken())) + " seeds (planned: "
                + Words.listed(seeds(planned))
                + "). An arm ended at a point once every question about it there was decided."
                + " The looks share the 5 % of error equally, each with intervals of "
                + results.confidence().words()
                + ", so that all together are wrong about a question no more often than one look would be.";
        var none = "The first look is planned after " + planned.get(0) + " seeds.";
        return List.of(
                new PageElement.Text(results.looks().isEmpty() ? none : words, false),
                new PageElement.Folded(
                        "When each arm ended",
                        new PageElement.Tabular("Every arm at every point on a chip.", table())));
    }

    private List<Integer> taken() {
        return results.looks().stream().map(Results.Look::seeds).toList();
    }

    private static List<String> seeds(List<Integer> looks) {
        return looks.stream().map(String::valueOf).toList();
    }

    private TextTable table() {
        var rows = new ArrayList<List<String>>();
        for (var look : results.looks()) {
            look.answered().forEach(group -> rows.add(row(look, group, ended(group))));
            boolean last = look.seeds() == planned.get(planned.size() - 1);
            look.open().stream().filter(group -> last).forEach(group -> rows.add(row(look, group, "undecided")));
        }
        return new TextTable(List.of("arm", "update", "chip", "at", "seeds", "look", "ended"), rows)
                .without(List.of("update", "at"));
    }

    private List<String> row(Results.Look look, Results.Group group, String how) {
        var arm = group.arm();
        return List.of(
                arm.arm(),
                arm.update(),
                arm.chip(),
                SweepView.words(results.plan()).apply(group.point()),
                String.valueOf(look.seeds()),
                planned.indexOf(look.seeds()) + 1 + " of " + planned.size(),
                how);
    }

    private static String ended(Results.Group group) {
        return group.gapBackpropagation().difference().n() == 0 ? "without a result" : "decided";
    }
}
