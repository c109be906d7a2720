package org.ohmgrad.training.rule;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.DenseLayer;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Pass;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Lesson;

/**
 * Node perturbation (B. Widrow and M. A. Lehr, Proceedings of the IEEE 78:1415, 1990; J. Werfel, X. Xie and H. S. Seung, Neural
 * Computation 17:2699, 2005). A second pass adds noise of its own, normal with deviation sigma, to all weighted sums at once; one number,
 * the change of an example's loss, is brought to all units, and the error of a sum is (loss with noise - loss) xi / sigma, where
 * sigma xi is the noise that it got. Its mean is the gradient up to terms of sigma<sup>2</sup>; with g the gradient with respect to all
 * sums, its variance is |g|<sup>2</sup> + g<sub>i</sub><sup>2</sup>, so that learning slows down as networks grow.
 *
 * <p>On a chip the read noise of both passes goes into the difference of the losses, and so divided by sigma into every error: sigma must
 * be well above the read noise of a weighted sum.
 *
 * <p>Two forward reads of every matrix, a source of noise at every unit, and a scalar broadcast; nothing goes back.
 *
 * @param sigma deviation of the noise, in units of the weighted sums
 */
public record NodePerturbation(@Default("0.2") double sigma) implements LearningRule {
    /** Refuses noise that tells nothing. */
    public NodePerturbation {
        Check.that().positive("sigma", sigma).holds();
    }

    /** As a file that gives no key has it. */
    public NodePerturbation() {
        this(0.2);
    }

    @Override
    public Needs needs() {
        return new Needs(2, 0, false).and(Needs.Besides.NOISE_OF_ITS_OWN, Needs.Besides.SCALAR_BROADCAST);
    }

    @Override
    public List<String> objections(NetworkSettings network) {
        return LearningRule.needsDenseLayers(network);
    }

    @Override
    public Learner start(LearningContext context) {
        return new Perturbing(context.network(), context.seed());
    }

    private final class Perturbing implements Learner {
        private final Network network;
        private final long seed;

        Perturbing(Network network, long seed) {
            this.network = network;
            this.seed = seed;
        }

        @Override
        public Lesson lesson(Batch batch, Occasion occasion) {
            Pass pass = network.forward(batch.inputs(), occasion);
            List<FMatrixRMaj> noise = new ArrayList<>();
            network.synapses().forEach(synapse -> noise.add(noise(batch.size(), synapse, occasion)));
            Answer disturbed = disturbed(batch.inputs(), noise, occasion.inRound(1));
            double[] before = losses(pass.answer(), batch);
            double[] after = losses(disturbed, batch);
            Lesson lesson = new Lesson(batch.size()).withLoss(network.loss(pass.answer(), batch.targets()));
            for (int layer = 0; layer < network.depth(); layer++) {
                FMatrixRMaj error = noise.get(layer);
                for (int k = 0; k < error.data.length; k++) {
                    int example = k / error.numCols;
                    error.data[k] *= (float) ((after[example] - before[example]) / sigma);
                }
                lesson.add(network.synapse(layer), pass.stage(layer).input(), error, 1);
            }
            return lesson;
        }

        private double[] losses(Answer answer, Batch batch) {
            return network.loss().perExample(answer.sums(), answer.outputs(), batch.targets());
        }

        private FMatrixRMaj noise(int examples, Synapse synapse, Occasion occasion) {
            FMatrixRMaj noise = new FMatrixRMaj(examples, synapse.weights().cols());
            new Draws(seed, occasion.phase().stream("nodes" + (synapse.number() + 1)))
                    .normals(occasion.step(), 0, noise.data, 0, noise.data.length);
            return noise;
        }

        private Answer disturbed(FMatrixRMaj inputs, List<FMatrixRMaj> noise, Occasion occasion) {
            FMatrixRMaj sums = inputs;
            FMatrixRMaj outputs = inputs;
            for (int number = 0; number < network.depth(); number++) {
                DenseLayer layer = (DenseLayer) network.connections().get(number);
                sums = layer.synapse().sums(outputs, occasion);
                for (int k = 0; k < sums.data.length; k++) {
                    sums.data[k] = Math.fma((float) sigma, noise.get(number).data[k], sums.data[k]);
                }
                outputs = layer.activation().of(sums);
            }
            return new Answer(sums, outputs);
        }

        @Override
        public Answer answer(FMatrixRMaj inputs, Occasion occasion) {
            return network.forward(inputs, occasion).answer();
        }
    }
}
