package org.ohmgrad.network;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.LayerSettings.MatrixSize;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;

/**
 * A network: its hidden layers, as widths of dense layers or one by one, and a last dense layer whose width comes from the data.
 *
 * @param hidden widths of the hidden layers, from the input on, where all of them are dense; may be empty; left out where "layers"
 *     names them
 * @param activation activation of the hidden layers
 * @param loss what training makes small
 * @param output activation of the last layer
 * @param initialisation law of the initial weights
 * @param biases law of the initial biases
 * @param layers the hidden layers, from the input on, of any kind
 */
public record NetworkSettings(
        @Default(value = "[]", where = "layers") List<Integer> hidden,
        Activation activation,
        Loss loss,
        @Default("\"by-loss\"") OutputActivation output,
        @Default("{\"type\": \"xavier\"}") Initialisation initialisation,
        @Default("{\"type\": \"zero\"}") Initialisation biases,
        @Default("[]") List<LayerSettings> layers) {
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
                        hidden.size() > DEEPEST
                                || hidden.stream().allMatch(width -> width >= 1 && width <= Dense.WIDEST),
                        "must hold widths in [1, " + Dense.WIDEST + "] but is " + hidden)
                .rule("activation", activation != Activation.SOFTMAX, "must not be softmax in hidden layers")
                .rule("output", loss.fits(output.under(loss)), "must be an activation that the loss is defined for")
                .rule(
                        "layers",
                        layers.isEmpty() || hidden.isEmpty(),
                        "and hidden name the hidden layers both: leave one of them out")
                .rule(
                        "layers",
                        layers.size() <= DEEPEST,
                        "must have at most " + DEEPEST + " layers but has " + layers.size())
                .holds();
        hidden = List.copyOf(hidden);
        layers = List.copyOf(layers);
    }

    /** A network of dense layers. */
    public NetworkSettings(
            List<Integer> hidden,
            Activation activation,
            Loss loss,
            OutputActivation output,
            Initialisation initialisation,
            Initialisation biases) {
        this(hidden, activation, loss, output, initialisation, biases, List.of());
    }

    /** The hidden layers, however they are spelt. */
    public List<LayerSettings> hiddenLayers() {
        return layers.isEmpty()
                ? hidden.stream()
                        .<LayerSettings>map(width -> new Dense(width, LayerActivation.BY_NETWORK))
                        .toList()
                : layers;
    }

    /** Whether every layer is dense. */
    public boolean isDense() {
        return layers.stream().allMatch(LayerSettings::isDense);
    }

    /**
     * The weight matrices, from the input on.
     *
     * @throws UnfitLayer naming the layer that cannot take what it gets
     */
    public List<MatrixSize> matrices(Shape inputs, int outputs) {
        List<MatrixSize> all = new ArrayList<>();
        Shape now = LayerSettings.through(hiddenLayers(), inputs, (layer, shape) -> all.addAll(layer.matrices(shape)));
        all.add(new MatrixSize(now.features(), outputs));
        return all;
    }

    /** Initial weights and biases of a seed, the same whatever the hardware. */
    public Weights initialWeights(int inputs, int outputs, long seed) {
        return initialWeights(Shape.of(inputs), outputs, seed);
    }

    /** Initial weights and biases of a seed, the same whatever the hardware. */
    public Weights initialWeights(Shape inputs, int outputs, long seed) {
        List<FMatrixRMaj> drawn = new ArrayList<>();
        List<FMatrixRMaj> bias = new ArrayList<>();
        for (MatrixSize size : matrices(inputs, outputs)) {
            String place = Synapse.name(drawn.size());
            drawn.add(initialisation.draw(
                    size.rows(), size.cols(), new Draws(seed, Phase.INIT.stream(place + "/weights"))));
            bias.add(biases.drawBias(size.rows(), size.cols(), new Draws(seed, Phase.INIT.stream(place + "/bias"))));
        }
        return new Weights(drawn, bias);
    }

    /** A network of features that have no shape; see {@link #build(Shape, Weights, Chip, Clock, long)}. */
    public Network build(Weights weights, Chip chip, Clock clock, long seed) {
        return build(Shape.of(weights.matrices().get(0).numRows), weights, chip, clock, seed);
    }

    /**
     * A network with its matrices written onto a chip.
     *
     * @param inputs shape of an example
     * @param weights initial weights; not modified
     * @param clock the chip's clock
     * @param seed seed of the run
     * @throws IllegalArgumentException naming the layer that cannot take what it gets
     */
    public Network build(Shape inputs, Weights weights, Chip chip, Clock clock, long seed) {
        Iterator<Synapse> synapses = IntStream.range(0, weights.depth())
                .mapToObj(k -> new Synapse(
                        k,
                        new TileGrid(chip, weights.matrices().get(k), clock, new Origin(seed, Synapse.name(k))),
                        weights.biases().get(k).copy()))
                .toList()
                .iterator();
        List<Layer> built = new ArrayList<>();
        Shape now = inputs;
        for (LayerSettings layer : hiddenLayers()) {
            built.add(layer.build(now, activation, synapses));
            now = layer.outputs(now);
        }
        return new Network(built, new DenseLayer(synapses.next(), output.under(loss)), loss);
    }
}
