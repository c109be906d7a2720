package org.ohmgrad.tile.converter;

import org.ejml.data.FMatrixRMaj;

/**
 * Divides each vector by its largest magnitude, so that it fills the converter's range: the noise management of Gokmen
 * and Vlasov (Frontiers in Neuroscience 10:333, 2016). A zero vector reads as zero.
 */
public record AbsMaxInputScaling() implements InputScaling {
    @Override
    public float[] scales(FMatrixRMaj vectors) {
        float[] scales = new float[vectors.numRows];
        for (int row = 0; row < scales.length; row++) {
            scales[row] = Periphery.BEST.largestMagnitude(vectors.data, row * vectors.numCols, vectors.numCols);
        }
        return scales;
    }
}
