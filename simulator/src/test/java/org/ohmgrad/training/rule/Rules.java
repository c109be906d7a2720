package org.ohmgrad.training.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.training.optimizer.Adagrad;
import org.ohmgrad.training.optimizer.Adam;
import org.ohmgrad.training.optimizer.Adamw;
import org.ohmgrad.training.optimizer.Momentum;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.optimizer.Rmsprop;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.update.LevelScheme;

/** One or more of every learning rule, and of every optimizer. */
public final class Rules {
    private Rules() {}

    /** A rule from outside: backpropagation that leaves the first layer as it is. */
    record FrozenFirstLayer() implements CustomLearningRule {
        @Override
        public Needs needs() {
            return Needs.transposedRead();
        }

        @Override
        public Learner start(LearningContext context) {
            return new FeedbackLearner(
                    context.network(),
                    new TransposedRead(context.network()),
                    firstTrained(context.network().depth()));
        }

        @Override
        public int firstTrained(int depth) {
            return Math.min(1, depth - 1);
        }
    }

    /** Every rule by its defaults, with matrices of its own wherever they can be, and a few that differ from their defaults. */
    public static List<LearningRule> all() {
        List<LearningRule> all = new ArrayList<>(List.of(new FrozenFirstLayer()));
        for (FeedbackPlace on : FeedbackPlace.values()) {
            all.add(new KolenPollack(on, 0.02));
        }
        kinds(LearningRule.class).stream()
                .filter(Class::isRecord)
                .flatMap(kind -> Defaults.everywhere(kind).stream())
                .forEach(rule -> all.add((LearningRule) rule));
        return all;
    }

    /** Whether a rule learns from the difference of two reads of the same matrix. */
    public static boolean comparesReads(LearningRule rule) {
        return rule.needs().forwardReads() > 1;
    }

    /** Every kind of rule, those of sealed families among them. */
    public static List<Class<?>> kinds(Class<?> family) {
        return Arrays.stream(family.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind).stream() : Stream.of(kind))
                .toList();
    }

    public static List<Optimizer> optimizers() {
        return List.of(
                new Sgd(),
                new Momentum(0.9),
                new Adagrad(1e-8),
                new Rmsprop(0.9, 1e-8),
                new Adam(0.9, 0.999, 1e-8),
                new Adamw(0.9, 0.999, 1e-8, 0.01));
    }

    /** Every scheme that writes target levels, by its defaults. */
    public static List<LevelScheme> schemes() {
        return kinds(LevelScheme.class).stream()
                .flatMap(kind -> Defaults.everywhere(kind).stream())
                .map(LevelScheme.class::cast)
                .toList();
    }

    /** A learning rate at which an optimizer trains the small networks of these tests steadily. */
    public static double rate(Optimizer optimizer) {
        return optimizer instanceof Sgd || optimizer instanceof Momentum ? 0.05 : 0.005;
    }
}
