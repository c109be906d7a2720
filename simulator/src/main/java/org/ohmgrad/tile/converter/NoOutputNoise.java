package org.ohmgrad.tile.converter;

import org.ohmgrad.random.Origin;

/** Amplifiers without noise. */
public record NoOutputNoise() implements OutputNoise {
    @Override
    public SenseNoise of(Origin origin) {
        return (currents, occasion) -> {};
    }
}
