package org.ohmgrad.training.update;

import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.DiscreteLevels;
import org.ohmgrad.random.Draws;

/**
 * A scheme that adds the wanted change to a target level in digital memory, toward which cells are written. What differs is
 * how a change that is smaller than a level becomes one. A scheme without {@linkplain #memories() memory} must leave a
 * target level as it is where no change is wanted, and may then not be asked.
 */
public sealed interface LevelScheme extends UpdateScheme
        permits NearestLevel, StochasticRounding, AccumulateAndProgram {
    @Override
    default boolean keepsTargets() {
        return true;
    }

    @Override
    default boolean formsGradient() {
        return true;
    }

    /**
     * New target levels of a stretch of a tile's weights, targets[from ... from + count - 1].
     *
     * @param targets target levels of the tile now, in steps; not modified
     * @param from first weight of the stretch
     * @param wanted on entry the wanted changes in steps, on return the new target levels: element k is weight from + k
     * @param count weights in the stretch, at most the length of {@code wanted}
     * @param memory {@link #memories()} arrays of the tile's length, zero before the first step; modified
     * @param step what the update of this tile goes by
     */
    void apply(float[] targets, int from, float[] wanted, int count, float[][] memory, Step step);

    @Override
    default MatrixUpdate start(UpdateContext context) {
        return new LevelUpdate(context, this);
    }

    /**
     * One update of one tile.
     *
     * @param levels levels of a cell
     * @param bounds lowest and highest target level
     * @param draws random numbers of the tile
     * @param number training step
     */
    record Step(ConductanceLevels levels, Bounds bounds, Draws draws, long number) {
        /** The loops for such levels. */
        LevelRounding rounding() {
            return levels instanceof DiscreteLevels ? LevelRounding.BEST : ContinuousRounding.INSTANCE;
        }
    }

    /** Lowest and highest target level, in steps. */
    record Bounds(float low, float high) {
        /** Whether every level is within them. */
        boolean areNone() {
            return low == Float.NEGATIVE_INFINITY && high == Float.POSITIVE_INFINITY;
        }

        /** The nearest value within the bounds. */
        float clip(float value) {
            return value > high ? high : value < low ? low : value;
        }
    }
}
