package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.network.Connection;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Weights;
import org.ohmgrad.settings.Default;

/**
 * Direct feedback alignment (A. Nokland, NeurIPS 2016): every hidden layer gets the output's error through a fixed random
 * matrix of its own.
 *
 * @param on where the feedback matrices are kept
 */
public record DirectFeedbackAlignment(
        @Default("\"digital\"") FeedbackPlace on) implements FeedbackRule {
    /** As a file that gives no key has it. */
    public DirectFeedbackAlignment() {
        this(FeedbackPlace.DIGITAL);
    }

    @Override
    public Needs needs() {
        return Needs.matricesOfItsOwn();
    }

    @Override
    public FeedbackPath path(LearningContext context) {
        int outputs = context.network().last().synapse().weights().cols();
        return new Direct(
                context.network(), context.perConnection(at -> context.random(at.inputs(), outputs, at.synapse()), on));
    }

    private static final class Direct extends FeedbackMatrices {
        private final Network network;

        Direct(Network network, List<OwnMatrix> matrices) {
            super(matrices);
            this.network = network;
        }

        @Override
        public FMatrixRMaj below(Connection at, FMatrixRMaj deltas, Way way) {
            return matrixOf(at.synapse().number()).read(way.outputDeltas(), way.occasion());
        }

        /**
         * The product of all weights from the synapse on: what carries an error back when layers are dense and activations
         * linear; nothing is known of other layers.
         */
        @Override
        public Optional<FMatrixRMaj> feedbackOf(int synapse) {
            return network.isDense() ? super.feedbackOf(synapse) : Optional.empty();
        }

        @Override
        public FMatrixRMaj exactFeedbackOf(int synapse, Weights realised) {
            FMatrixRMaj product = realised.matrices().get(synapse);
            for (int above = synapse + 1; above < realised.depth(); above++) {
                FMatrixRMaj next = realised.matrices().get(above);
                FMatrixRMaj longer = new FMatrixRMaj(product.numRows, next.numCols);
                Gemm.best().mult(product, next, longer);
                product = longer;
            }
            return product;
        }
    }
}
