package org.ohmgrad.training.rule;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.DenseLayer;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Lesson;
import org.ohmgrad.training.gradient.Outer;
import org.ohmgrad.training.gradient.OwnGradient;
import org.ohmgrad.training.optimizer.Sgd;

/**
 * Weight mirror (M. Akrout, C. Wilson, P. Humphreys, T. Lillicrap and D. Tweed, Deep learning without weight transport, NeurIPS 2019).
 * The error goes back through matrices of their own, as in feedback alignment, and these learn to mirror the weights: besides every
 * batch, each layer above the first is fed noise v, uniform in [-noise/2, noise/2], and its feedback matrix moves by
 * mirrorRate (v<sup>T</sup> f(v W + b) - decay B), averaged over as many noise vectors as the batch has examples. As the
 * noise has no mean, the expected product is noise<sup>2</sup>/12 times W times the slope of f: B comes to lie along W.
 *
 * <p>f is the layer's activation; where it is a softmax, the weighted sums themselves (assumed). Needs a read of noise of every matrix
 * above the first, and no transposed one; on the chip B moves through the chip's update scheme.
 *
 * @param on where the feedback matrices are kept
 * @param mirrorRate learning rate of the feedback matrices
 * @param noise width of the noise
 * @param decay pull of the feedback matrices toward zero
 */
public record WeightMirror(
        @Default("\"digital\"") FeedbackPlace on,
        @Default("0.1") double mirrorRate,
        @Default("1") double noise,
        @Default("0.01") double decay)
        implements LearningRule {
    /** Refuses a mirror that stands still, and a decay outside [0, 1]. */
    public WeightMirror {
        Check.that()
                .positive("mirrorRate", mirrorRate)
                .positive("noise", noise)
                .inRange("decay", decay, 0, 1)
                .holds();
    }

    /** As a file that gives no key has it. */
    public WeightMirror() {
        this(FeedbackPlace.DIGITAL, 0.1, 1, 0.01);
    }

    @Override
    public Needs needs() {
        return Needs.matricesOfItsOwn().andAReadOfNoise().and(Needs.Besides.NOISE_OF_ITS_OWN);
    }

    /** For the decay of matrices on the chip. */
    @Override
    public boolean asksForWeights() {
        return decay > 0;
    }

    @Override
    public List<String> objections(NetworkSettings network) {
        return LearningRule.needsDenseLayers(network);
    }

    @Override
    public Learner start(LearningContext context) {
        List<OwnMatrix> matrices = context.perConnection(at -> context.randomLike(at.synapse()), on).stream()
                .map(matrix -> context.learning(matrix, new Sgd()))
                .toList();
        return new Mirroring(context.network(), matrices, context.seed());
    }

    private final class Mirroring extends FeedbackLearner {
        private final Network network;
        private final long seed;

        Mirroring(Network network, List<OwnMatrix> matrices, long seed) {
            super(network, new FeedbackMatrices(matrices), 0);
            this.network = network;
            this.seed = seed;
        }

        @Override
        public Lesson lesson(Batch batch, Occasion occasion) {
            Lesson lesson = super.lesson(batch, occasion);
            for (OwnMatrix mirror : matrices()) {
                FMatrixRMaj fed = noise(batch.size(), mirror, occasion);
                FMatrixRMaj given = given(fed, mirror.of().number(), occasion.inRound(1));
                CommonOps_FDRM.scale(-1, fed);
                var gradient = new OwnGradient(new Outer(given, fed, 1), batch.size(), mirrorRate, (float) decay);
                lesson.add(mirror.grid(), gradient);
            }
            return lesson;
        }

        private FMatrixRMaj noise(int examples, OwnMatrix mirror, Occasion occasion) {
            FMatrixRMaj fed = new FMatrixRMaj(examples, mirror.grid().cols());
            String place = "mirror" + (mirror.of().number() + 1);
            new Draws(seed, occasion.phase().stream(place)).uniforms(occasion.step(), 0, fed.data, 0, fed.data.length);
            for (int k = 0; k < fed.data.length; k++) {
                fed.data[k] = (float) noise * (fed.data[k] - 0.5f);
            }
            return fed;
        }

        private FMatrixRMaj given(FMatrixRMaj fed, int number, Occasion occasion) {
            DenseLayer layer = (DenseLayer) network.connections().get(number);
            FMatrixRMaj sums = layer.synapse().sums(fed, occasion);
            return layer.activation() == Activation.SOFTMAX
                    ? sums
                    : layer.activation().of(sums);
        }
    }
}
