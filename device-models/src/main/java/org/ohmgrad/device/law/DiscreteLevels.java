package org.ohmgrad.device.law;

import org.ohmgrad.settings.Check;

/**
 * 2<sup>bits</sup> evenly spaced conductances.
 *
 * @param bits bits per cell; 1 for cells of two states
 */
public record DiscreteLevels(int bits) implements ConductanceLevels {
    private static final float SHIFT = 0x1.8p23f;

    /** Refuses bits outside [1, 10]. */
    public DiscreteLevels {
        Check.that().inRange("bits", bits, 1, 10).holds();
    }

    @Override
    public int top() {
        return (1 << bits) - 1;
    }

    @Override
    public int topWithMiddle() {
        return top() - 1;
    }

    /** Adding and taking away 1.5 2<sup>23</sup> rounds half to even for |value| below 2<sup>22</sup>. */
    @Override
    public float nearest(float value) {
        return (value + SHIFT) - SHIFT;
    }

    @Override
    public double pick(double u) {
        return Math.min(top(), Math.floor(u * (top() + 1))) / top();
    }

    @Override
    public String count() {
        return String.valueOf(top() + 1);
    }
}
