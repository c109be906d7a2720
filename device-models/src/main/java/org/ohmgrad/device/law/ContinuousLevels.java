package org.ohmgrad.device.law;

/** Any conductance between gMin and gMax. One step is the whole range. */
public record ContinuousLevels() implements ConductanceLevels {
    @Override
    public int top() {
        return 1;
    }

    @Override
    public int topWithMiddle() {
        return 1;
    }

    @Override
    public float nearest(float value) {
        return value;
    }

    @Override
    public double pick(double u) {
        return u;
    }

    @Override
    public String count() {
        return "continuous";
    }
}
