package org.ohmgrad.tile.converter;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;

/** The noise of the amplifiers of one tile in one direction of read. */
@FunctionalInterface
public interface SenseNoise {
    /**
     * Adds the noise of a read, fresh in every line and example.
     *
     * @param currents examples x lines, modified
     * @param occasion decides the noise drawn
     */
    void add(FMatrixRMaj currents, Occasion occasion);
}
