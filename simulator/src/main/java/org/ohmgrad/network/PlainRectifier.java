package org.ohmgrad.network;

/** The rectified unit in plain loops. */
final class PlainRectifier implements Rectifier {
    @Override
    public void apply(float[] z, int from, int to) {
        for (int k = from; k < to; k++) {
            z[k] = z[k] < 0 ? 0 : z[k];
        }
    }

    @Override
    public void back(float[] a, float[] error, int from, int to) {
        for (int k = from; k < to; k++) {
            error[k] = a[k] > 0 ? error[k] : 0;
        }
    }
}
