package org.ohmgrad.device.law;

/** Conductances stay as they were written. */
public record NoDrift() implements Drift {
    @Override
    public double steadySeconds(double gMax) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double age(double seconds) {
        return 0;
    }

    @Override
    public double aged(double written, double age, double z) {
        return written;
    }
}
