package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Answer;
import org.ohmgrad.network.Backward;
import org.ohmgrad.network.Connection;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Pass;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.network.Weights;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.gradient.Lesson;

/** Learns from one forward pass and an error that goes back along a path. */
public class FeedbackLearner implements Learner {
    private final Network network;
    private final FeedbackPath path;
    private final int firstTrained;

    /**
     * A learner.
     *
     * @param firstTrained the lowest synapse that learns, counted from 0; the error goes no further
     */
    public FeedbackLearner(Network network, FeedbackPath path, int firstTrained) {
        this.network = network;
        this.path = path;
        this.firstTrained = firstTrained;
    }

    @Override
    public Lesson lesson(Batch batch, Occasion occasion) {
        Pass pass = network.forward(batch.inputs(), occasion);
        FMatrixRMaj deltas = network.lastDelta(pass.answer(), batch.targets());
        Lesson lesson = new Lesson(batch.size());
        var way = new FeedbackPath.Way(deltas, batch.targets(), occasion);
        network.back(pass, deltas, firstTrained, new Gathering(lesson, way));
        return lesson.withLoss(network.loss(pass.answer(), batch.targets()));
    }

    private final class Gathering implements Backward {
        private final Lesson lesson;
        private final FeedbackPath.Way way;

        Gathering(Lesson lesson, FeedbackPath.Way way) {
            this.lesson = lesson;
            this.way = way;
        }

        @Override
        public void learn(Synapse synapse, FMatrixRMaj inputs, FMatrixRMaj deltas) {
            lesson.add(synapse, inputs, deltas, 1);
        }

        @Override
        public FMatrixRMaj below(Connection at, FMatrixRMaj deltas) {
            return path.below(at, deltas, way);
        }
    }

    @Override
    public Answer answer(FMatrixRMaj inputs, Occasion occasion) {
        return network.forward(inputs, occasion).answer();
    }

    @Override
    public List<OwnMatrix> matrices() {
        return path.matrices();
    }

    @Override
    public float decay() {
        return path.decay();
    }

    @Override
    public void startEpoch(long epoch) {
        path.startEpoch(epoch);
    }

    @Override
    public void prepare() {
        path.prepare();
    }

    @Override
    public Optional<FMatrixRMaj> feedbackOf(int synapse) {
        return path.feedbackOf(synapse);
    }

    @Override
    public FMatrixRMaj exactFeedbackOf(int synapse, Weights realised) {
        return path.exactFeedbackOf(synapse, realised);
    }
}
