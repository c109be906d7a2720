package org.ohmgrad.report.record;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** What of a run can stand beside a number that others published. */
@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
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

    /** {@return the unit of its values} */
    public String unit() {
        return unit;
    }

    /** {@return how many decimals of its mean are worth reading} */
    public int decimals() {
        return decimals;
    }
}
