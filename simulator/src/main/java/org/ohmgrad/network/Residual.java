package org.ohmgrad.network;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Layers with a way around them (K. He et al., CVPR 2016): what comes in is added, digitally, to what the layers give.
 *
 * <p>Where the last of its layers is dense, it may stand behind an image of as many numbers as it has units: the image is then
 * taken number by number, channel by channel and line by line as dense layers read it, and the block gives features, no image.
 *
 * @param layers at least one; what they give has the shape of what comes in, or as many features
 * @param activation what is done to the sum
 */
public record Residual(
        List<LayerSettings> layers, @Default("\"identity\"") LayerActivation activation) implements LayerSettings {
    /** Refuses a block of nothing. */
    public Residual {
        Check.that()
                .rule("layers", !layers.isEmpty(), "must hold at least one layer")
                .holds();
        layers = List.copyOf(layers);
    }

    @Override
    public Shape outputs(Shape inputs) {
        Shape now = LayerSettings.through(layers, inputs, (layer, shape) -> {});
        if (now.features() != inputs.features() || (now.isImage() && !now.equals(inputs))) {
            throw new IllegalArgumentException(
                    "gets " + inputs + " but its layers give " + now + ", which cannot be added to it");
        }
        return now;
    }

    @Override
    public List<MatrixSize> matrices(Shape inputs) {
        List<MatrixSize> all = new ArrayList<>();
        LayerSettings.through(layers, inputs, (layer, shape) -> all.addAll(layer.matrices(shape)));
        return all;
    }

    @Override
    public Layer build(Shape inputs, Activation usual, Iterator<Synapse> synapses) {
        List<Layer> built = new ArrayList<>();
        Shape now = inputs;
        for (LayerSettings layer : layers) {
            built.add(layer.build(now, usual, synapses));
            now = layer.outputs(now);
        }
        return new Block(built, activation.or(usual));
    }

    private record Block(List<Layer> layers, Activation activation) implements Layer {
        @Override
        public List<Connection> connections() {
            return layers.stream()
                    .flatMap(layer -> layer.connections().stream())
                    .toList();
        }

        @Override
        public Stage forward(FMatrixRMaj inputs, Occasion occasion) {
            List<Stage> stages = Chain.forward(layers, inputs, occasion);
            FMatrixRMaj sum = stages.get(stages.size() - 1).output().copy();
            CommonOps_FDRM.addEquals(sum, inputs);
            return new BlockStage(stages, activation, inputs, activation.of(sum));
        }
    }

    private record BlockStage(List<Stage> stages, Activation activation, FMatrixRMaj input, FMatrixRMaj output)
            implements Stage {
        @Override
        public Supplier<FMatrixRMaj> back(FMatrixRMaj error, Backward way) {
            activation.carryBack(output, error);
            FMatrixRMaj around = error.copy();
            Supplier<FMatrixRMaj> through = Chain.back(stages, 0, () -> error, way);
            return () -> {
                FMatrixRMaj below = through.get();
                CommonOps_FDRM.addEquals(below, around);
                return below;
            };
        }
    }
}
