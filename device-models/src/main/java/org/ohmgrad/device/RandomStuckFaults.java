package org.ohmgrad.device;

import java.util.OptionalDouble;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Each cell is faulty independently of the others; which cells are depends on the seed alone.
 *
 * @param atGMin share of cells stuck at gMin
 * @param atGMax share of cells stuck at gMax
 * @param atAnyLevel share of cells stuck at a level drawn at random, each as likely
 * @param open share of cells that conduct nothing
 */
public record RandomStuckFaults(
        @Default("0") double atGMin,
        @Default("0") double atGMax,
        @Default("0") double atAnyLevel,
        @Default("0") double open)
        implements StuckFaults {
    /** Refuses shares outside [0, 1] or above 1 together. */
    public RandomStuckFaults {
        Check.that()
                .inRange("atGMin", atGMin, 0, 1)
                .inRange("atGMax", atGMax, 0, 1)
                .inRange("atAnyLevel", atAnyLevel, 0, 1)
                .inRange("open", open, 0, 1)
                .rule(
                        "open",
                        !(atGMin + atGMax + atAnyLevel + open > 1),
                        "and the other shares must not add up to more than 1")
                .holds();
    }

    /** As a file that gives no key has it. */
    public RandomStuckFaults() {
        this(0, 0, 0, 0);
    }

    @Override
    public boolean any() {
        return true;
    }

    @Override
    public OptionalDouble stuckAt(double u, ConductanceLevels levels, double gMin, double gMax) {
        double rest = u;
        if (rest < atGMin) {
            return OptionalDouble.of(gMin);
        }
        rest -= atGMin;
        if (rest < atGMax) {
            return OptionalDouble.of(gMax);
        }
        rest -= atGMax;
        if (rest < atAnyLevel) {
            return OptionalDouble.of(gMin + levels.pick(rest / atAnyLevel) * (gMax - gMin));
        }
        return rest - atAnyLevel < open ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
}
