package org.ohmgrad.tile;

/** Amplifiers without noise. */
public record NoOutputNoise() implements OutputNoise {
    @Override
    public SenseNoise of(long seed, String place) {
        return (currents, occasion) -> {};
    }
}
