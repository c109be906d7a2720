package org.ohmgrad.verify;

import org.ohmgrad.random.Draws;

/** Random numbers of the checks, the same at every call. */
final class Chance {
    private Chance() {}

    /** Standard normals of a name. */
    static float[] normals(String name, int count) {
        float[] z = new float[count];
        new Draws(1, "verify/" + name).normals(0, 0, z, 0, count);
        return z;
    }

    /** Uniform numbers of a name in [low, high). */
    static double[] uniforms(String name, int count, double low, double high) {
        float[] u = new float[count];
        new Draws(1, "verify/" + name).uniforms(0, 0, u, 0, count);
        double[] numbers = new double[count];
        for (int k = 0; k < count; k++) {
            numbers[k] = low + u[k] * (high - low);
        }
        return numbers;
    }
}
