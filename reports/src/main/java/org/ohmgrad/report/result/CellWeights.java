package org.ohmgrad.report.result;

import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.text.NumberText;

/** How many distinct weights cells of so many bits make, by the mapping that the chip's settings name. */
public enum CellWeights {
    DIFFERENTIAL_PAIR("a differential pair"),
    REFERENCE_COLUMN("a cell beside a reference column"),
    IDENTITY("a cell"),
    /** The mapping is swept, or is none of these. */
    UNKNOWN("");

    private static final String MAPPING = "/chip/mapping";

    private final String holder;

    CellWeights(String holder) {
        this.holder = holder;
    }

    /** What the settings of a plan say; unknown where the mapping is swept. */
    public static CellWeights of(Plan plan) {
        boolean swept = plan.pointers().stream().anyMatch(pointer -> pointer.startsWith(MAPPING));
        return switch (swept ? "" : JsonText.text(plan.settings(), MAPPING + "/type")) {
            case "differential-pair" -> DIFFERENTIAL_PAIR;
            case "reference-column" -> REFERENCE_COLUMN;
            case "identity" -> IDENTITY;
            default -> UNKNOWN;
        };
    }

    /** Whether weights can be counted. */
    public boolean known() {
        return this != UNKNOWN;
    }

    /** Whose weights are counted, for an axis: {@code distinct weights of a differential pair}. */
    String words() {
        return "distinct weights of " + holder;
    }

    /** A sentence for a caption. */
    public String sentence() {
        var count = this == DIFFERENTIAL_PAIR ? "2^(b+1) - 1" : this == REFERENCE_COLUMN ? "2^b - 1" : "2^b";
        var cells = this == DIFFERENTIAL_PAIR ? "A differential pair of cells" : "A" + holder.substring(1);
        return cells + " of b bits has " + count + " distinct weights: the small numbers under the axis. ";
    }

    /** The number of weights at a width. */
    String at(double bits) {
        double levels = Math.pow(2, bits);
        return NumberText.of(
                this == DIFFERENTIAL_PAIR ? 2 * levels - 1 : this == REFERENCE_COLUMN ? levels - 1 : levels);
    }
}
