package org.ohmgrad.training.update;

import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Mixed-precision training (S. R. Nandakumar et al., Frontiers in Neuroscience 14:406, 2020): wanted changes gather in a digital
 * accumulator for each weight. Where it reaches the granularity, its whole steps are fired as pulses and the rest is kept, so
 * that nothing is lost in the mean. The steps are not read back.
 *
 * @param granularity what an accumulator must hold before it fires, in mean steps of a pulse
 */
public record MixedPrecision(@Default("1") double granularity) implements CountedScheme {
    /** Refuses a granularity of less than a step, which no pulse could follow, and of more than a thousand. */
    public MixedPrecision {
        Check.that().inRange("granularity", granularity, 1, 1000).holds();
    }

    /** As a file that gives no key has it. */
    public MixedPrecision() {
        this(1);
    }

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public void count(float[] wanted, int[] pulses, int count, float[][] memory, int from) {
        float[] gathered = memory[0];
        for (int k = 0; k < count; k++) {
            float held = gathered[from + k] + wanted[k];
            pulses[k] = Math.abs(held) < granularity ? 0 : CountedScheme.bounded((int) held);
            gathered[from + k] = held - pulses[k];
        }
    }
}
