package org.ohmgrad.device.law;

/** Every write lands exactly on its target. */
public record NoProgrammingNoise() implements ProgrammingNoise {
    @Override
    public int drawsPerWrite() {
        return 0;
    }

    @Override
    public double error(double target, double range, double z) {
        return 0;
    }
}
