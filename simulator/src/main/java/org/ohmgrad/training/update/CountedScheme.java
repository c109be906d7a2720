package org.ohmgrad.training.update;

/** A scheme that works out how many pulses every weight is to get from the change that is wanted of it. */
public sealed interface CountedScheme extends PulsedScheme permits DeterministicPulses, SignPulses, MixedPrecision {
    /** Most pulses that a weight gets in one update, far more than lead through the range of a published device. */
    int MOST = 10_000;

    @Override
    default boolean formsGradient() {
        return true;
    }

    /**
     * Pulses for a stretch of a tile's weights.
     *
     * @param wanted wanted changes in mean steps; not modified
     * @param pulses receives the pulses, negative ones to lower a weight
     * @param count weights in the stretch
     * @param memory {@link #memories()} arrays of the tile's length, zero before the first update; modified in the stretch
     * @param from first weight of the stretch, that of element 0 of the other arrays
     */
    void count(float[] wanted, int[] pulses, int count, float[][] memory, int from);

    @Override
    default MatrixUpdate startPulses(UpdateContext context) {
        return new CountedUpdate(context, this);
    }

    /** The whole number in [-{@link #MOST}, {@link #MOST}] nearest to one that is whole. */
    static int bounded(double pulses) {
        return (int) Math.max(-MOST, Math.min(MOST, pulses));
    }
}
