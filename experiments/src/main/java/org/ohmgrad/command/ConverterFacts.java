package org.ohmgrad.command;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.converter.Adc;

/** What a chip's converters can tell apart, and what is too much for them. */
final class ConverterFacts {
    private static final float BEYOND = 1e30f;

    private final Chip chip;
    private final List<String> facts = new ArrayList<>();

    private ConverterFacts(Chip chip) {
        this.chip = chip;
    }

    /** One fact a line; none for converters without steps. */
    static List<String> of(Chip chip) {
        ConverterFacts all = new ConverterFacts(chip);
        all.add("Forward", chip.forward().adc(), chip.tile().rows());
        all.add("Transposed", chip.transposed().adc(), chip.tile().cols());
        return all.facts;
    }

    private void add(String read, Adc adc, int driven) {
        if (adc.range().isFoundByReads()) {
            facts.add(read + " ADC: the chip finds its range by reads when training starts, " + driven
                    + " fully-on cells at the most.");
            return;
        }
        double range = converted(adc, BEYOND);
        if (range >= BEYOND) {
            return;
        }
        double on = chip.readVoltage()
                * (chip.cell().device().gMax() - chip.cell().device().gMin());
        double step = step(adc, range);
        facts.add(read + " ADC: a step is " + ChipFacts.shown(step * on) + " ampere, or " + ChipFacts.shown(step)
                + " of a fully-on cell; the range is " + ChipFacts.shown(range * on) + " ampere.");
        facts.add(read + " ADC: a full line of " + driven + " fully-on cells with all inputs on would need "
                + ChipFacts.shown(100 * driven / range) + " % of the range; "
                + (driven > range ? "more than " + (int) range + " of them saturate it." : "nothing saturates it."));
    }

    private static double converted(Adc adc, double current) {
        float[] value = {(float) current};
        adc.convert(value);
        return value[0];
    }

    /** The smallest current above zero that it gives, found by halving the one that it is given. */
    private static double step(Adc adc, double range) {
        double step = range;
        for (double current = range; converted(adc, current) > 0; current /= 2) {
            step = converted(adc, current);
        }
        return step;
    }
}
