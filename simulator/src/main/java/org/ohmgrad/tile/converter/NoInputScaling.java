package org.ohmgrad.tile.converter;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** Inputs go to the converter as they are, in units of the read voltage; what lies beyond [-1, 1] is clipped there. */
public record NoInputScaling() implements InputScaling {
    @Override
    public float[] scales(FMatrixRMaj vectors) {
        float[] scales = new float[vectors.numRows];
        Arrays.fill(scales, 1);
        return scales;
    }
}
