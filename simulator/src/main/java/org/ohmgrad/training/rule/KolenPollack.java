package org.ohmgrad.training.rule;

import java.util.List;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Kolen-Pollack learning (J. F. Kolen and J. B. Pollack, 1994; M. Akrout et al., NeurIPS 2019): the feedback matrix starts
 * at random and receives the same updates as the weights, so that both come together, the faster the stronger both decay.
 *
 * @param on where the feedback matrices are kept; on the chip they receive the updates through the chip's update scheme
 * @param decay pull of both matrices toward zero, added to the gradient as decay times the matrix
 */
@Called("Kolen-Pollack")
public record KolenPollack(
        @Default("\"digital\"") FeedbackPlace on,
        @Default("0") double decay) implements FeedbackRule {
    /** Refuses a decay outside [0, 1]. */
    public KolenPollack {
        Check.that().inRange("decay", decay, 0, 1).holds();
    }

    /** As a file that gives no key has it. */
    public KolenPollack() {
        this(FeedbackPlace.DIGITAL, 0);
    }

    @Override
    public Needs needs() {
        return Needs.matricesOfItsOwn();
    }

    @Override
    public FeedbackPath path(LearningContext context) {
        return new Learned(context.perConnection(at -> context.randomLike(at.synapse()), on).stream()
                .map(context::learning)
                .toList());
    }

    @Override
    public boolean asksForWeights() {
        return decay > 0;
    }

    private final class Learned extends FeedbackMatrices {
        Learned(List<OwnMatrix> matrices) {
            super(matrices);
        }

        @Override
        public float decay() {
            return (float) decay;
        }
    }
}
