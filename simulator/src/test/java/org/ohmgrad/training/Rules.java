package org.ohmgrad.training;

import java.util.ArrayList;
import java.util.List;

/** One or more of every learning rule, and of every optimizer. */
final class Rules {
    private Rules() {}

    /** A rule from outside: backpropagation that leaves the first layer as it is. */
    record FrozenFirstLayer() implements CustomLearningRule {
        @Override
        public FeedbackPath start(FeedbackContext context) {
            return new TransposedRead(context.network());
        }

        @Override
        public int firstTrainedLayer(int depth) {
            return Math.min(1, depth - 1);
        }
    }

    static List<LearningRule> all() {
        List<LearningRule> all =
                new ArrayList<>(List.of(new Backpropagation(), new LastLayer(0.5), new FrozenFirstLayer()));
        for (FeedbackPlace on : FeedbackPlace.values()) {
            all.add(new FeedbackAlignment(on));
            all.add(new DirectFeedbackAlignment(on));
            all.add(new SignSymmetric(on));
            all.add(new KolenPollack(on, 0));
            all.add(new KolenPollack(on, 0.02));
        }
        addUnnamedKinds(all);
        return all;
    }

    /** A rule that nobody has named above is tested as its defaults make it. */
    private static void addUnnamedKinds(List<LearningRule> all) {
        for (Class<?> kind : LearningRule.class.getPermittedSubclasses()) {
            if (kind.isRecord() && all.stream().noneMatch(kind::isInstance)) {
                all.add((LearningRule) Defaults.instance(kind));
            }
        }
    }

    static List<Optimizer> optimizers() {
        return List.of(
                new Sgd(),
                new Momentum(0.9),
                new Adagrad(1e-8),
                new Rmsprop(0.9, 1e-8),
                new Adam(0.9, 0.999, 1e-8),
                new Adamw(0.9, 0.999, 1e-8, 0.01));
    }

    static List<LevelScheme> schemes() {
        return List.of(new NearestLevel(), new StochasticRounding(), new AccumulateAndProgram());
    }

    /** A learning rate at which an optimizer trains the small networks of these tests steadily. */
    static double rate(Optimizer optimizer) {
        return optimizer instanceof Sgd || optimizer instanceof Momentum ? 0.05 : 0.005;
    }
}
