package org.ohmgrad.network;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.arithmetic.Elementary;

/** What a layer does to its weighted sums. Every derivative is written in terms of the output. */
public enum Activation {
    /** 1/(1 + e<sup>-z</sup>). */
    SIGMOID {
        @Override
        void apply(float[] z, int from, int to) {
            for (int k = from; k < to; k++) {
                z[k] = (float) Elementary.sigmoid(z[k]);
            }
        }

        @Override
        void back(float[] a, float[] error, int from, int to) {
            for (int k = from; k < to; k++) {
                error[k] *= a[k] * (1 - a[k]);
            }
        }
    },
    /** Hyperbolic tangent. */
    TANH {
        @Override
        void apply(float[] z, int from, int to) {
            for (int k = from; k < to; k++) {
                z[k] = (float) Elementary.tanh(z[k]);
            }
        }

        @Override
        void back(float[] a, float[] error, int from, int to) {
            for (int k = from; k < to; k++) {
                error[k] *= 1 - a[k] * a[k];
            }
        }
    },
    /** max(z, 0); its derivative at 0 is taken as 0. */
    RELU {
        @Override
        void apply(float[] z, int from, int to) {
            Rectifier.BEST.apply(z, from, to);
        }

        @Override
        void back(float[] a, float[] error, int from, int to) {
            Rectifier.BEST.back(a, error, from, to);
        }
    },
    /** The weighted sum, cut off at 0 and 1; its derivative at both is taken as 0. */
    HARD_SIGMOID {
        @Override
        void apply(float[] z, int from, int to) {
            for (int k = from; k < to; k++) {
                z[k] = Math.max(0, Math.min(1, z[k]));
            }
        }

        @Override
        void back(float[] a, float[] error, int from, int to) {
            for (int k = from; k < to; k++) {
                error[k] = a[k] > 0 && a[k] < 1 ? error[k] : 0;
            }
        }
    },
    /** The weighted sum itself. */
    IDENTITY {
        @Override
        void apply(float[] z, int from, int to) {}

        @Override
        void back(float[] a, float[] error, int from, int to) {}
    },
    /** e<sup>z</sup> divided by its sum over the layer, for the last layer. */
    SOFTMAX {
        @Override
        void apply(float[] z, int from, int to) {
            float top = Float.NEGATIVE_INFINITY;
            for (int k = from; k < to; k++) {
                top = Math.max(top, z[k]);
            }
            double sum = 0;
            for (int k = from; k < to; k++) {
                double e = Elementary.exp((double) z[k] - top);
                sum += e;
                z[k] = (float) e;
            }
            for (int k = from; k < to; k++) {
                z[k] = (float) (z[k] / sum);
            }
        }

        @Override
        void back(float[] a, float[] error, int from, int to) {
            double mean = 0;
            for (int k = from; k < to; k++) {
                mean += (double) a[k] * error[k];
            }
            for (int k = from; k < to; k++) {
                error[k] = (float) (a[k] * (error[k] - mean));
            }
        }
    };

    /** Whether an output depends on more than its own weighted sum. */
    private boolean spansLayer() {
        return this == SOFTMAX;
    }

    abstract void apply(float[] z, int from, int to);

    abstract void back(float[] a, float[] error, int from, int to);

    /**
     * Output of a layer.
     *
     * @param sums examples x outputs; not modified
     * @return examples x outputs
     */
    public FMatrixRMaj of(FMatrixRMaj sums) {
        FMatrixRMaj result = sums.copy();
        int stretch = spansLayer() ? sums.numCols : result.data.length;
        for (int from = 0; from < result.data.length; from += stretch) {
            apply(result.data, from, from + stretch);
        }
        return result;
    }

    /**
     * Multiplies errors by the derivative: from dL/d(output) to dL/d(sums).
     *
     * @param outputs examples x outputs, result of {@link #of}; not modified
     * @param errors examples x outputs, overwritten
     */
    public void carryBack(FMatrixRMaj outputs, FMatrixRMaj errors) {
        int stretch = spansLayer() ? errors.numCols : errors.data.length;
        for (int from = 0; from < errors.data.length; from += stretch) {
            back(outputs.data, errors.data, from, from + stretch);
        }
    }
}
