package org.ohmgrad.report.result;

import java.util.List;
import java.util.SortedMap;
import org.ohmgrad.report.record.RecordFolder;

/**
 * Test accuracy of every arm at every point of the sweep: mean and 95 % interval over seeds, in the order of the plan.
 *
 * @param entries one per arm, chip and point that has results
 */
public record AccuracyVersusPrecision(List<Entry> entries) {
    /**
     * One arm at one point.
     *
     * @param arm label of the arm
     * @param rule name of the learning rule
     * @param update name of the update scheme
     * @param chip name of the chip; {@code float} for float runs
     * @param point sweep pointer to JSON text of its value
     * @param accuracy test accuracy, a fraction
     */
    public record Entry(
            String arm,
            String rule,
            String update,
            String chip,
            SortedMap<String, String> point,
            MeanInterval accuracy) {}

    /**
     * Copies.
     *
     * @param entries one per arm, chip and point that has results
     */
    public AccuracyVersusPrecision {
        entries = List.copyOf(entries);
    }

    /**
     * Computes them from records.
     *
     * @param records what a folder holds
     * @return the entries
     */
    public static AccuracyVersusPrecision of(RecordFolder records) {
        return new AccuracyVersusPrecision(Results.of(records).groups().stream()
                .filter(group -> group.summary("test_accuracy").n() > 0)
                .map(group -> new Entry(
                        group.arm().arm(),
                        group.arm().rule(),
                        group.arm().update(),
                        group.arm().chip(),
                        group.point(),
                        group.summary("test_accuracy")))
                .toList());
    }
}
