package org.ohmgrad.verify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.Backpropagation;
import org.ohmgrad.training.DirectFeedbackAlignment;
import org.ohmgrad.training.FeedbackAlignment;
import org.ohmgrad.training.FeedbackPlace;
import org.ohmgrad.training.KolenPollack;
import org.ohmgrad.training.LastLayer;
import org.ohmgrad.training.LearningRule;
import org.ohmgrad.training.SignSymmetric;

/** On a chip without imperfections every rule learns what it learns in float. */
record IdealChipLearning(Chip chip) implements Check {
    private static final int STEPS = 200;
    private static final double TOLERANCE = 1e-5;

    /** One of every rule, with feedback matrices on the chip where the rule has any. */
    static Map<String, LearningRule> rules() {
        Map<String, LearningRule> rules = new LinkedHashMap<>();
        rules.put("backpropagation", new Backpropagation());
        rules.put("feedback-alignment", new FeedbackAlignment(FeedbackPlace.CHIP));
        rules.put("direct-feedback-alignment", new DirectFeedbackAlignment(FeedbackPlace.CHIP));
        rules.put("sign-symmetric", new SignSymmetric(FeedbackPlace.CHIP));
        rules.put("kolen-pollack", new KolenPollack(FeedbackPlace.CHIP, 0.02));
        rules.put("last-layer", new LastLayer(0.5));
        return rules;
    }

    @Override
    public String title() {
        return "Weights after " + STEPS + " updates on an ideal chip against float";
    }

    @Override
    public String measure() {
        return "errors over the largest change of a weight";
    }

    @Override
    public List<Comparison> run() {
        return rules().entrySet().stream()
                .map(rule -> compare(rule.getKey(), rule.getValue()))
                .toList();
    }

    private Comparison compare(String name, LearningRule rule) {
        NetworkSettings settings = SmallNetwork.settings(Activation.TANH, Loss.MEAN_SQUARED_ERROR);
        var inFloat = new SmallNetwork(settings, Chip.exactNumbers(), rule);
        var onChip = new SmallNetwork(settings, chip, rule);
        double[] before = inFloat.parameters();
        inFloat.train(STEPS);
        onChip.train(STEPS);
        var worst = new Worst();
        worst.addRelative(change(onChip.parameters(), before), change(inFloat.parameters(), before));
        return worst.within(TOLERANCE, name);
    }

    private static double[] change(double[] after, double... before) {
        double[] change = new double[after.length];
        for (int k = 0; k < change.length; k++) {
            change[k] = after[k] - before[k];
        }
        return change;
    }
}
