package org.ohmgrad.training.update;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Coincidences in vectors: bits are counted in pairs, fours, eights and so on, without products, which are slow. */
final class VectorCoincidences implements Coincidences {
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = INTS.length();

    @Override
    public long count(int row, int sign, int[] columns, int[] signs, int[] pulses, int count) {
        IntVector sums = IntVector.zero(INTS);
        IntVector hits = IntVector.zero(INTS);
        int whole = INTS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            IntVector x = IntVector.fromArray(INTS, columns, k).and(row);
            x = x.sub(x.lanewise(LSHR, 1).and(0x55555555));
            x = x.and(0x33333333).add(x.lanewise(LSHR, 2).and(0x33333333));
            x = x.add(x.lanewise(LSHR, 4)).and(0x0f0f0f0f);
            x = x.add(x.lanewise(LSHR, 8));
            IntVector both = x.add(x.lanewise(LSHR, 16)).and(0x3f);
            VectorMask<Integer> falls = IntVector.fromArray(INTS, signs, k).compare(NE, sign);
            both.blend(both.neg(), falls).intoArray(pulses, k);
            sums = sums.add(both);
            hits = hits.add(both.min(1));
        }
        long rest = PlainCoincidences.count(row, sign, columns, signs, pulses, whole, count);
        return rest + ((long) hits.reduceLanes(ADD) << 32) + sums.reduceLanes(ADD);
    }
}
