package org.ohmgrad.report.record;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One run that an experiment wants. Runs that differ in {@code seed} alone are repeats of one another; runs that differ
 * in {@code tuned} alone are candidates, of which the report chooses one. Everything but {@code key} and the two
 * float keys together must be unique within a plan.
 *
 * @param key names the run's record
 * @param arm label of the arm, such as {@code feedback-alignment}
 * @param rule name of the learning rule
 * @param update name of the update scheme; {@code none} for a float run
 * @param chip name of the chip; {@code float} for a float run
 * @param onChip false for a float run
 * @param point sweep pointer to JSON text of its value; a float run may leave out what does not concern it
 * @param seed the run's seed
 * @param floatOwnKey key of the float run of the same rule (any candidate, when float runs are tuned); empty if none
 * @param floatBackpropagationKey key of the float backpropagation run; empty if none
 * @param tuned tuned pointer to JSON text of its value; empty if nothing is tuned
 * @param companion whether this repeats the arm on a companion chip (levels only, say), drawn thin
 */
public record PlannedRun(
        String key,
        String arm,
        String rule,
        String update,
        String chip,
        boolean onChip,
        SortedMap<String, String> point,
        long seed,
        String floatOwnKey,
        String floatBackpropagationKey,
        SortedMap<String, String> tuned,
        boolean companion) {
    /**
     * Copies the maps.
     *
     * @param key names the run's record
     * @param arm label of the arm, such as {@code feedback-alignment}
     * @param rule name of the learning rule
     * @param update name of the update scheme; {@code none} for a float run
     * @param chip name of the chip; {@code float} for a float run
     * @param onChip false for a float run
     * @param point sweep pointer to JSON text of its value; a float run may leave out what does not concern it
     * @param seed the run's seed
     * @param floatOwnKey key of the float run of the same rule (any candidate, when float runs are tuned); empty if none
     * @param floatBackpropagationKey key of the float backpropagation run; empty if none
     * @param tuned tuned pointer to JSON text of its value; empty if nothing is tuned
     * @param companion whether this repeats the arm on a companion chip (levels only, say), drawn thin
     */
    public PlannedRun {
        point = Collections.unmodifiableSortedMap(new TreeMap<>(point));
        tuned = Collections.unmodifiableSortedMap(new TreeMap<>(tuned));
    }
}
