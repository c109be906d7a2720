package org.ohmgrad.training;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.TileGrid;

/**
 * Sign-symmetric feedback (Q. Liao, J. Z. Leibo and T. Poggio, AAAI 2016, uniform sign-concordant): the feedback matrix
 * has the signs of the weights and one magnitude per layer, the standard deviation of the initial weights. The signs are
 * those of the stored target levels, followed at every step.
 *
 * @param on where the feedback matrices are kept
 */
public record SignSymmetric(@Default("\"digital\"") FeedbackPlace on) implements LearningRule {
    /** As a file that gives no key has it. */
    public SignSymmetric() {
        this(FeedbackPlace.DIGITAL);
    }

    @Override
    public FeedbackPath start(FeedbackContext context) {
        return new Signs(context, context.belowLast(layer -> context.place(signsAbove(context, layer), on, layer)));
    }

    @Override
    public boolean asksForWeights() {
        return true;
    }

    private static FMatrixRMaj signsAbove(FeedbackContext context, int layer) {
        FMatrixRMaj signs = context.network().layer(layer + 1).weights().targetWeights();
        float scale = (float) context.initialisation().standardDeviation(signs.numRows, signs.numCols);
        for (int k = 0; k < signs.data.length; k++) {
            signs.data[k] = Math.signum(signs.data[k]) * scale;
        }
        return signs;
    }

    private static final class Signs extends FeedbackMatrices {
        private final FeedbackContext context;

        Signs(FeedbackContext context, List<TileGrid> matrices) {
            super(matrices);
            this.context = context;
        }

        @Override
        public void prepare() {
            for (int layer = 0; layer < grids().size(); layer++) {
                grids().get(layer).program(CommonOps_FDRM.transpose(signsAbove(context, layer), null));
            }
        }
    }
}
