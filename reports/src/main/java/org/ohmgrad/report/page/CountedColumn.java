package org.ohmgrad.report.page;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Quantities;

/**
 * A column of the table of what a chip counted in the last epoch of a layer.
 *
 * @param name its key in the records
 * @param header its words
 * @param meaning sentence for the caption; empty where the header says all, or a neighbour's meaning covers it
 */
record CountedColumn(String name, String header, String meaning) {
    private static final String SATURATED = "Saturated (sat.): share of converter codes at their limit.";

    static final String WEIGHT_WRITES = "weight_writes";

    private static final String CALIBRATION_VECTORS = "calibration_vectors";

    static final List<CountedColumn> ALL = List.of(
            new CountedColumn(
                    "updates_lost_share",
                    "updates lost %",
                    "Updates lost: share of non-zero wanted changes that left the target level as it was"
                            + " (accumulate-and-program keeps such a change for later; stochastic rounding keeps it on the"
                            + " mean)."),
            new CountedColumn("dac_forward_saturated_share", "DAC fwd. sat. %", SATURATED),
            new CountedColumn("dac_transposed_saturated_share", "DAC transp. sat. %", SATURATED),
            new CountedColumn("adc_forward_saturated_share", "ADC fwd. sat. %", SATURATED),
            new CountedColumn("adc_transposed_saturated_share", "ADC transp. sat. %", SATURATED),
            new CountedColumn("clipped_weights_share", "clipped weights %", ""),
            new CountedColumn("cell_writes", "cell writes", ""),
            new CountedColumn(
                    WEIGHT_WRITES,
                    "weight writes",
                    "Weight writes: cells of the array of the weights alone; updates lost and cell writes count the arrays"
                            + " beside it, in which the update scheme gathers changes first."),
            new CountedColumn(
                    "feedback_angle_degrees",
                    "feedback angle °",
                    "Feedback angle: between the path of the error and the transposed weights."),
            new CountedColumn(
                    "gradient_angle_degrees",
                    "gradient angle °",
                    "Gradient angle: between the chip's gradient and the exact one."),
            new CountedColumn(
                    "gradient_norm_ratio",
                    "norm ratio",
                    "Norm ratio: length of the chip's gradient over the exact one's."),
            new CountedColumn(
                    "wires_strayed_share",
                    "wires off %",
                    "Wires off: how far the matrix of training reads had strayed before the wires were solved anew, the"
                            + " most in the epoch, root mean square as a share of the matrix's own."),
            new CountedColumn(
                    CALIBRATION_VECTORS,
                    "calibration vectors",
                    "Calibration vectors: how many are read in each calibration of the transposed read."),
            new CountedColumn(
                    "transposed_gain_error",
                    "gain error",
                    "Gain error and offset: what calibration leaves of them in the transposed read."),
            new CountedColumn(
                    "transposed_offset_error",
                    "offset",
                    "Gain error and offset: what calibration leaves of them in the transposed read."));

    /** What the columns of a table mean that need saying, each once. */
    static String meanings(TextTable table) {
        return ALL.stream()
                .filter(counted -> table.header().contains(counted.header()))
                .map(CountedColumn::meaning)
                .filter(meaning -> !meaning.isEmpty())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** The table's entry for a mean over seeds; nothing where there is none. */
    String entry(OptionalDouble value) {
        if (value.isEmpty()) {
            return "";
        }
        double number = value.getAsDouble();
        if (name.endsWith("_share")) {
            return NumberText.points(number, 2);
        }
        if (name.endsWith("_degrees")) {
            return NumberText.fixed(number, 1);
        }
        return name.endsWith("_writes") || name.equals(CALIBRATION_VECTORS)
                ? Quantities.count(number)
                : NumberText.fixed(number, 3);
    }
}
