package org.ohmgrad.crossbar;

import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * One cell per weight, affine as in SIDRA's compiler (scale and zero point, chapter 6.7): G = (gMin + gMax)/2 +
 * w/(2 wMax) (gMax - gMin), where of cells of b bits 2<sup>b</sup> - 1 levels are used, so that mid conductance, a weight of zero,
 * is one of them. Each crossbar has a reference column and a reference row at mid conductance, programmed and
 * read like any line; a forward read subtracts the column's current from every bit line's, a transposed read the row's
 * from every word line's. The reference's noise is therefore one draw per read, shared by all lines.
 *
 * <p>The levels are evenly spaced from gMin to gMax, by steps of (gMax - gMin)/(2<sup>b</sup> - 2). With all 2<sup>b</sup> the middle would lie between two
 * levels, and every zero weight be half a step off. Cells of one bit have no level to give up and need a differential pair.
 *
 * @param wMax weights lie in [-wMax, wMax]; one number for the whole run
 */
public record ReferenceColumn(@Default("2") float wMax) implements ConductanceMapping {
    /** Refuses a wMax that is not positive. */
    public ReferenceColumn {
        Check.that().positive("wMax", wMax).holds();
    }

    /** As a file that gives no key has it. */
    public ReferenceColumn() {
        this(2);
    }

    @Override
    public int planes() {
        return 1;
    }

    @Override
    public float sign(int plane) {
        return 1;
    }

    @Override
    public int referenceLines() {
        return 1;
    }

    @Override
    public float weightPerSignal() {
        return 2 * wMax;
    }

    @Override
    public int top(ConductanceLevels levels) {
        return levels.topWithMiddle();
    }

    @Override
    public float weightPerStep(int top) {
        return 2 * wMax / top;
    }

    @Override
    public float zero(int top) {
        return top / 2f;
    }

    @Override
    public float lowest(int top) {
        return 0;
    }

    @Override
    public float highest(int top) {
        return top;
    }

    @Override
    public float cellLevel(int plane, float target) {
        return target;
    }

    @Override
    public double lowestConductance() {
        return 0;
    }

    @Override
    public long distinctWeights(int bits) {
        return (1L << bits) - 1;
    }
}
