package org.ohmgrad.device.law;

/** No cell's conductance jumps. */
public record NoTelegraphNoise() implements TelegraphNoise {
    @Override
    public boolean any() {
        return false;
    }

    @Override
    public double high() {
        return 1;
    }

    @Override
    public double high(boolean wasHigh, double seconds) {
        return 1;
    }

    @Override
    public double conductance(boolean isHigh, double siemens, double gMax) {
        return siemens;
    }

    @Override
    public double steadySeconds() {
        return Double.POSITIVE_INFINITY;
    }
}
