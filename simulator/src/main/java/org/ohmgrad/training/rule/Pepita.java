package org.ohmgrad.training.rule;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Pass;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Lesson;

/**
 * Present the error to perturb the input to modulate activity (PEPITA; G. Dellaferrera and G. Kreiman, ICML 2022): the error of a
 * first forward pass is projected onto the input through a fixed random matrix, and a second forward pass tells, by the
 * differences of activity, how hidden weights should change. Nothing goes back. For inputs x and outputs' error e (with respect
 * to the last weighted sums) the second pass has x<sub>0</sub>' = x<sub>0</sub> + e F, hidden weights change against
 * x'<sub>l-1</sub><sup>T</sup> (x<sub>l</sub> - x'<sub>l</sub>), the last ones against x'<sub>L-1</sub><sup>T</sup> e'.
 *
 * <p>F is drawn normal, with the standard deviation of the paper's uniform law, scale · sqrt(2 / inputs).
 *
 * @param on where F is kept
 * @param scale size of F, in units of sqrt(2 / inputs); the paper has 0.05
 */
@Called("PEPITA")
public record Pepita(
        @Default("\"digital\"") FeedbackPlace on,
        @Default("0.05") double scale) implements LearningRule {
    /** Refuses a scale that carries nothing. */
    public Pepita {
        Check.that().positive("scale", scale).holds();
    }

    /** As a file that gives no key has it. */
    public Pepita() {
        this(FeedbackPlace.DIGITAL, 0.05);
    }

    @Override
    public Needs needs() {
        return new Needs(2, 0, true);
    }

    @Override
    public List<String> objections(NetworkSettings network) {
        return LearningRule.needsDenseLayers(network);
    }

    @Override
    public Learner start(LearningContext context) {
        Network network = context.network();
        Synapse first = network.synapse(0);
        int outputs = network.last().synapse().weights().cols();
        FMatrixRMaj projection = context.standardNormals(first.weights().rows(), outputs, first);
        float deviation = (float) (scale * Math.sqrt(2.0 / projection.numRows));
        for (int k = 0; k < projection.data.length; k++) {
            projection.data[k] *= deviation;
        }
        return new TwoPasses(network, context.place(projection, on, first));
    }

    private static final class TwoPasses implements Learner {
        private final Network network;
        private final OwnMatrix projection;

        TwoPasses(Network network, OwnMatrix projection) {
            this.network = network;
            this.projection = projection;
        }

        @Override
        public Lesson lesson(Batch batch, Occasion occasion) {
            Pass pass = network.forward(batch.inputs(), occasion);
            FMatrixRMaj error = network.lastDelta(pass.answer(), batch.targets());
            FMatrixRMaj perturbed = projection.grid().read(error, occasion);
            CommonOps_FDRM.addEquals(perturbed, batch.inputs());
            Pass again = network.forward(perturbed, occasion.inRound(1));
            Lesson lesson = new Lesson(batch.size()).withLoss(network.loss(pass.answer(), batch.targets()));
            int last = network.depth() - 1;
            for (int layer = 0; layer < last; layer++) {
                FMatrixRMaj difference = pass.stage(layer).output().copy();
                CommonOps_FDRM.subtractEquals(difference, again.stage(layer).output());
                lesson.add(network.synapse(layer), again.stage(layer).input(), difference, 1);
            }
            FMatrixRMaj errorAgain = network.lastDelta(again.answer(), batch.targets());
            lesson.add(network.synapse(last), again.last().input(), errorAgain, 1);
            return lesson;
        }

        @Override
        public Answer answer(FMatrixRMaj inputs, Occasion occasion) {
            return network.forward(inputs, occasion).answer();
        }

        @Override
        public List<OwnMatrix> matrices() {
            return List.of(projection);
        }
    }
}
