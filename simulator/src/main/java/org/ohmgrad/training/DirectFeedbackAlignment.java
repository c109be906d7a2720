package org.ohmgrad.training;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.TileGrid;

/**
 * Direct feedback alignment (A. Nokland, NeurIPS 2016): every hidden layer gets the output's error through a fixed random
 * matrix of its own.
 *
 * @param on where the feedback matrices are kept
 */
public record DirectFeedbackAlignment(
        @Default("\"digital\"") FeedbackPlace on) implements LearningRule {
    /** As a file that gives no key has it. */
    public DirectFeedbackAlignment() {
        this(FeedbackPlace.DIGITAL);
    }

    @Override
    public FeedbackPath start(FeedbackContext context) {
        int outputs = context.network().lastLayer().weights().cols();
        return new Direct(context.belowLast(layer -> {
            int width = context.network().layer(layer).weights().cols();
            return context.place(context.random(width, outputs, layer), on, layer);
        }));
    }

    private static final class Direct extends FeedbackMatrices {
        Direct(List<TileGrid> matrices) {
            super(matrices);
        }

        @Override
        public FMatrixRMaj errorOf(int layer, List<FMatrixRMaj> deltas, Occasion occasion) {
            return grids().get(layer).read(deltas.get(deltas.size() - 1), occasion);
        }

        /** The product of all weights above the layer: what carries an error back when activations are linear. */
        @Override
        public FMatrixRMaj exactMatrixOf(int layer, Weights realised) {
            FMatrixRMaj product = realised.matrices().get(layer + 1);
            for (int above = layer + 2; above < realised.depth(); above++) {
                FMatrixRMaj next = realised.matrices().get(above);
                FMatrixRMaj longer = new FMatrixRMaj(product.numRows, next.numCols);
                Gemm.best().mult(product, next, longer);
                product = longer;
            }
            return product;
        }
    }
}
