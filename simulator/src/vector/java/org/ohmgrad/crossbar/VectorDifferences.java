package org.ohmgrad.crossbar;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Differences in vectors. */
final class VectorDifferences implements Differences {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();

    @Override
    public int next(float[] wanted, float[] old, int from, int k, int count) {
        int at = k;
        for (; at + LANES <= count; at += LANES) {
            VectorMask<Float> differ = FloatVector.fromArray(FLOATS, wanted, at)
                    .compare(NE, FloatVector.fromArray(FLOATS, old, from + at));
            if (differ.anyTrue()) {
                return at + differ.firstTrue();
            }
        }
        while (at < count && wanted[at] == old[from + at]) {
            at++;
        }
        return at;
    }

    /** In floats, exact up to 2^24 a lane. */
    @Override
    public int count(float[] wanted, float[] old, int from, int count) {
        FloatVector found = FloatVector.zero(FLOATS);
        int whole = FLOATS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            VectorMask<Float> differ =
                    FloatVector.fromArray(FLOATS, wanted, k).compare(NE, FloatVector.fromArray(FLOATS, old, from + k));
            found = found.add(FloatVector.zero(FLOATS).blend(1, differ));
        }
        return (int) found.reduceLanes(ADD) + PlainDifferences.count(wanted, old, from, whole, count);
    }
}
