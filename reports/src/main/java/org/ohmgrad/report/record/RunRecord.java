package org.ohmgrad.report.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.SortedMap;
import org.ohmgrad.report.text.NumberText;

/**
 * The result of one run: one arm, one point of the sweep, one seed. Values that are not finite are undefined and left
 * out; the rest is rounded to what a file holds, so a record equals what is read back.
 *
 * @param key SHA-256 that names the run; equal keys mean equal settings, data and results version
 * @param seed the run's seed
 * @param summary name to value at the end of the run, such as {@code test_accuracy} (a fraction)
 * @param epochs what was measured, in order of epochs
 * @param maps numbers for every cell of an array, where the chip has such; empty in most runs
 * @param costs what was spent before the first of these epochs, what the run keeps all the time, and what its parts take
 *     up, one map a layer, see {@link CostNames}; empty if it was not counted, as of runs without a chip
 * @param confusion what the test examples were taken for in the last test
 * @param provenance where the result comes from
 * @param seconds wall-clock time of the run in seconds; not a result
 */
public record RunRecord(
        String key,
        long seed,
        SortedMap<String, Double> summary,
        List<Epoch> epochs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CellMap> maps,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SortedMap<String, Double>> costs,

        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Confusion.Uncounted.class)
        Confusion confusion,

        Provenance provenance,
        double seconds) {
    /**
     * Copies and rounds.
     *
     * @param key SHA-256 that names the run; equal keys mean equal settings, data and results version
     * @param seed the run's seed
     * @param summary name to value at the end of the run, such as {@code test_accuracy} (a fraction)
     * @param epochs what was measured, in order of epochs
     * @param maps numbers for every cell of an array, where the chip has such; empty in most runs
     * @param costs what was spent before the first of these epochs, and what the run keeps all the time, one map a layer
     * @param confusion what the test examples were taken for in the last test
     * @param provenance where the result comes from
     * @param seconds wall-clock time of the run in seconds; not a result
     */
    public RunRecord {
        summary = NumberText.asWritten(summary);
        epochs = List.copyOf(epochs);
        maps = List.copyOf(maps);
        costs = costs.stream().map(NumberText::asWritten).toList();
        seconds = NumberText.rounded(seconds);
    }

    /**
     * A run without maps, whose costs were not counted.
     *
     * @param key SHA-256 that names the run; equal keys mean equal settings, data and results version
     * @param seed the run's seed
     * @param summary name to value at the end of the run, such as {@code test_accuracy} (a fraction)
     * @param epochs what was measured, in order of epochs
     * @param provenance where the result comes from
     * @param seconds wall-clock time of the run in seconds; not a result
     */
    public RunRecord(
            String key,
            long seed,
            SortedMap<String, Double> summary,
            List<Epoch> epochs,
            Provenance provenance,
            double seconds) {
        this(key, seed, summary, epochs, List.of(), List.of(), provenance, seconds);
    }

    /**
     * A run whose answers were not counted.
     *
     * @param key SHA-256 that names the run; equal keys mean equal settings, data and results version
     * @param seed the run's seed
     * @param summary name to value at the end of the run, such as {@code test_accuracy} (a fraction)
     * @param epochs what was measured, in order of epochs
     * @param maps numbers for every cell of an array, where the chip has such; empty in most runs
     * @param costs what was spent before the first of these epochs, and what the run keeps all the time, one map a layer
     * @param provenance where the result comes from
     * @param seconds wall-clock time of the run in seconds; not a result
     */
    public RunRecord(
            String key,
            long seed,
            SortedMap<String, Double> summary,
            List<Epoch> epochs,
            List<CellMap> maps,
            List<SortedMap<String, Double>> costs,
            Provenance provenance,
            double seconds) {
        this(key, seed, summary, epochs, maps, costs, Confusion.none(), provenance, seconds);
    }

    /**
     * Whether another record of the same run says the same, bit for bit; times and birth may differ, and answers may be counted
     * in one of the two alone.
     */
    public boolean sameResults(RunRecord other) {
        return seed == other.seed
                && summary.equals(other.summary)
                && epochs.equals(other.epochs)
                && maps.equals(other.maps)
                && costs.equals(other.costs)
                && confusion.agrees(other.confusion);
    }
}
