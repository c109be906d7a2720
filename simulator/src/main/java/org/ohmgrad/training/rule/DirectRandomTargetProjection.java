package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Connection;
import org.ohmgrad.settings.Default;

/**
 * Direct random target projection (C. Frenkel, M. Lefebvre and D. Bol, Frontiers in Neuroscience 15:629892, 2021): every hidden
 * layer gets the target itself, through a fixed random matrix of its own, in the place of an error; only the last layer learns
 * from the error. No layer waits for those above it, and nothing goes back.
 *
 * @param on where the random matrices are kept
 */
public record DirectRandomTargetProjection(
        @Default("\"digital\"") FeedbackPlace on) implements FeedbackRule {
    /** As a file that gives no key has it. */
    public DirectRandomTargetProjection() {
        this(FeedbackPlace.DIGITAL);
    }

    @Override
    public Needs needs() {
        return Needs.matricesOfItsOwn().and(Needs.Besides.TARGET_AT_EVERY_LAYER);
    }

    @Override
    public FeedbackPath path(LearningContext context) {
        int outputs = context.network().last().synapse().weights().cols();
        return new Projections(context.perConnection(at -> context.random(at.inputs(), outputs, at.synapse()), on));
    }

    private static final class Projections extends FeedbackMatrices {
        Projections(List<OwnMatrix> matrices) {
            super(matrices);
        }

        @Override
        public FMatrixRMaj below(Connection at, FMatrixRMaj deltas, Way way) {
            return matrixOf(at.synapse().number()).read(way.targets(), way.occasion());
        }

        /** What they carry is no error. */
        @Override
        public Optional<FMatrixRMaj> feedbackOf(int synapse) {
            return Optional.empty();
        }
    }
}
