package org.ohmgrad.tile.converter;

import org.ejml.data.FMatrixRMaj;

/** Brings an input vector into the converter's range before a read; the result is multiplied back after it. */
public sealed interface InputScaling permits NoInputScaling, AbsMaxInputScaling {
    /**
     * Number by which each vector is divided before, and multiplied after, the read.
     *
     * @param vectors one a row; not modified
     * @return one number a row; 0 for a vector that need not be read because its product is zero
     */
    float[] scales(FMatrixRMaj vectors);
}
