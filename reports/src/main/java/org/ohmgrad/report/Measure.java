package org.ohmgrad.report;

import java.util.OptionalDouble;
import org.ohmgrad.report.Results.Row;

/** What of a run can stand beside a number that others published. */
public enum Measure {
    /** Test accuracy after the last epoch. */
    TEST_ACCURACY("%", 2),
    /** Share of test examples that are wrong after the last epoch. */
    TEST_ERROR("%", 2),
    /** Test accuracy of float backpropagation. */
    FLOAT_ACCURACY("%", 2),
    /** Share of test examples that float backpropagation has wrong. */
    FLOAT_ERROR("%", 2),
    /** Points of accuracy that the run lies below the float run of its own rule. */
    GAP_OWN("points", 2),
    /** Points of accuracy that the run lies below float backpropagation. */
    GAP_BACKPROPAGATION("points", 2),
    /** Test accuracy of weights that were trained in float and written, before any training on the chip. */
    PROGRAMMED_ACCURACY("%", 2),
    /** Share that training on the chip won back of what writing lost beside the float run of the same rule. */
    RECOVERED_SHARE("% of what writing lost", 0),
    /** First epoch after which every test example was right. */
    EPOCHS_TO_PERFECT("epochs", 1);

    private final String unit;
    private final int decimals;

    Measure(String unit, int decimals) {
        this.unit = unit;
        this.decimals = decimals;
    }

    /** Mean and 95 % interval over seeds in words; what did not happen says so. */
    String words(Results.Cell cell) {
        var ours = cell.mean(this::value);
        int silent = cell.rows().size() - ours.n();
        if (ours.n() == 0) {
            return "never";
        }
        var half = ours.halfWidth();
        return Numbers.fixed(ours.mean().orElseThrow(), decimals)
                + (half.isPresent() ? " ± " + Numbers.fixed(half.getAsDouble(), decimals) : "") + " " + unit
                + (silent > 0 ? " (" + silent + " of " + Words.count(cell.rows().size(), "seed") + " never)" : "");
    }

    private OptionalDouble value(Row row) {
        return switch (this) {
            case TEST_ACCURACY -> Curves.scaled(row.summary("test_accuracy"));
            case TEST_ERROR -> wrong(row.summary("test_accuracy"));
            case FLOAT_ACCURACY -> Curves.scaled(row.floatBackpropagation());
            case FLOAT_ERROR -> wrong(row.floatBackpropagation());
            case GAP_OWN -> Curves.scaled(row.gapTo(row.floatOwn()));
            case GAP_BACKPROPAGATION -> Curves.scaled(row.gapTo(row.floatBackpropagation()));
            case PROGRAMMED_ACCURACY -> Curves.scaled(row.summary("programmed_accuracy"));
            case RECOVERED_SHARE -> Curves.scaled(recovered(row));
            case EPOCHS_TO_PERFECT -> epochsToPerfect(row);
        };
    }

    private static OptionalDouble wrong(OptionalDouble accuracy) {
        return accuracy.isPresent() ? OptionalDouble.of(100 * (1 - accuracy.getAsDouble())) : accuracy;
    }

    private static OptionalDouble recovered(Row row) {
        var written = row.summary("programmed_accuracy");
        var end = row.summary("test_accuracy");
        if (written.isEmpty() || end.isEmpty() || row.floatOwn().isEmpty()) {
            return OptionalDouble.empty();
        }
        double lost = row.floatOwn().getAsDouble() - written.getAsDouble();
        return lost > 0
                ? OptionalDouble.of((end.getAsDouble() - written.getAsDouble()) / lost)
                : OptionalDouble.empty();
    }

    private static OptionalDouble epochsToPerfect(Row row) {
        return row.record().epochs().stream()
                .filter(epoch -> Results.value(epoch.values(), "test_accuracy").orElse(0) >= 1)
                .mapToDouble(Epoch::epoch)
                .findFirst();
    }
}
