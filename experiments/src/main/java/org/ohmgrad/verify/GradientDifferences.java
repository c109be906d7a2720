package org.ohmgrad.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ohmgrad.network.Activation;
import org.ohmgrad.network.Loss;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.gradient.Batch;
import org.ohmgrad.training.rule.Backpropagation;

/** Gradients of small networks on a chip beside differences of the loss, computed elsewhere in double precision. */
record GradientDifferences(Chip chip) implements Check {
    private static final int[] WIDTHS = {5, 6, 4, 3};
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-5;

    @Override
    public String title() {
        return "Gradients of a float network, 5-6-4-3 units, against central differences of its loss";
    }

    @Override
    public String measure() {
        return "errors over the largest derivative";
    }

    @Override
    public List<Comparison> run() {
        List<Comparison> comparisons = new ArrayList<>();
        for (Activation activation : List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU)) {
            for (Loss loss : Loss.values()) {
                comparisons.add(compare(activation, loss));
            }
        }
        return comparisons;
    }

    private Comparison compare(Activation activation, Loss loss) {
        NetworkSettings settings = SmallNetwork.settings(activation, loss);
        Batch batch = SmallNetwork.batch(0);
        double[] gradients = new SmallNetwork(settings, chip, new Backpropagation()).gradients(batch);
        double[] parameters = SmallNetwork.flat(SmallNetwork.weights(settings));
        var worst = new Worst();
        worst.addRelative(gradients, new PlainNetwork(WIDTHS, activation, loss).differences(parameters, batch, STEP));
        return worst.within(TOLERANCE, words(activation) + ", " + words(loss));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
