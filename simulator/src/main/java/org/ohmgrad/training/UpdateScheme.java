package org.ohmgrad.training;

import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.random.Draws;

/**
 * How a wanted change of the weights becomes new target levels, when the change is far smaller than a level. Every scheme
 * adds the wanted change to the stored target level.
 */
public sealed interface UpdateScheme permits NearestLevel, StochasticRounding, AccumulateAndProgram {
    /** Numbers of full precision that the scheme keeps for each weight, besides its target level. */
    int memories();

    /**
     * New target levels.
     *
     * @param targets target levels now, in steps; not modified
     * @param wanted on entry the wanted changes in steps, on return the new target levels
     * @param memory {@link #memories()} arrays of the same length, zero before the first step; modified
     * @param bounds lowest and highest target level
     * @param draws random numbers of this matrix's tile
     * @param step training step
     */
    void apply(
            float[] targets,
            float[] wanted,
            float[][] memory,
            ConductanceLevels levels,
            Bounds bounds,
            Draws draws,
            long step);

    /** Lowest and highest target level, in steps. */
    record Bounds(float low, float high) {
        /** The nearest value within the bounds. */
        float clip(float value) {
            return value > high ? high : value < low ? low : value;
        }
    }
}
