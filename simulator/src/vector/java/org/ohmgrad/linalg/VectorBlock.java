package org.ohmgrad.linalg;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The innermost loops of a product: a few rows of sums, all in registers, over the terms of one block. Lanes run
 * across columns of the result, so that each sum takes its terms in order. Five rows of four vectors take most of
 * the 32 registers of 512 bits, four rows of two most of the 16 narrower ones: the compiler loads all numbers of a term
 * before it adds the first, and with more of them one release or another keeps sums on the stack.
 *
 * <p>All take the left operand's numbers and where among them each row starts; the packed right operand and
 * where its first row starts; the number of terms; and where the sums go, and the distance of their rows. They
 * modify nothing but the sums. Rows of the right operand lie a constant apart, a power of two; numbers of the left one
 * lie side by side, or four by four: only then does the compiler move the checks of indices out of the loop, and with a
 * check inside it keeps the sums on the stack.
 */
final class VectorBlock {
    /** The preferred vectors, but at most sixteen lanes, as many as a batch of one has partial sums. */
    static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

    static final int LANES = SPECIES.length();
    static final int WIDE_ROWS = 5;
    static final int WIDE = 4 * LANES;
    static final int NARROW_ROWS = 4;
    static final int NARROW = 2 * LANES;

    private VectorBlock() {}

