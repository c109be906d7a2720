package org.ohmgrad.report.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
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
 * @param axes pointer to the words of its axis, and JSON name of a rule or an update scheme to how it is spelt, where these
 *     themselves do not say enough; may be empty
 * @param published what others found, to stand beside these results
 * @param runs the runs
 * @param files where the name of a settings file stands, and the file that was taken for it; empty where it is not known
 * @param looks after how many seeds it is looked whose questions are answered, rising; empty if all runs are wanted
 * @param needs label of an arm to what its rule asks of the hardware, in words; empty where it is not known
 */
@JsonPropertyOrder({
    "experiment",
    "title",
    "description",
    "resultsVersion",
    "settings",
    "pointers",
    "axes",
    "files",
    "looks",
    "needs",
    "published",
    "runs"
})
public record Plan(
        String experiment,
        String title,
        String description,
        int resultsVersion,
        String settings,
        List<String> pointers,
        SortedMap<String, String> axes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PublishedNumber> published,
        List<PlannedRun> runs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> files,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> looks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> needs) {
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
     * @param files where the name of a settings file stands, and the file that was taken for it; empty where it is not
     *     known
     * @param looks after how many seeds it is looked whose questions are answered, rising; empty if all runs are wanted
     * @param needs label of an arm to what its rule asks of the hardware, in words; empty where it is not known
     * @throws IllegalArgumentException if two runs differ in nothing that the report could show
     */
    public Plan {
        pointers = List.copyOf(pointers);
        axes = Collections.unmodifiableSortedMap(new TreeMap<>(axes));
        published = List.copyOf(published);
        runs = List.copyOf(runs);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        looks = List.copyOf(looks);
        needs = Collections.unmodifiableSortedMap(new TreeMap<>(needs));
        var seen = new HashSet<PlannedRun>();
        for (var run : runs) {
            if (!seen.add(withoutKeys(run))) {
                throw new IllegalArgumentException("the plan lists two runs of arm " + run.arm() + ", update "
                        + run.update() + ", chip " + run.chip() + ", point " + run.point() + ", seed " + run.seed()
                        + ": give their arms different labels");
            }
        }
    }

    /**
     * A plan of which it is not known what files its names stood for.
     *
     * @param experiment name of the experiment
     * @param title heading of the report; empty to use the name
     * @param description a paragraph for the report; may be empty
     * @param resultsVersion version of the results that the plan asks for
     * @param settings canonical JSON text of the experiment
     * @param pointers swept JSON pointers in the order of the experiment file
     * @param axes pointer to the words of its axis
     * @param published what others found
     * @param runs the runs
     * @throws IllegalArgumentException if two runs differ in nothing that the report could show
     */
    public Plan(
            String experiment,
            String title,
            String description,
            int resultsVersion,
            String settings,
            List<String> pointers,
            SortedMap<String, String> axes,
            List<PublishedNumber> published,
            List<PlannedRun> runs) {
        this(
                experiment,
                title,
                description,
                resultsVersion,
                settings,
                pointers,
                axes,
                published,
                runs,
                new TreeMap<>(),
                List.of(),
                new TreeMap<>());
    }

    /**
     * The same with other words.
     *
     * @param words pointer to the words of its axis
     * @return the plan
     */
    public Plan withAxes(SortedMap<String, String> words) {
        return new Plan(
                experiment,
                title,
                description,
                resultsVersion,
                settings,
                pointers,
                words,
                published,
                runs,
                files,
                looks,
                needs);
    }

    /**
     * The same with fewer runs.
     *
     * @param fewer some of its runs
     * @return the plan
     */
    public Plan withRuns(List<PlannedRun> fewer) {
        return new Plan(
                experiment,
                title,
                description,
                resultsVersion,
                settings,
                pointers,
                axes,
                published,
                fewer,
                files,
                looks,
                needs);
    }

    /** The same without files, needs and words, which change no run: plans of older programs name none. */
    Plan withoutNames() {
        var none = new TreeMap<String, String>();
        return new Plan(
                experiment,
                title,
                description,
                resultsVersion,
                settings,
                pointers,
                none,
                published,
                runs,
                none,
                looks,
                none);
    }

    /** Number of different seeds. */
    public int seeds() {
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
