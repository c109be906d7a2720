package org.ohmgrad.crossbar;

import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Two cells per weight, read by two bit lines whose currents are subtracted in analogue and digitised once, signed:
 * G+ = gMin + max(w,0)/wMax (gMax - gMin) and G- = gMin + max(-w,0)/wMax (gMax - gMin). Our addition: SIDRA's compiler
 * describes one cell per weight.
 *
 * @param wMax weights lie in [-wMax, wMax]; one number for the whole run
 */
public record DifferentialPair(@Default("2") float wMax) implements ConductanceMapping {
    /** Refuses a wMax that is not positive. */
    public DifferentialPair {
        Check.that().positive("wMax", wMax).holds();
    }

    /** As a file that gives no key has it. */
    public DifferentialPair() {
        this(2);
    }

    @Override
    public int planes() {
        return 2;
    }

    @Override
    public float sign(int plane) {
        return 1 - 2 * plane;
    }

    @Override
    public int referenceLines() {
        return 0;
    }

    @Override
    public float weightPerSignal() {
        return wMax;
    }

    @Override
    public float weightPerStep(int top) {
        return wMax / top;
    }

    @Override
    public float zero(int top) {
        return 0;
    }

    @Override
    public float lowest(int top) {
        return -top;
    }

    @Override
    public float highest(int top) {
        return top;
    }

    @Override
    public float cellLevel(int plane, float target) {
        float level = plane == 0 ? target : -target;
        return level > 0 ? level : 0;
    }

    @Override
    public double lowestConductance() {
        return 0;
    }

    @Override
    public long distinctWeights(int bits) {
        return (2L << bits) - 1;
    }
}