    /** Five rows of four vectors. */
    static void sumWide(float[] a, int[] at, float[] b, int from, int depth, float[] sums, int to, int rowStep) {
        int at0 = at[0];
        int at1 = at[1];
        int at2 = at[2];
        int at3 = at[3];
        int at4 = at[4];
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s02 = FloatVector.zero(SPECIES);
        FloatVector s03 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s12 = FloatVector.zero(SPECIES);
        FloatVector s13 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s22 = FloatVector.zero(SPECIES);
        FloatVector s23 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        FloatVector s32 = FloatVector.zero(SPECIES);
        FloatVector s33 = FloatVector.zero(SPECIES);
        FloatVector s40 = FloatVector.zero(SPECIES);
        FloatVector s41 = FloatVector.zero(SPECIES);
        FloatVector s42 = FloatVector.zero(SPECIES);
        FloatVector s43 = FloatVector.zero(SPECIES);
        for (int d = 0; d < depth; d++) {
            int row = from + d * WIDE;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, b, row + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, b, row + 3 * LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[at0 + d]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            s02 = a0.fma(b2, s02);
            s03 = a0.fma(b3, s03);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[at1 + d]);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            s12 = a1.fma(b2, s12);
            s13 = a1.fma(b3, s13);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[at2 + d]);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            s22 = a2.fma(b2, s22);
            s23 = a2.fma(b3, s23);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[at3 + d]);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
            s32 = a3.fma(b2, s32);
            s33 = a3.fma(b3, s33);
            FloatVector a4 = FloatVector.broadcast(SPECIES, a[at4 + d]);
            s40 = a4.fma(b0, s40);
            s41 = a4.fma(b1, s41);
            s42 = a4.fma(b2, s42);
            s43 = a4.fma(b3, s43);
        }
        s00.intoArray(sums, to);
        s01.intoArray(sums, to + LANES);
        s02.intoArray(sums, to + 2 * LANES);
        s03.intoArray(sums, to + 3 * LANES);
        s10.intoArray(sums, to + rowStep);
        s11.intoArray(sums, to + rowStep + LANES);
        s12.intoArray(sums, to + rowStep + 2 * LANES);
        s13.intoArray(sums, to + rowStep + 3 * LANES);
        s20.intoArray(sums, to + 2 * rowStep);
        s21.intoArray(sums, to + 2 * rowStep + LANES);
        s22.intoArray(sums, to + 2 * rowStep + 2 * LANES);
        s23.intoArray(sums, to + 2 * rowStep + 3 * LANES);
        s30.intoArray(sums, to + 3 * rowStep);
        s31.intoArray(sums, to + 3 * rowStep + LANES);
        s32.intoArray(sums, to + 3 * rowStep + 2 * LANES);
        s33.intoArray(sums, to + 3 * rowStep + 3 * LANES);
        s40.intoArray(sums, to + 4 * rowStep);
        s41.intoArray(sums, to + 4 * rowStep + LANES);
        s42.intoArray(sums, to + 4 * rowStep + 2 * LANES);
        s43.intoArray(sums, to + 4 * rowStep + 3 * LANES);
    }

    /** Four rows of two vectors. */
    static void sumNarrow(float[] a, int[] at, float[] b, int from, int depth, float[] sums, int to, int rowStep) {
        int at0 = at[0];
        int at1 = at[1];
        int at2 = at[2];
        int at3 = at[3];
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        for (int d = 0; d < depth; d++) {
            int row = from + d * NARROW;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[at0 + d]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[at1 + d]);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[at2 + d]);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[at3 + d]);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
        }
        s00.intoArray(sums, to);
        s01.intoArray(sums, to + LANES);
        s10.intoArray(sums, to + rowStep);
        s11.intoArray(sums, to + rowStep + LANES);
        s20.intoArray(sums, to + 2 * rowStep);
        s21.intoArray(sums, to + 2 * rowStep + LANES);
        s30.intoArray(sums, to + 3 * rowStep);
        s31.intoArray(sums, to + 3 * rowStep + LANES);
    }

    /**
     * Four rows of two vectors, the numbers of the left rows packed: from {@code start} on, the four of one term side by
     * side. One index for all four in the place of one each is a fifth of the time.
     *
     * @param more whether to add to the sums that are there, not to overwrite them
     */
    static void sumPacked(
            float[] a, int start, float[] b, int from, int depth, float[] sums, int to, int rowStep, boolean more) {
        FloatVector s00 = FloatVector.zero(SPECIES);
        FloatVector s01 = FloatVector.zero(SPECIES);
        FloatVector s10 = FloatVector.zero(SPECIES);
        FloatVector s11 = FloatVector.zero(SPECIES);
        FloatVector s20 = FloatVector.zero(SPECIES);
        FloatVector s21 = FloatVector.zero(SPECIES);
        FloatVector s30 = FloatVector.zero(SPECIES);
        FloatVector s31 = FloatVector.zero(SPECIES);
        for (int d = 0; d < depth; d++) {
            int row = from + d * NARROW;
            int left = start + d * NARROW_ROWS;
            FloatVector b0 = FloatVector.fromArray(SPECIES, b, row);
            FloatVector b1 = FloatVector.fromArray(SPECIES, b, row + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, a[left]);
            s00 = a0.fma(b0, s00);
            s01 = a0.fma(b1, s01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, a[left + 1]);
            s10 = a1.fma(b0, s10);
            s11 = a1.fma(b1, s11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, a[left + 2]);
            s20 = a2.fma(b0, s20);
            s21 = a2.fma(b1, s21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, a[left + 3]);
            s30 = a3.fma(b0, s30);
            s31 = a3.fma(b1, s31);
        }
        if (more) {
            s00 = FloatVector.fromArray(SPECIES, sums, to).add(s00);
            s01 = FloatVector.fromArray(SPECIES, sums, to + LANES).add(s01);
            s10 = FloatVector.fromArray(SPECIES, sums, to + rowStep).add(s10);
            s11 = FloatVector.fromArray(SPECIES, sums, to + rowStep + LANES).add(s11);
            s20 = FloatVector.fromArray(SPECIES, sums, to + 2 * rowStep).add(s20);
            s21 = FloatVector.fromArray(SPECIES, sums, to + 2 * rowStep + LANES).add(s21);
            s30 = FloatVector.fromArray(SPECIES, sums, to + 3 * rowStep).add(s30);
            s31 = FloatVector.fromArray(SPECIES, sums, to + 3 * rowStep + LANES).add(s31);
        }
        s00.intoArray(sums, to);
        s01.intoArray(sums, to + LANES);
        s10.intoArray(sums, to + rowStep);
        s11.intoArray(sums, to + rowStep + LANES);
        s20.intoArray(sums, to + 2 * rowStep);
        s21.intoArray(sums, to + 2 * rowStep + LANES);
        s30.intoArray(sums, to + 3 * rowStep);
        s31.intoArray(sums, to + 3 * rowStep + LANES);
    }
}
