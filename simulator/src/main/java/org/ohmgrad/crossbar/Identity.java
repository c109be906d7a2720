package org.ohmgrad.crossbar;

/** The weight itself, without bounds or levels: with ideal parts around it, the float network. */
public record Identity() implements ConductanceMapping {
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
        return 0;
    }

    @Override
    public float weightPerSignal() {
        return 1;
    }

    @Override
    public float weightPerStep(int top) {
        return 1;
    }

    @Override
    public float zero(int top) {
        return 0;
    }

    @Override
    public float lowest(int top) {
        return Float.NEGATIVE_INFINITY;
    }

    @Override
    public float highest(int top) {
        return Float.POSITIVE_INFINITY;
    }

    @Override
    public float cellLevel(int plane, float target) {
        return target;
    }

    @Override
    public double lowestConductance() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public long distinctWeights(int bits) {
        return Long.MAX_VALUE;
    }
}
