package org.ohmgrad.tile;

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
            float largest = 0;
            for (int k = row * vectors.numCols; k < (row + 1) * vectors.numCols; k++) {
                float size = Math.abs(vectors.data[k]);
                largest = size > largest ? size : largest;
            }
            scales[row] = largest;
        }
        return scales;
    }
}
