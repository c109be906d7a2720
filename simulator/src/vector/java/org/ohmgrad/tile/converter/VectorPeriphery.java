package org.ohmgrad.tile.converter;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The periphery in vectors. It compares floats by their bits as whole numbers, whose minimum and maximum need no care for
 * NaN and -0.
 */
final class VectorPeriphery implements Periphery {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final float SHIFT = PlainPeriphery.SHIFT;
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    /** A code stands in the last bits of its sum with the shift, so that is where codes are clipped and counted. */
    @Override
    public long quantise(float[] values, int bits, float range) {
        float top = PlainPeriphery.top(bits);
        float codesPerUnit = top / range;
        float step = range / top;
        int highest = Float.floatToRawIntBits(SHIFT + top);
        int lowest = Float.floatToRawIntBits(SHIFT - top);
        int whole = FLOATS.loopBound(values.length);
        IntVector clipped = IntVector.zero(INTS);
        for (int k = 0; k < whole; k += LANES) {
            FloatVector scaled = FloatVector.fromArray(FLOATS, values, k).mul(codesPerUnit);
            IntVector code =
                    scaled.add(SHIFT).reinterpretAsInts().max(lowest - 1).min(highest + 1);
            IntVector kept = code.max(lowest).min(highest);
            clipped = clipped.add(code.sub(kept).lanewise(AND, 1));
            FloatVector rounded = kept.reinterpretAsFloats().sub(SHIFT).mul(step);
            rounded.blend(scaled, scaled.compare(NE, scaled)).intoArray(values, k);
        }
        return clipped.reduceLanes(ADD) + PlainPeriphery.quantise(values, whole, bits, range);
    }

    @Override
    public float largestMagnitude(float[] x, int from, int count) {
        int whole = FLOATS.loopBound(count);
        IntVector sizes = IntVector.zero(INTS);
        for (int k = from; k < from + whole; k += LANES) {
            sizes = sizes.max(
                    FloatVector.fromArray(FLOATS, x, k).reinterpretAsInts().lanewise(AND, Integer.MAX_VALUE));
        }
        int largest = sizes.reduceLanes(MAX);
        return largest > INFINITY
                ? PlainPeriphery.largest(0, x, from, count)
                : PlainPeriphery.largest(Float.intBitsToFloat(largest), x, from + whole, count - whole);
    }

    @Override
    public void add(float[] x, int xFrom, float[] y, int yFrom, int count) {
        int whole = FLOATS.loopBound(count);
        for (int i = 0; i < whole; i += LANES) {
            FloatVector sum =
                    FloatVector.fromArray(FLOATS, y, yFrom + i).add(FloatVector.fromArray(FLOATS, x, xFrom + i));
            sum.intoArray(y, yFrom + i);
        }
        for (int i = whole; i < count; i++) {
            y[yFrom + i] += x[xFrom + i];
        }
    }
}
