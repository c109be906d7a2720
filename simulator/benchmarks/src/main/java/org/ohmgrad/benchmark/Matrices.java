package org.ohmgrad.benchmark;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;

/** Matrices to work on. */
final class Matrices {
    private Matrices() {}

    /** Standard normals. */
    static FMatrixRMaj normals(int rows, int cols, String name) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        new Draws(1, name).normals(0, 0, matrix.data, 0, matrix.data.length);
        return matrix;
    }

    /** Normals with a standard deviation. */
    static FMatrixRMaj normals(int rows, int cols, float deviation, String name) {
        FMatrixRMaj matrix = normals(rows, cols, name);
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] *= deviation;
        }
        return matrix;
    }
}
