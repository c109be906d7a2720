package org.ohmgrad.training.rule;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.settings.Default;

/**
 * Sign-symmetric feedback (Q. Liao, J. Z. Leibo and T. Poggio, AAAI 2016, uniform sign-concordant): the feedback matrix
 * has the signs of the weights and one magnitude per layer, the standard deviation of the initial weights. The signs are
 * those of the stored target levels, followed at every step.
 *
 * @param on where the feedback matrices are kept
 */
public record SignSymmetric(@Default("\"digital\"") FeedbackPlace on) implements FeedbackRule {
    /** As a file that gives no key has it. */
    public SignSymmetric() {
        this(FeedbackPlace.DIGITAL);
    }

    @Override
    public Needs needs() {
        return Needs.matricesOfItsOwn();
    }

    @Override
    public FeedbackPath path(LearningContext context) {
        return new Signs(context, context.perConnection(at -> signs(context, at.synapse()), on));
    }

    @Override
    public boolean asksForWeights() {
        return true;
    }

    private static FMatrixRMaj signs(LearningContext context, Synapse of) {
        FMatrixRMaj signs = of.weights().targetWeights();
        float scale = (float) context.initialisation().standardDeviation(signs.numRows, signs.numCols);
        for (int k = 0; k < signs.data.length; k++) {
            signs.data[k] = Math.signum(signs.data[k]) * scale;
        }
        return signs;
    }

    private static final class Signs extends FeedbackMatrices {
        private final LearningContext context;

        Signs(LearningContext context, List<OwnMatrix> matrices) {
            super(matrices);
            this.context = context;
        }

        @Override
        public void prepare() {
            matrices().forEach(matrix -> matrix.grid()
                    .program(CommonOps_FDRM.transpose(signs(context, matrix.of()), null)));
        }
    }
}
