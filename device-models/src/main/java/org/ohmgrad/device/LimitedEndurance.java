package org.ohmgrad.device;

import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Every cell takes a number of pulses of its own and then sticks where it is. The numbers are log-normal over the cells.
 * A write finished at once wears a cell by {@code pulsesPerWrite} pulses; one by pulses, or a pulse of training, by as many as
 * are fired (all pulses wear alike: assumed).
 *
 * @param writes median over the cells of the writes that one takes
 * @param spread standard deviation over the cells of the natural logarithm of that number
 * @param pulsesPerWrite pulses that wear a cell as much as one write
 */
public record LimitedEndurance(
        double writes,
        @Default("0") double spread,
        @Default("1") int pulsesPerWrite) implements Endurance {
    /** Refuses cells that take no write at all. */
    public LimitedEndurance {
        Check.that()
                .inRange("writes", writes, 1, 1e12)
                .inRange("spread", spread, 0, 10)
                .inRange("pulsesPerWrite", pulsesPerWrite, 1, 1_000_000)
                .holds();
    }

    @Override
    public boolean isLimited() {
        return true;
    }

    @Override
    public int pulses(double z) {
        double pulses = Math.rint(writes * pulsesPerWrite * Elementary.exp(spread * z));
        return pulses < Integer.MAX_VALUE ? Math.max(1, (int) pulses) : Integer.MAX_VALUE;
    }
}
