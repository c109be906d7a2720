package org.ohmgrad.tile.converter;

import org.ohmgrad.random.Origin;

/** Noise of the amplifiers at the sensed lines, before the converter, whatever cells and inputs do. */
public sealed interface OutputNoise permits NoOutputNoise, GaussianOutputNoise {
    /**
     * The noise of a tile's lines in one direction of read.
     *
     * @param origin of their draws
     */
    SenseNoise of(Origin origin);
}
