package org.ohmgrad.training.update;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.ohmgrad.training.update.LevelScheme.Bounds;

/** Rounding to levels in vectors; what does not fill a vector is left to the plain loops. */
final class VectorLevelRounding implements LevelRounding {
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = FLOATS.length();
    private static final float SHIFT = PlainLevelRounding.SHIFT;

    @Override
    public void nearest(float[] targets, int from, float[] wanted, int count, Bounds bounds) {
        FloatVector high = FloatVector.broadcast(FLOATS, bounds.high());
        FloatVector low = FloatVector.broadcast(FLOATS, bounds.low());
        int whole = FLOATS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            FloatVector sum =
                    FloatVector.fromArray(FLOATS, targets, from + k).add(FloatVector.fromArray(FLOATS, wanted, k));
            FloatVector bounded = sum.blend(low, sum.compare(LT, low)).blend(high, sum.compare(GT, high));
            bounded.add(SHIFT).sub(SHIFT).intoArray(wanted, k);
        }
        PlainLevelRounding.nearest(targets, from, wanted, whole, count, bounds);
    }

    @Override
    public void stochastic(float[] targets, int from, float[] wanted, float[] u, int count, Bounds bounds) {
        FloatVector high = FloatVector.broadcast(FLOATS, bounds.high());
        FloatVector low = FloatVector.broadcast(FLOATS, bounds.low());
        int whole = FLOATS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            FloatVector change = FloatVector.fromArray(FLOATS, wanted, k);
            FloatVector near = change.add(SHIFT).sub(SHIFT);
            FloatVector below = near.blend(near.sub(1), near.compare(GT, change));
            VectorMask<Float> up = FloatVector.fromArray(FLOATS, u, k).compare(LT, change.sub(below));
            FloatVector step = below.blend(below.add(1), up);
            FloatVector sum = FloatVector.fromArray(FLOATS, targets, from + k).add(step);
            sum.blend(low, sum.compare(LT, low))
                    .blend(high, sum.compare(GT, high))
                    .intoArray(wanted, k);
        }
        PlainLevelRounding.stochastic(targets, from, wanted, u, whole, count, bounds);
    }

    @Override
    public void accumulate(float[] targets, int from, float[] wanted, float[] remainder, int count, Bounds bounds) {
        FloatVector high = FloatVector.broadcast(FLOATS, bounds.high());
        FloatVector low = FloatVector.broadcast(FLOATS, bounds.low());
        int whole = FLOATS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            FloatVector target = FloatVector.fromArray(FLOATS, targets, from + k);
            FloatVector off =
                    FloatVector.fromArray(FLOATS, remainder, from + k).add(FloatVector.fromArray(FLOATS, wanted, k));
            FloatVector sum = target.add(off);
            FloatVector bounded = sum.blend(low, sum.compare(LT, low)).blend(high, sum.compare(GT, high));
            FloatVector level = bounded.add(SHIFT).sub(SHIFT);
            FloatVector left = target.sub(level).add(off);
            FloatVector.zero(FLOATS).blend(left, bounded.compare(EQ, sum)).intoArray(remainder, from + k);
            level.intoArray(wanted, k);
        }
        PlainLevelRounding.accumulate(targets, from, wanted, remainder, whole, count, bounds);
    }

    /** In floats, which count to 2^24 and need no mask taken out of its register. */
    @Override
    public long count(float[] targets, int from, float[] steps, float[] next, int count) {
        FloatVector wanted = FloatVector.zero(FLOATS);
        FloatVector lost = FloatVector.zero(FLOATS);
        int whole = FLOATS.loopBound(count);
        for (int k = 0; k < whole; k += LANES) {
            VectorMask<Float> none = FloatVector.fromArray(FLOATS, steps, k).compare(EQ, 0);
            FloatVector one = FloatVector.broadcast(FLOATS, 1).blend(0, none);
            FloatVector target = FloatVector.fromArray(FLOATS, targets, from + k);
            VectorMask<Float> held = FloatVector.fromArray(FLOATS, next, k).compare(EQ, target);
            wanted = wanted.add(one);
            lost = lost.add(FloatVector.zero(FLOATS).blend(one, held));
        }
        return ((long) sum(wanted) << 32)
                + sum(lost)
                + PlainLevelRounding.count(targets, from, steps, next, whole, count);
    }

    private static int sum(FloatVector counts) {
        return (int) counts.reduceLanes(ADD);
    }
}
