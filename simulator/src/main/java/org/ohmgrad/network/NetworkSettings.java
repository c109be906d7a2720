package org.ohmgrad.network;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;

/**
 * A fully connected network; its first and last widths come from the data.
 *
 * @param hidden widths of the hidden layers, from the input on; may be empty
 * @param activation activation of the hidden layers
 * @param loss what training makes small
 * @param output activation of the last layer
 * @param initialisation law of the initial weights
 * @param biases law of the initial biases
 */
public record NetworkSettings(
        List<Integer> hidden,
        Activation activation,
        Loss loss,
        @Default("\"by-loss\"") OutputActivation output,
        @Default("{\"type\": \"xavier\"}") Initialisation initialisation,
        @Default("{\"type\": \"zero\"}") Initialisation biases) {
    private static final int WIDEST = 32_768;
    /** More than anybody trains without residual connections. */
    private static final int DEEPEST = 1_000;

    /** Refuses empty layers and layers too wide for a matrix between two of them, softmax in hidden layers, and a loss that is not defined for the output. */
    public NetworkSettings {
        Check.that()
                .rule(
                        "hidden",
                        hidden.size() <= DEEPEST,
                        "must have at most " + DEEPEST + " layers but has " + hidden.size())
                .rule(
                        "hidden",
                        hidden.size() > DEEPEST || hidden.stream().allMatch(width -> width >= 1 && width <= WIDEST),
                        "must hold widths in [1, " + WIDEST + "] but is " + hidden)
                .rule("activation", activation != Activation.SOFTMAX, "must not be softmax in hidden layers")
                .rule("output", loss.fits(output.under(loss)), "must be an activation that the loss is defined for")
                .holds();
        hidden = List.copyOf(hidden);
    }

    /** Number of layers. */
    public int depth() {
        return hidden.size() + 1;
    }

    private List<Integer> widths(int inputs, int outputs) {
        List<Integer> widths = new ArrayList<>(List.of(inputs));
        widths.addAll(hidden);
        widths.add(outputs);
        return widths;
    }

    /** Initial weights and biases of a seed, the same whatever the hardware. */
    public Weights initialWeights(int inputs, int outputs, long seed) {
        List<Integer> widths = widths(inputs, outputs);
        List<FMatrixRMaj> matrices = new ArrayList<>();
        List<FMatrixRMaj> bias = new ArrayList<>();
        for (int layer = 1; layer < widths.size(); layer++) {
            int in = widths.get(layer - 1);
            int out = widths.get(layer);
            String place = "layer" + layer;
            matrices.add(initialisation.draw(in, out, new Draws(seed, Phase.INIT.stream(place + "/weights"))));
            bias.add(biases.drawBias(in, out, new Draws(seed, Phase.INIT.stream(place + "/bias"))));
        }
        return new Weights(matrices, bias);
    }

    /**
     * A network with its matrices written onto a chip.
     *
     * @param weights initial weights; not modified
     * @param clock the chip's clock
     * @param seed seed of the run
     */
    public Network build(Weights weights, Chip chip, Clock clock, long seed) {
        List<Layer> layers = new ArrayList<>();
        for (int layer = 0; layer < weights.depth(); layer++) {
            TileGrid grid = new TileGrid(chip, weights.matrices().get(layer), clock, seed, "layer" + (layer + 1));
            Activation at = layer == weights.depth() - 1 ? output.under(loss) : activation;
            layers.add(new Layer(grid, weights.biases().get(layer).copy(), at));
        }
        return new Network(layers, loss);
    }
}
