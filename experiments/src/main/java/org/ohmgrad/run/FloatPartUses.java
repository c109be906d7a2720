package org.ohmgrad.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ohmgrad.plan.RunSettings;

/** How many runs still need the checkpoint of a float part that they share; the last one deletes it. */
final class FloatPartUses {
    private final Map<String, Integer> left = new HashMap<>();
    private final Checkpoints checkpoints;

    /**
     * The runs to come.
     *
     * @param runs whose float parts are needed
     * @param checkpoints where those are kept
     */
    FloatPartUses(Collection<RunSettings> runs, Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
        runs.forEach(run -> left.merge(run.floatPart(), 1, Integer::sum));
    }

    /** One of the runs is recorded. */
    synchronized void end(RunSettings run) {
        left.computeIfPresent(run.floatPart(), (part, count) -> count > 1 ? count - 1 : null);
        deleteUnused(run);
    }

    /** Deletes what a run needed, unless a run to come needs it too. */
    synchronized void deleteUnused(RunSettings run) {
        if (!left.containsKey(run.floatPart())) {
            checkpoints.ofFloatPart(run).delete();
        }
    }
}
