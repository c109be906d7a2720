package org.ohmgrad.linalg;

import jdk.incubator.vector.FloatVector;

/** The width that the vector module prefers. */
final class VectorWidth implements Width {

    @Override
    public int bits() {
        return FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }
}
