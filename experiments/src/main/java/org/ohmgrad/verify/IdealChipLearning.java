package org.ohmgrad.verify;

import java.util.List;
import java.util.Map;
import org.ohmgrad.config.ConfigReader;
import org.ohmgrad.config.Parts;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.LearningRule;

/** On a chip without imperfections every rule learns what it learns in float. */
record IdealChipLearning(Chip chip) implements Check {
    private static final int STEPS = 200;
    private static final double TOLERANCE = 1e-5;

    /** Every rule as a file has it, with matrices of its own on the chip where it has any. */
    static Map<String, LearningRule> rules() {
        return Parts.all(new ConfigReader(), LearningRule.class, Map.of(FeedbackPlace.class, "\"chip\""));
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
        NetworkSettings settings = SmallNetwork.fitting(rule);
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
