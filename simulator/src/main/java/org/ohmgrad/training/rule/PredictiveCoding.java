package org.ohmgrad.training.rule;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.DenseLayer;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Lesson;

/**
 * Predictive coding (J. C. R. Whittington and R. Bogacz, Neural Computation 29:1229, 2017). Hidden units hold values x<sub>l</sub> of their
 * own, which begin at the forward pass and settle, with the target held at the output: of the errors
 * eps<sub>l</sub> = x<sub>l</sub> - f(z<sub>l</sub>), z<sub>l</sub> = x<sub>l-1</sub> W<sub>l</sub> + b<sub>l</sub>, values descend the energy
 * nudge loss(z<sub>L</sub>) + sum |eps<sub>l</sub>|<sup>2</sup> / 2 in steps of inferenceRate, and weights then descend the same energy: with
 * d<sub>l</sub> = -eps<sub>l</sub> f'(z<sub>l</sub>), a weight changes against x<sub>l-1</sub><sup>T</sup> d<sub>l</sub> / nudge.
 *
 * <p>Where the values have come to rest this is backpropagation's gradient in the limit of a small nudge, that is of a small error at the
 * output (B. Millidge, Y. Song, T. Salvatori, T. Lukasiewicz and R. Bogacz, ICLR 2023). The output may have any loss of the
 * network; half the squared error is the paper's.
 *
 * <p>For every example a training step takes steps + 1 forward reads of every matrix and steps transposed ones of all but the first: this
 * rule does not do without the transposed read. An answer takes one forward pass.
 *
 * @param steps steps of settling
 * @param inferenceRate size of such a step, as a share of the energy's slope
 * @param nudge weight of the loss in the energy; the paper's is 1
 */
public record PredictiveCoding(
        @Default("20") int steps,
        @Default("0.1") double inferenceRate,
        @Default("1") double nudge) implements LearningRule {
    private static final int MOST_STEPS = 10_000;

    /** Refuses values that do not move or overshoot. */
    public PredictiveCoding {
        Check.that()
                .inRange("steps", steps, 1, MOST_STEPS)
                .positive("inferenceRate", inferenceRate)
                .rule(
                        "inferenceRate",
                        inferenceRate <= 1,
                        "must be at most 1, beyond which values overshoot, but is " + inferenceRate)
                .positive("nudge", nudge)
                .holds();
    }

    /** As a file that gives no key has it. */
    public PredictiveCoding() {
        this(20, 0.1, 1);
    }

    @Override
    public Needs needs() {
        return new Needs(steps + 1, steps, false).and(Needs.Besides.STATES_THAT_SETTLE);
    }

    @Override
    public List<String> objections(NetworkSettings network) {
        return LearningRule.needsDenseLayers(network);
    }

    @Override
    public Learner start(LearningContext context) {
        return new Predicting(context.network());
    }

    private final class Predicting implements Learner {
        private final Network network;

        Predicting(Network network) {
            this.network = network;
        }

        @Override
        public Lesson lesson(Batch batch, Occasion occasion) {
            List<FMatrixRMaj> values = new ArrayList<>(List.of(batch.inputs()));
            Look look = look(values, batch, occasion);
            Lesson lesson = new Lesson(batch.size()).withLoss(network.loss(look.answer(), batch.targets()));
            for (int step = 0; step < steps; step++) {
                move(values, look, occasion.inRound(step));
                look = look(values, batch, occasion.inRound(step + 1));
            }
            for (int number = 0; number < network.depth(); number++) {
                FMatrixRMaj slope = look.slopes().get(number);
                lesson.add(network.synapse(number), values.get(number), slope, (float) (1 / nudge));
            }
            return lesson;
        }

        /** What values predict, layer by layer; values that are not there yet become what is predicted. */
        private Look look(List<FMatrixRMaj> values, Batch batch, Occasion occasion) {
            List<FMatrixRMaj> errors = new ArrayList<>();
            List<FMatrixRMaj> slopes = new ArrayList<>();
            for (int number = 0; number < network.depth() - 1; number++) {
                DenseLayer layer = (DenseLayer) network.hidden().get(number);
                FMatrixRMaj predicted = layer.activation().of(layer.synapse().sums(values.get(number), occasion));
                if (values.size() == number + 1) {
                    values.add(predicted);
                }
                FMatrixRMaj error = values.get(number + 1).copy();
                CommonOps_FDRM.subtractEquals(error, predicted);
                FMatrixRMaj slope = error.copy();
                CommonOps_FDRM.scale(-1, slope);
                layer.activation().carryBack(predicted, slope);
                errors.add(error);
                slopes.add(slope);
            }
            FMatrixRMaj sums = network.last().synapse().sums(values.get(values.size() - 1), occasion);
            Answer answer = new Answer(sums, network.last().activation().of(sums));
            FMatrixRMaj top = network.lastDelta(answer, batch.targets());
            CommonOps_FDRM.scale((float) nudge, top);
            slopes.add(top);
            return new Look(answer, errors, slopes);
        }

        /** Every hidden value moves against its own error and the slope that comes back from the layer above. */
        private void move(List<FMatrixRMaj> values, Look look, Occasion occasion) {
            for (int number = 1; number < values.size(); number++) {
                FMatrixRMaj slope = network.synapse(number)
                        .matrix()
                        .readTransposed(look.slopes().get(number), occasion);
                CommonOps_FDRM.addEquals(slope, look.errors().get(number - 1));
                FMatrixRMaj moved = new FMatrixRMaj(slope.numRows, slope.numCols);
                CommonOps_FDRM.add(1, values.get(number), (float) -inferenceRate, slope, moved);
                values.set(number, moved);
            }
        }

        @Override
        public Answer answer(FMatrixRMaj inputs, Occasion occasion) {
            return network.forward(inputs, occasion).answer();
        }

        /** Calibrates what is read in the other direction: all but the first. */
        @Override
        public void startEpoch(long epoch) {
            network.synapses().stream().skip(1).forEach(synapse -> synapse.weights()
                    .calibrate(epoch));
        }
    }

    /**
     * What the values of all layers predict of each other.
     *
     * @param errors of every hidden layer: its values less what is predicted of them
     * @param slopes of the energy along the weighted sums of every layer
     */
    private record Look(Answer answer, List<FMatrixRMaj> errors, List<FMatrixRMaj> slopes) {}
}
