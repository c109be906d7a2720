package org.ohmgrad.tile;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.DiscreteLevels;

/** Weights as target levels. */
record WeightLevels(ConductanceMapping mapping, ConductanceLevels levels) {
    /**
     * The levels nearest to the weights of a tile; weights beyond the mapping's bounds are clipped.
     *
     * @param weights the whole matrix; not modified
     * @return one for each weight of the tile, row by row
     */
    float[] nearest(Tile tile, FMatrixRMaj weights) {
        Crossbar crossbar = tile.crossbar();
        int top = mapping.top(levels);
        float perStep = mapping.weightPerStep(top);
        float low = mapping.lowest(top);
        float high = mapping.highest(top);
        float zero = mapping.zero(top);
        float[] targets = new float[crossbar.rows() * crossbar.cols()];
        for (int row = 0; row < crossbar.rows(); row++) {
            int from = (tile.row() + row) * weights.numCols + tile.col();
            int to = row * crossbar.cols();
            for (int col = 0; col < crossbar.cols(); col++) {
                float steps = zero + weights.data[from + col] / perStep;
                float bounded = steps > high ? high : steps < low ? low : steps;
                targets[to + col] = levels.nearest(bounded);
            }
        }
        return targets;
    }

    /**
     * The weights that target levels stand for.
     *
     * @param targets in steps; overwritten by the weights
     */
    FMatrixRMaj weights(FMatrixRMaj targets) {
        int top = mapping.top(levels);
        float zero = mapping.zero(top);
        float perStep = mapping.weightPerStep(top);
        for (int k = 0; k < targets.data.length; k++) {
            targets.data[k] = (targets.data[k] - zero) * perStep;
        }
        return targets;
    }

    /** Bits in digital memory of one target level: as few as tell all of them apart, or those of a float. */
    int bitsOfTarget() {
        return levels instanceof DiscreteLevels discrete
                ? Long.SIZE - Long.numberOfLeadingZeros(mapping.distinctWeights(discrete.bits()) - 1)
                : Float.SIZE;
    }
}
