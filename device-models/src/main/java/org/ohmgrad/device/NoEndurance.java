package org.ohmgrad.device;

/** Cells never wear out. */
public record NoEndurance() implements Endurance {
    @Override
    public int pulsesPerWrite() {
        return 1;
    }

    @Override
    public boolean isLimited() {
        return false;
    }

    @Override
    public int pulses(double z) {
        return Integer.MAX_VALUE;
    }
}
