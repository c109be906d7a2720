package org.ohmgrad.report;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All runs that an experiment wants, in the order in which results are listed. Every shard writes the whole plan.
 *
 * @param experiment name of the experiment
 * @param title heading of the report; empty to use the name
 * @param description a paragraph for the report; may be empty
 * @param resultsVersion version of the results that the plan asks for
 * @param settings canonical JSON text of the experiment
 * @param pointers swept JSON pointers in the order of the experiment file; pointers that move together are all listed
 * @param axes pointer to the words of its axis, where the pointer itself does not say enough; may be empty
 * @param published what others found, to stand beside these results
 * @param runs the runs
 */
public record Plan(
        String experiment,
        String title,
        String description,
        int resultsVersion,
        String settings,
        List<String> pointers,
        SortedMap<String, String> axes,
        List<PublishedNumber> published,
        List<PlannedRun> runs) {
    /**
     * Copies and checks.
     *
     * @param experiment name of the experiment
     * @param title heading of the report; empty to use the name
     * @param description a paragraph for the report; may be empty
     * @param resultsVersion version of the results that the plan asks for
     * @param settings canonical JSON text of the experiment
     * @param pointers swept JSON pointers in the order of the experiment file; pointers that move together are all listed
     * @param axes pointer to the words of its axis, where the pointer itself does not say enough; may be empty
     * @param published what others found, to stand beside these results
     * @param runs the runs
     * @throws IllegalArgumentException if two runs differ in nothing that the report could show
     */
    public Plan {
        pointers = List.copyOf(pointers);
        axes = Collections.unmodifiableSortedMap(new TreeMap<>(axes));
        published = List.copyOf(published);
        runs = List.copyOf(runs);
        var seen = new HashSet<PlannedRun>();
        for (var run : runs) {
            if (!seen.add(withoutKeys(run))) {
                throw new IllegalArgumentException("the plan lists two runs of arm " + run.arm() + ", update "
                        + run.update() + ", chip " + run.chip() + ", point " + run.point() + ", seed " + run.seed()
                        + ": give their arms different labels");
            }
        }
    }

    /** Number of different seeds. */
    int seeds() {
        return (int) runs.stream().mapToLong(PlannedRun::seed).distinct().count();
    }

    private static PlannedRun withoutKeys(PlannedRun run) {
        return new PlannedRun(
                "",
                run.arm(),
                run.rule(),
                run.update(),
                run.chip(),
                run.onChip(),
                run.point(),
                run.seed(),
                "",
                "",
                run.tuned(),
                run.companion());
    }
}
