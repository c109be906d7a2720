package org.ohmgrad.random;

import static jdk.incubator.vector.FloatVector.broadcast;
import static jdk.incubator.vector.VectorOperators.AND;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.I2F;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * WholeBlocks of draws in vectors of 4, 8 or 16 lanes, in two passes: first all words, then the law, for one loop would need
 * more constants than there are registers. Vectors handed from method to method may be boxed: only arrays are, so the
 * methods are long.
 *
 * <p>Every rounding is one of {@link NormalLaw}'s, in the same order, so the bits are the same.
 */
final class VectorBlockMaker implements BlockMaker {
    private static final VectorSpecies<Integer> INTS =
            FloatVector.SPECIES_PREFERRED.length() > COUNTERS ? IntVector.SPECIES_512 : IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = INTS.withLanes(float.class);
    private static final int LANES = INTS.length();
    private static final int SIGN = 1 << 31;
    private static final int EXPONENT = -1 << 23;
    private static final int[] LANE_NUMBERS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

    private final int[] scratch = new int[MOST * SIZE];

    @Override
    public void words(int[] key, long step, long counter, int[] words, int blocks) {
        encrypt(key, step, counter, words, blocks);
    }

    @Override
    public void uniforms(int[] key, long step, long counter, float[] u, int offset, int blocks) {
        encrypt(key, step, counter, scratch, blocks);
        toUniforms(scratch, u, offset, blocks * SIZE);
    }

    @Override
    public void normals(int[] key, long step, long counter, float[] z, int offset, int blocks) {
        encrypt(key, step, counter, scratch, blocks);
        toNormals(scratch, z, offset, blocks * SIZE);
    }

