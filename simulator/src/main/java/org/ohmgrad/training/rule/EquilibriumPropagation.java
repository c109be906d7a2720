package org.ohmgrad.training.rule;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.network.Shape;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Gradients;
import org.ohmgrad.training.gradient.Lesson;

/**
 * Equilibrium propagation (B. Scellier and Y. Bengio, Frontiers in Computational Neuroscience 11:24, 2017). The units of all
 * layers are states in [0, 1] that settle together: every state moves by stepSize times (what forward and transposed reads of
 * its neighbours' states give it, plus its bias, less itself), and is cut off at 0 and 1. They begin at 0, settle freely to an
 * answer s, are then nudged toward the target with a force of nudge times (target - output), and a weight changes against
 * -(s'<sub>l-1</sub><sup>T</sup> s'<sub>l</sub> - s<sub>l-1</sub><sup>T</sup> s<sub>l</sub>) / nudge. The activation of the network,
 * hard-sigmoid, is where states are cut off; the loss is the squared error.
 *
 * <p>For every example a training step takes (freeSteps + nudgedSteps) forward reads of every matrix and as many transposed
 * ones of all but the first; a centred nudge takes nudgedSteps once more. An answer takes freeSteps.
 *
 * @param freeSteps steps until a state counts as settled
 * @param nudgedSteps steps under the nudge
 * @param stepSize share of the way to where its neighbours want it that a state goes in a step
 * @param nudge strength of the pull toward the target
 * @param sign which way the nudge goes: with a sign drawn for every batch, toward the target, or first toward it and then away
 *     from it, from the same free state (A. Laborieux et al., Frontiers in Neuroscience 15:633674, 2021)
 */
