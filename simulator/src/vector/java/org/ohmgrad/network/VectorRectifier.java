package org.ohmgrad.network;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The rectified unit in vectors. */
final class VectorRectifier implements Rectifier {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    private final Rectifier rest = new PlainRectifier();

    @Override
    public void apply(float[] z, int from, int to) {
        int end = from + FLOATS.loopBound(to - from);
        for (int k = from; k < end; k += LANES) {
            FloatVector value = FloatVector.fromArray(FLOATS, z, k);
            value.blend(0, value.compare(LT, 0)).intoArray(z, k);
        }
        rest.apply(z, end, to);
    }

    @Override
    public void back(float[] a, float[] error, int from, int to) {
        int end = from + FLOATS.loopBound(to - from);
        for (int k = from; k < end; k += LANES) {
            FloatVector value = FloatVector.fromArray(FLOATS, error, k);
            FloatVector.zero(FLOATS)
                    .blend(value, FloatVector.fromArray(FLOATS, a, k).compare(GT, 0))
                    .intoArray(error, k);
        }
        rest.back(a, error, end, to);
    }
}
