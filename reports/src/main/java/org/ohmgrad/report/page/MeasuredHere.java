package org.ohmgrad.report.page;

import java.util.OptionalDouble;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.report.record.Measure;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.Results.Row;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Words;

/** What our runs give where others published a number. */
final class MeasuredHere {
    private MeasuredHere() {}

    /** Mean and 95 % interval over seeds in words; what did not happen says so. */
    static String words(Measure measure, Results.Group group) {
        int decimals = measure.decimals();
        var ours = group.mean(row -> value(measure, row));
        int silent = group.rows().size() - ours.n();
        if (ours.n() == 0) {
            return "never";
        }
        var half = ours.halfWidth();
        return NumberText.fixed(ours.mean().orElseThrow(), decimals)
                + (half.isPresent() ? " ± " + NumberText.fixed(half.getAsDouble(), decimals) : "") + " "
                + measure.unit()
                + (silent > 0
                        ? " (" + silent + " of " + Words.count(group.rows().size(), "seed") + " never)"
                        : "");
    }

    private static OptionalDouble value(Measure measure, Row row) {
        return switch (measure) {
            case TEST_ACCURACY -> Results.percent(row.summary("test_accuracy"));
            case TEST_ERROR -> wrong(row.summary("test_accuracy"));
            case FLOAT_ACCURACY -> Results.percent(row.floatBackpropagation());
            case FLOAT_ERROR -> wrong(row.floatBackpropagation());
            case GAP_OWN -> Results.percent(row.gapTo(row.floatOwn()));
            case GAP_BACKPROPAGATION -> Results.percent(row.gapTo(row.floatBackpropagation()));
            case PROGRAMMED_ACCURACY -> Results.percent(row.summary("programmed_accuracy"));
            case RECOVERED_SHARE -> Results.percent(recovered(row));
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
