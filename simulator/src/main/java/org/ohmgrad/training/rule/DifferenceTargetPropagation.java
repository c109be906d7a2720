package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.DenseLayer;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Pass;
import org.ohmgrad.network.Stage;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Lesson;
import org.ohmgrad.training.gradient.Outer;
import org.ohmgrad.training.gradient.OwnGradient;
import org.ohmgrad.training.optimizer.Sgd;

/**
 * Difference target propagation (D.-H. Lee, S. Zhang, A. Fischer and Y. Bengio, ECML PKDD 2015). What goes down is not an error but
 * a target: the output's is t<sub>L</sub> = x<sub>L</sub> - step e, with e the gradient with respect to the last weighted sums, and
 * that of a layer below is t<sub>l-1</sub> = x<sub>l-1</sub> + g<sub>l</sub>(t<sub>l</sub>) - g<sub>l</sub>(x<sub>l</sub>), where
 * g<sub>l</sub>(x) = f(x V<sub>l</sub>) stands for the inverse of layer l and f is the activation of the layer below. Hidden weights
 * descend the local loss |x<sub>l</sub> - t<sub>l</sub>|<sup>2</sup> / (2 step), the last ones the loss itself.
 *
 * <p>Learned inverses descend |g<sub>l</sub>(x<sub>l</sub>) - x<sub>l-1</sub>|<sup>2</sup> / 2 on the activities of the forward pass,
 * by plain descent and the chip's update scheme; the noise that the paper adds to them is left to the reads (assumed). Fixed ones stay
 * as they were drawn (T. Shibuya, N. Inoue, R. Kawakami and I. Sato, Fixed-weight difference target propagation, AAAI 2023).
 * Inverses have no biases (assumed).
 *
 * <p>No transposed read is needed: inverses are matrices of their own, read forward twice for every example.
 *
 * @param on where the inverses are kept
 * @param inverses whether they learn
 * @param step how far the output's target lies from the output, in units of the error
 * @param inverseRate learning rate of inverses that learn
 */
public record DifferenceTargetPropagation(
        @Default("\"digital\"") FeedbackPlace on,
        @Default("\"learned\"") Inverses inverses,
        @Default("0.1") double step,
        @Default("0.1") double inverseRate)
        implements LearningRule {
    /** Whether inverses learn. */
    public enum Inverses {
        /** They learn to give the layer below back. */
        LEARNED,
        /** They stay as they were drawn. */
        FIXED
    }

    /** Refuses a target that is the output, and inverses that stand still though they shall learn. */
    public DifferenceTargetPropagation {
        Check.that().positive("step", step).positive("inverseRate", inverseRate).holds();
    }

    /** As a file that gives no key has it. */
    public DifferenceTargetPropagation() {
        this(FeedbackPlace.DIGITAL, Inverses.LEARNED, 0.1, 0.1);
    }

    @Override
    public Needs needs() {
        return Needs.matricesOfItsOwn();
    }

    @Override
    public List<String> objections(NetworkSettings network) {
        return LearningRule.needsDenseLayers(network);
    }

    @Override
    public Learner start(LearningContext context) {
        List<OwnMatrix> matrices = context.perConnection(at -> context.randomLike(at.synapse()), on);
        return new Targets(
                context.network(),
                inverses == Inverses.FIXED
                        ? matrices
                        : matrices.stream()
                                .map(matrix -> context.learning(matrix, new Sgd()))
                                .toList());
    }

    private final class Targets implements Learner {
        private final Network network;
        private final List<OwnMatrix> inverse;

        Targets(Network network, List<OwnMatrix> inverse) {
            this.network = network;
            this.inverse = inverse;
        }

        @Override
        public Lesson lesson(Batch batch, Occasion occasion) {
            Pass pass = network.forward(batch.inputs(), occasion);
            FMatrixRMaj error = network.lastDelta(pass.answer(), batch.targets());
            Lesson lesson = new Lesson(batch.size()).withLoss(network.loss(pass.answer(), batch.targets()));
            int last = network.depth() - 1;
            lesson.add(network.synapse(last), pass.last().input(), error, 1);
            FMatrixRMaj target = new FMatrixRMaj(error.numRows, error.numCols);
            CommonOps_FDRM.add(1, pass.output(), (float) -step, error, target);
            for (int layer = last; layer > 0; layer--) {
                target = below(layer, pass, target, lesson, occasion);
            }
            return lesson;
        }

        /** The target of the layer below one, which learns from it. */
        private FMatrixRMaj below(int layer, Pass pass, FMatrixRMaj target, Lesson lesson, Occasion occasion) {
            Stage below = pass.stage(layer - 1);
            FMatrixRMaj output = pass.stage(layer).output();
            OwnMatrix matrix = inverse.get(layer - 1);
            Activation activation = ((DenseLayer) network.hidden().get(layer - 1)).activation();
            FMatrixRMaj guess = activation.of(matrix.matrix().read(output, occasion));
            FMatrixRMaj aim = activation.of(matrix.matrix().read(target, occasion.inRound(1)));
            Synapse synapse = network.synapse(layer - 1);
            lesson.add(synapse, below.input(), delta(guess, aim, below.output(), activation), 1);
            if (inverses == Inverses.LEARNED) {
                FMatrixRMaj miss = guess.copy();
                CommonOps_FDRM.subtractEquals(miss, below.output());
                activation.carryBack(guess, miss);
                Outer outer = new Outer(output, miss, 1);
                lesson.add(matrix.grid(), new OwnGradient(outer, lesson.examples(), inverseRate, 0));
            }
            CommonOps_FDRM.subtractEquals(aim, guess);
            CommonOps_FDRM.addEquals(aim, below.output());
            return aim;
        }

        private FMatrixRMaj delta(FMatrixRMaj guess, FMatrixRMaj aim, FMatrixRMaj output, Activation activation) {
            FMatrixRMaj delta = new FMatrixRMaj(guess.numRows, guess.numCols);
            CommonOps_FDRM.add((float) (1 / step), guess, (float) (-1 / step), aim, delta);
            activation.carryBack(output, delta);
            return delta;
        }

        @Override
        public Answer answer(FMatrixRMaj inputs, Occasion occasion) {
            return network.forward(inputs, occasion).answer();
        }

        @Override
        public List<OwnMatrix> matrices() {
            return inverse;
        }

        @Override
        public Optional<FMatrixRMaj> feedbackOf(int synapse) {
            return Optional.of(inverse.get(synapse - 1).mean());
        }
    }
}
