package org.ohmgrad.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.result.Looks;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.text.Words;

/** Which runs of a plan are wanted: all, or those that looks at the records of a folder ask for. */
final class Wanted {
    private final Plan plan;
    private final Path folder;
    private int told;
    private boolean complete = true;

    Wanted(Plan plan, Path folder) {
        this.plan = plan;
        this.folder = folder;
    }

    /** The keys of the runs wanted now; says on standard error what was seen in looks that were not told of before. */
    Set<String> now() {
        if (plan.looks().isEmpty()) {
            return keys(plan);
        }
        Looks looks = Looks.of(RecordFolder.read(folder));
        List<Results.Look> taken = looks.results().looks();
        taken.subList(told, taken.size()).forEach(this::tell);
        told = taken.size();
        complete = looks.results().isComplete();
        return keys(looks.plan());
    }

    /** Whether, when last asked, no run was missing that another shard has not made yet. */
    boolean isComplete() {
        return complete;
    }

    private static Set<String> keys(Plan plan) {
        return plan.runs().stream().map(PlannedRun::key).collect(Collectors.toUnmodifiableSet());
    }

    private void tell(Results.Look look) {
        int open = look.open().size();
        int all = open + look.answered().size();
        int next = plan.looks().indexOf(look.seeds()) + 1;
        System.err.println("After " + Words.count(look.seeds(), "seed") + " "
                + look.answered().size() + " of " + all + " arms and points need no more"
                + (open == 0 ? "." : rest(open, next)));
    }

    private String rest(int open, int next) {
        return next < plan.looks().size()
                ? "; " + open + (open == 1 ? " goes" : " go") + " on to "
                        + Words.count(plan.looks().get(next), "seed") + "."
                : "; " + open + (open == 1 ? " stays" : " stay") + " undecided.";
    }
}
