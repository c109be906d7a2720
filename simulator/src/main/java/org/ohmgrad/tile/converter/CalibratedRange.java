package org.ohmgrad.tile.converter;

import java.util.function.DoubleUnaryOperator;

/**
 * A range that the chip finds by itself when training starts, for every weight matrix and each direction of read.
 *
 * <p><em>Settings.</em> The amplifier before the converter has {@value #SETTINGS} settings. The widest is what all driven lines
 * of a tile can bring together, one for each line, at which nothing is clipped; every further one is narrower by the fourth
 * root of 2. Until it has looked, a chip stands at the widest.
 *
 * <p><em>Search.</em> Before the first step the chip carries the first training examples (64, or the first batch) forward, layer
 * by layer, and their errors back, as in training, but learns nothing. Each matrix that these reach is read with them at the
 * middle one of the settings that are left, {@value #TRIALS} times; if more than one code in a thousand is clipped, all narrower
 * settings go, else all wider ones. What is left is the narrowest that passes. The chip takes {@value #WIDENING} times its
 * range, as weights grow while a network learns, and reads once more for the layer that comes next. All tiles of a matrix share
 * one range.
 *
 * <p><em>Watch.</em> Weights outgrow such a range, within the first epoch where examples are many. So the chip goes on counting: if
 * of {@value #WATCHED} codes of training, or as many more as come with them, more than one in a thousand was clipped, the range
 * becomes {@value #WIDENING} times as wide from then on. It never becomes narrower.
 *
 * <p><em>Price.</em> The search's reads draw noise of their own, move the clock, and stand in the ledger with the reads of training
 * before the first epoch, but not among the codes of which a report tells the clipped share. The watch costs nothing.
 */
public record CalibratedRange() implements AdcRange {
    static final int SETTINGS = 64;
    /** How often a range is tried before it is taken. */
    public static final int TRIALS = 6;

    static final int WIDENING = 2;
    static final long WATCHED = 1000;

    private static final double MOST_CLIPPED = 1e-3;
    private static final float[] QUARTERS = {1, 0.8408964f, 0.70710677f, 0.59460354f};

    @Override
    public boolean isFoundByReads() {
        return true;
    }

    @Override
    public float first(float widest) {
        return widest;
    }

    @Override
    public float found(float widest, DoubleUnaryOperator clipped) {
        int passes = 0;
        int fails = SETTINGS;
        while (fails - passes > 1) {
            int middle = (passes + fails) / 2;
            boolean isWideEnough = clipped.applyAsDouble(setting(widest, middle)) <= MOST_CLIPPED;
            passes = isWideEnough ? middle : passes;
            fails = isWideEnough ? fails : middle;
        }
        return Math.min(widest, WIDENING * setting(widest, passes));
    }

    @Override
    public long watched() {
        return WATCHED;
    }

    @Override
    public float after(float range, float widest, double clipped) {
        return clipped > MOST_CLIPPED ? Math.min(widest, WIDENING * range) : range;
    }

    private static float setting(float widest, int number) {
        return widest * Math.scalb(QUARTERS[number % QUARTERS.length], -(number / QUARTERS.length));
    }
}