    /** Thirteen rounds of Threefry; the upper half of the counter is the same throughout a block. */
    private static void encrypt(int[] key, long step, long counter, int[] words, int blocks) {
        IntVector k0 = IntVector.broadcast(INTS, key[0]);
        IntVector k1 = IntVector.broadcast(INTS, key[1]);
        IntVector k2 = IntVector.broadcast(INTS, key[2]);
        IntVector k3 = IntVector.broadcast(INTS, key[3]);
        IntVector k4 = IntVector.broadcast(INTS, key[4]);
        IntVector last1 = k4.add(1);
        IntVector last2 = k0.add(2);
        IntVector last3 = k1.add(3);
        IntVector stepLow = k2.add((int) step);
        IntVector stepHigh = k3.add((int) (step >>> 32));
        for (int block = 0; block < blocks; block++) {
            long first = counter + block * COUNTERS;
            int low = (int) first;
            int high = (int) (first >>> 32) & UPPER_HALF;
            for (int lane = 0; lane < COUNTERS; lane += LANES) {
                IntVector x0 = IntVector.fromArray(INTS, LANE_NUMBERS, lane).add(low + key[0]);
                IntVector x1 = IntVector.broadcast(INTS, high + key[1]);
                IntVector x2 = stepLow;
                IntVector x3 = stepHigh;
                x0 = x0.add(x1);
                x1 = x1.lanewise(ROL, 10).lanewise(XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(ROL, 26).lanewise(XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(ROL, 11).lanewise(XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(ROL, 21).lanewise(XOR, x2);
                x0 = x0.add(x1);
                x1 = x1.lanewise(ROL, 13).lanewise(XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(ROL, 27).lanewise(XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(ROL, 23).lanewise(XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(ROL, 5).lanewise(XOR, x2);
                x0 = x0.add(k1);
                x1 = x1.add(k2);
                x2 = x2.add(k3);
                x3 = x3.add(last1);
                x0 = x0.add(x1);
                x1 = x1.lanewise(ROL, 6).lanewise(XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(ROL, 20).lanewise(XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(ROL, 17).lanewise(XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(ROL, 11).lanewise(XOR, x2);
                x0 = x0.add(x1);
                x1 = x1.lanewise(ROL, 25).lanewise(XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(ROL, 10).lanewise(XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(ROL, 18).lanewise(XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(ROL, 20).lanewise(XOR, x2);
                x0 = x0.add(k2);
                x1 = x1.add(k3);
                x2 = x2.add(k4);
                x3 = x3.add(last2);
                x0 = x0.add(x1);
                x1 = x1.lanewise(ROL, 10).lanewise(XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(ROL, 26).lanewise(XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(ROL, 11).lanewise(XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(ROL, 21).lanewise(XOR, x2);
                x0 = x0.add(x1);
                x1 = x1.lanewise(ROL, 13).lanewise(XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(ROL, 27).lanewise(XOR, x2);
                x0 = x0.add(x3);
                x3 = x3.lanewise(ROL, 23).lanewise(XOR, x0);
                x2 = x2.add(x1);
                x1 = x1.lanewise(ROL, 5).lanewise(XOR, x2);
                x0 = x0.add(k3);
                x1 = x1.add(k4);
                x2 = x2.add(k0);
                x3 = x3.add(last3);
                x0 = x0.add(x1);
                x1 = x1.lanewise(ROL, 6).lanewise(XOR, x0);
                x2 = x2.add(x3);
                x3 = x3.lanewise(ROL, 20).lanewise(XOR, x2);
                int at = block * SIZE + lane;
                x0.intoArray(words, at);
                x1.intoArray(words, at + COUNTERS);
                x2.intoArray(words, at + 2 * COUNTERS);
                x3.intoArray(words, at + 3 * COUNTERS);
            }
        }
    }

    private static void toUniforms(int[] words, float[] u, int offset, int count) {
        for (int at = 0; at < count; at += LANES) {
            IntVector upper = IntVector.fromArray(INTS, words, at).lanewise(LSHR, 8);
            ((FloatVector) upper.convert(I2F, 0)).mul(0x1p-24f).intoArray(u, offset + at);
        }
    }

    /**
     * Words that lie 16 apart make a pair of normals. The logarithm's exponent stays where it is in the float's bits, a
     * factor of 2^23 that its coefficient takes back, and the angle has a factor of four that drops its whole quarters.
     * Quarters exchange sine and cosine and change their signs: the sine's before its last step, so that zeros come out
     * positive, as the plain law has them.
     */
    private static void toNormals(int[] words, float[] z, int offset, int count) {
        for (int pair = 0; pair < count; pair += 2 * COUNTERS) {
            for (int n = pair; n < pair + COUNTERS; n += LANES) {
                IntVector word = IntVector.fromArray(INTS, words, n);
                FloatVector u = ((FloatVector) word.lanewise(LSHR, 1).convert(I2F, 0)).fma(0x1p-31f, 0x1p-32f);
                IntVector bits = u.reinterpretAsInts();
                IntVector exponent = bits.sub(NormalLaw.SQRT_HALF_BITS).lanewise(AND, EXPONENT);
                FloatVector f = bits.sub(exponent).reinterpretAsFloats().sub(1);
                FloatVector p = f.fma(NormalLaw.LN_10, NormalLaw.LN_9);
                p = p.fma(f, broadcast(FLOATS, NormalLaw.LN_8));
                p = p.fma(f, broadcast(FLOATS, NormalLaw.LN_7));
                p = p.fma(f, broadcast(FLOATS, NormalLaw.LN_6));
                p = p.fma(f, broadcast(FLOATS, NormalLaw.LN_5));
                p = p.fma(f, broadcast(FLOATS, NormalLaw.LN_4));
                p = p.fma(f, broadcast(FLOATS, NormalLaw.LN_3));
                FloatVector square = f.mul(f);
                FloatVector series = p.mul(f).fma(square, square.fma(broadcast(FLOATS, -0.5f), f));
                FloatVector ln = ((FloatVector) exponent.convert(I2F, 0))
                        .fma(broadcast(FLOATS, NormalLaw.LN_2 * 0x1p-23f), series);
                FloatVector radius = ln.mul(-2).sqrt();
                IntVector angle = IntVector.fromArray(INTS, words, n + COUNTERS);
                IntVector turned = angle.add(NormalLaw.EIGHTH_TURN);
                IntVector doubled = turned.lanewise(LSHL, 1);
                FloatVector t = ((FloatVector) angle.lanewise(LSHL, 2).convert(I2F, 0)).mul(NormalLaw.RADIANS / 4);
                FloatVector t2 = t.mul(t);
                FloatVector s = t2.fma(NormalLaw.SIN_7, NormalLaw.SIN_5);
                s = s.fma(t2, broadcast(FLOATS, NormalLaw.SIN_3));
                IntVector sineSign = turned.lanewise(XOR, doubled).lanewise(AND, SIGN);
                FloatVector signed =
                        t.reinterpretAsInts().lanewise(XOR, sineSign).reinterpretAsFloats();
                IntVector sine = s.mul(t2).fma(signed, signed).reinterpretAsInts();
                FloatVector c = t2.fma(NormalLaw.COS_8, NormalLaw.COS_6);
                c = c.fma(t2, broadcast(FLOATS, NormalLaw.COS_4));
                c = c.fma(t2, broadcast(FLOATS, NormalLaw.COS_2));
                c = c.fma(t2, broadcast(FLOATS, 1));
                IntVector cosine = c.reinterpretAsInts().lanewise(XOR, turned.lanewise(AND, SIGN));
                IntVector exchange = sine.lanewise(XOR, cosine).lanewise(AND, doubled.lanewise(ASHR, 31));
                FloatVector x = cosine.lanewise(XOR, exchange).reinterpretAsFloats();
                FloatVector y = sine.lanewise(XOR, exchange).reinterpretAsFloats();
                x.mul(radius).intoArray(z, offset + n);
                y.mul(radius).intoArray(z, offset + n + COUNTERS);
            }
        }
    }
}
