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

    /** Uniform numbers in [low, high). */
    static FMatrixRMaj uniforms(int rows, int cols, float low, float high, String name) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        new Draws(1, name).uniforms(0, 0, matrix.data, 0, matrix.data.length);
        for (int k = 0; k < matrix.data.length; k++) {
            matrix.data[k] = low + matrix.data[k] * (high - low);
        }
        return matrix;
    }
}
