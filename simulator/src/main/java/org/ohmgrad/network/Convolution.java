package org.ohmgrad.network;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * A convolution over images (channels x height x width). Its weight matrix (channels x size x size inputs, filters outputs)
 * stands on tiles once; every position of the filters is a read of its own, of the patch that it sees. On the way back each
 * position's error is a transposed read of its own, and patches that overlap add up digitally.
 *
 * @param filters channels of the output
 * @param size height and width of a filter
 * @param stride positions from one patch to the next
 * @param padding lines and columns of zeros around the image
 * @param activation what it does to its weighted sums
 */
public record Convolution(
        int filters,
        int size,
        @Default("1") int stride,
        @Default("0") int padding,
        @Default("\"by-network\"") LayerActivation activation)
        implements LayerSettings {
    private static final int LARGEST = 1_024;

    /** Refuses filters of nothing and padding that a filter could lie in as a whole. */
    public Convolution {
        Check.that()
                .inRange("filters", filters, 1, Dense.WIDEST)
                .inRange("size", size, 1, LARGEST)
                .inRange("stride", stride, 1, LARGEST)
                .inRange("padding", padding, 0, LARGEST)
                .rule("padding", padding < size, "must be below size, or filters would see zeros alone")
                .holds();
    }

    private Windows windows(Shape inputs) {
        return new Windows(inputs, size, stride, padding);
    }

    @Override
    public Shape outputs(Shape inputs) {
        return windows(inputs).outputs(filters);
    }

    @Override
    public List<MatrixSize> matrices(Shape inputs) {
        return List.of(new MatrixSize(windows(inputs).width(), filters));
    }

    @Override
    public Layer build(Shape inputs, Activation usual, Iterator<Synapse> synapses) {
        return new Patches(synapses.next(), windows(inputs), activation.or(usual));
    }

    private static final class Patches implements Layer, Connection {
        private final Synapse synapse;
        private final Windows windows;
        private final int[] places;
        private final Activation activation;

        Patches(Synapse synapse, Windows windows, Activation activation) {
            this.synapse = synapse;
            this.windows = windows;
            this.activation = activation;
            places = windows.places();
        }

        @Override
        public Synapse synapse() {
            return synapse;
        }

        @Override
        public int inputs() {
            return windows.image().features();
        }

        @Override
        public int reads() {
            return windows.count();
        }

        @Override
        public FMatrixRMaj gathered(FMatrixRMaj errors) {
            return windows.gather(places, errors);
        }

        @Override
        public List<Connection> connections() {
            return List.of(this);
        }

        @Override
        public Stage forward(FMatrixRMaj inputs, Occasion occasion) {
            FMatrixRMaj patches = windows.cut(places, inputs);
            FMatrixRMaj sums = synapse.sums(patches, occasion.from(occasion.first() * windows.count()));
            return new PatchStage(this, inputs, patches, windows.byChannel(activation.of(sums)));
        }

        Supplier<FMatrixRMaj> back(PatchStage stage, FMatrixRMaj error, Backward way) {
            activation.carryBack(stage.output, error);
            FMatrixRMaj deltas = windows.byWindow(error);
            way.learn(synapse, stage.patches, deltas);
            return () -> way.below(this, deltas);
        }
    }

    private record PatchStage(Patches layer, FMatrixRMaj input, FMatrixRMaj patches, FMatrixRMaj output)
            implements Stage {
        @Override
        public Supplier<FMatrixRMaj> back(FMatrixRMaj error, Backward way) {
            return layer.back(this, error, way);
        }
    }
}