public record EquilibriumPropagation(
        @Default("20") int freeSteps,
        @Default("4") int nudgedSteps,
        @Default("0.5") double stepSize,
        @Default("0.5") double nudge,
        @Default("\"random\"") Sign sign)
        implements LearningRule {
    private static final int MOST_STEPS = 10_000;

    /** Which way a nudge goes. */
    public enum Sign {
        /** Toward the target or away from it, as a draw for every batch says. */
        RANDOM,
        /** Toward the target. */
        POSITIVE,
        /** Toward the target and, from the same free state, away from it; half the difference counts. */
        CENTRED
    }

    /** Refuses settling that does not move or overshoots. */
    public EquilibriumPropagation {
        Check.that()
                .inRange("freeSteps", freeSteps, 1, MOST_STEPS)
                .inRange("nudgedSteps", nudgedSteps, 1, MOST_STEPS)
                .positive("stepSize", stepSize)
                .rule("stepSize", stepSize <= 1, "must be at most 1, beyond which states overshoot, but is " + stepSize)
                .positive("nudge", nudge)
                .holds();
    }

    /** As a file that gives no key has it. */
    public EquilibriumPropagation() {
        this(20, 4, 0.5, 0.5, Sign.RANDOM);
    }

    @Override
    public Needs needs() {
        return new Needs(steps(), steps(), false).and(Needs.Besides.STATES_THAT_SETTLE);
    }

    private int steps() {
        return freeSteps + (sign == Sign.CENTRED ? 2 : 1) * nudgedSteps;
    }

    @Override
    public List<String> objections(NetworkSettings network) {
        List<String> objections = new ArrayList<>(LearningRule.needsDenseLayers(network));
        boolean hard = network.activation() == Activation.HARD_SIGMOID
                && network.output().under(network.loss()) == Activation.HARD_SIGMOID;
        if (!hard || network.loss() != Loss.MEAN_SQUARED_ERROR) {
            objections.add("needs states in [0, 1] and the squared error: set the network's activation and output to"
                    + " \"hard-sigmoid\" and its loss to \"mean-squared-error\"");
        }
        return objections;
    }

    @Override
    public Learner start(LearningContext context) {
        return new Settling(context.network(), this, context.seed());
    }

    private static final class Settling implements Learner {
        private final Network network;
        private final EquilibriumPropagation rule;
        private final long seed;

        Settling(Network network, EquilibriumPropagation rule, long seed) {
            this.network = network;
            this.rule = rule;
            this.seed = seed;
        }

        @Override
        public Lesson lesson(Batch batch, Occasion occasion) {
            List<FMatrixRMaj> free = settled(batch.inputs(), occasion);
            Lesson lesson = new Lesson(batch.size()).withLoss(network.loss(answer(free), batch.targets()));
            double nudge = rule.nudge * signAt(occasion);
            Occasion nudged = occasion.inRound(rule.freeSteps);
            if (rule.sign == Sign.CENTRED) {
                Occasion away = occasion.inRound(rule.freeSteps + rule.nudgedSteps);
                add(lesson, nudged(free, batch, nudge, nudged), -0.5 / nudge);
                add(lesson, nudged(free, batch, -nudge, away), 0.5 / nudge);
            } else {
                add(lesson, nudged(free, batch, nudge, nudged), -1 / nudge);
                add(lesson, free, 1 / nudge);
            }
            return lesson;
        }

        private int signAt(Occasion occasion) {
            if (rule.sign != Sign.RANDOM) {
                return 1;
            }
            return new Draws(seed, occasion.phase().stream("nudge")).uniform(occasion.step(), 0) < 0.5f ? -1 : 1;
        }

        private void add(Lesson lesson, List<FMatrixRMaj> states, double factor) {
            for (int k = 0; k < network.depth(); k++) {
                lesson.add(network.synapse(k), states.get(k), states.get(k + 1), (float) factor);
            }
        }

        @Override
        public Answer answer(FMatrixRMaj inputs, Occasion occasion) {
            return answer(settled(inputs, occasion));
        }

        private static Answer answer(List<FMatrixRMaj> states) {
            FMatrixRMaj outputs = states.get(states.size() - 1);
            return new Answer(outputs, outputs);
        }

        /** The inputs, and the states of all layers, examples x units each. */
        private List<FMatrixRMaj> settled(FMatrixRMaj inputs, Occasion occasion) {
            List<FMatrixRMaj> states = new ArrayList<>(List.of(inputs));
            network.synapses()
                    .forEach(synapse -> states.add(
                            new FMatrixRMaj(inputs.numRows, synapse.weights().cols())));
            for (int k = 0; k < rule.freeSteps; k++) {
                move(states, drives(states, occasion.inRound(occasion.round() + k)));
            }
            return states;
        }

        private List<FMatrixRMaj> nudged(List<FMatrixRMaj> free, Batch batch, double nudge, Occasion occasion) {
            List<FMatrixRMaj> states = new ArrayList<>(List.of(batch.inputs()));
            free.stream().skip(1).map(FMatrixRMaj::copy).forEach(states::add);
            for (int k = 0; k < rule.nudgedSteps; k++) {
                List<FMatrixRMaj> drives = drives(states, occasion.inRound(occasion.round() + k));
                pull(drives.get(drives.size() - 1), states.get(states.size() - 1), batch.targets(), (float) nudge);
                move(states, drives);
            }
            return states;
        }

        private static void pull(FMatrixRMaj drive, FMatrixRMaj outputs, FMatrixRMaj targets, float nudge) {
            for (int k = 0; k < drive.data.length; k++) {
                drive.data[k] = Math.fma(nudge, targets.data[k] - outputs.data[k], drive.data[k]);
            }
        }

        /** What every layer's neighbours and bias give it, by synapse below the layer. */
        private List<FMatrixRMaj> drives(List<FMatrixRMaj> states, Occasion occasion) {
            List<FMatrixRMaj> drives = new ArrayList<>();
            for (Synapse synapse : network.synapses()) {
                drives.add(synapse.sums(states.get(synapse.number()), occasion));
            }
            for (Synapse above : network.synapses().subList(1, network.depth())) {
                FMatrixRMaj back = above.matrix().readTransposed(states.get(above.number() + 1), occasion);
                FMatrixRMaj drive = drives.get(above.number() - 1);
                for (int k = 0; k < drive.data.length; k++) {
                    drive.data[k] += back.data[k];
                }
            }
            return drives;
        }

        private void move(List<FMatrixRMaj> states, List<FMatrixRMaj> drives) {
            float share = (float) rule.stepSize;
            for (int layer = 0; layer < drives.size(); layer++) {
                float[] state = states.get(layer + 1).data;
                float[] drive = drives.get(layer).data;
                for (int k = 0; k < state.length; k++) {
                    float moved = Math.fma(share, drive[k] - state[k], state[k]);
                    state[k] = Math.max(0, Math.min(1, moved));
                }
            }
        }

        /** Calibrates what is read in the other direction: all but the first. */
        @Override
        public void startEpoch(long epoch) {
            network.synapses().stream().skip(1).forEach(synapse -> synapse.weights()
                    .calibrate(epoch));
        }

        @Override
        public Gradients exact(Weights realised, NetworkSettings settings, Shape inputs, Batch batch) {
            return new SettledGradient(realised, rule.freeSteps, (float) rule.stepSize).of(batch);
        }
    }
}
