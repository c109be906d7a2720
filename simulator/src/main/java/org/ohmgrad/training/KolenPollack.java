package org.ohmgrad.training;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.TileGrid;

/**
 * Kolen-Pollack learning (J. F. Kolen and J. B. Pollack, 1994; M. Akrout et al., NeurIPS 2019): the feedback matrix starts
 * at random and receives the same updates as the weights, so that both come together, the faster the stronger both decay.
 *
 * @param on where the feedback matrices are kept; on the chip they receive the updates through the chip's update scheme
 * @param decay pull of both matrices toward zero, added to the gradient as decay times the matrix
 */
public record KolenPollack(
        @Default("\"digital\"") FeedbackPlace on,
        @Default("0") double decay) implements LearningRule {
    /** Refuses a decay outside [0, 1]. */
    public KolenPollack {
        Check.that().inRange("decay", decay, 0, 1).holds();
    }

    /** As a file that gives no key has it. */
    public KolenPollack() {
        this(FeedbackPlace.DIGITAL, 0);
    }

    @Override
    public FeedbackPath start(FeedbackContext context) {
        return new Learned(
                context, context.belowLast(layer -> context.place(context.randomLikeAbove(layer), on, layer)), (float)
                        decay);
    }

    @Override
    public boolean asksForWeights() {
        return decay > 0;
    }

    private static final class Learned extends FeedbackMatrices {
        private final FeedbackContext context;
        private final List<MatrixUpdate> updates;
        private final float decay;

        Learned(FeedbackContext context, List<TileGrid> matrices, float decay) {
            super(matrices);
            this.context = context;
            this.decay = decay;
            updates = IntStream.range(0, matrices.size())
                    .mapToObj(layer -> context.updateOf(matrices.get(layer), layer))
                    .toList();
        }

        @Override
        public List<MatrixUpdate> updates() {
            return updates;
        }

        @Override
        public void learn(int layer, WeightGradient gradient, double rate, long step) {
            if (layer == 0) {
                return;
            }
            WeightGradient own = gradient.transposed();
            addDecay(own, grids().get(layer - 1));
            addDecay(gradient, context.network().layer(layer).weights());
            updates.get(layer - 1).apply(own, rate, step);
        }

        private void addDecay(WeightGradient of, TileGrid matrix) {
            if (decay == 0) {
                return;
            }
            FMatrixRMaj gradient = of.matrix();
            FMatrixRMaj weights = matrix.targetWeights();
            for (int k = 0; k < gradient.data.length; k++) {
                gradient.data[k] = Math.fma(decay, weights.data[k], gradient.data[k]);
            }
        }
    }
}
