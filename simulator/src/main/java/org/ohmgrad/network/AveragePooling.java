package org.ohmgrad.network;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * The mean of every window of every channel, digitally.
 *
 * @param size height and width of a window
 * @param stride from one window to the next
 */
public record AveragePooling(
        @Default("2") int size, @Default("2") int stride) implements LayerSettings {
    private static final int LARGEST = 1_024;

    /** Refuses windows of nothing. */
    public AveragePooling {
        Check.that()
                .inRange("size", size, 1, LARGEST)
                .inRange("stride", stride, 1, LARGEST)
                .holds();
    }

    /** As a file that gives no key has it. */
    public AveragePooling() {
        this(2, 2);
    }

    private Windows windows(Shape inputs) {
        return new Windows(inputs, size, stride, 0);
    }

    @Override
    public Shape outputs(Shape inputs) {
        return windows(inputs).outputs(inputs.channels());
    }

    @Override
    public List<MatrixSize> matrices(Shape inputs) {
        windows(inputs);
        return List.of();
    }

    @Override
    public Layer build(Shape inputs, Activation usual, Iterator<Synapse> synapses) {
        return new Pooling(windows(inputs));
    }

    private record Pooling(Windows windows) implements Layer {
        @Override
        public List<Connection> connections() {
            return List.of();
        }

        @Override
        public Stage forward(FMatrixRMaj inputs, Occasion occasion) {
            FMatrixRMaj outputs =
                    new FMatrixRMaj(inputs.numRows, windows.image().channels() * windows.count());
            each(inputs.numRows, inputs.numCols, outputs.numCols, (in, out) -> outputs.data[out] += inputs.data[in]);
            divide(outputs);
            return new PoolingStage(this, inputs, outputs);
        }

        private void divide(FMatrixRMaj sums) {
            float share = 1f / (windows.size() * windows.size());
            for (int k = 0; k < sums.data.length; k++) {
                sums.data[k] *= share;
            }
        }

        private interface Pair {
            void of(int in, int out);
        }

        private void each(int examples, int inputs, int outputs, Pair pair) {
            for (int k = 0; k < examples * outputs; k++) {
                int example = k / outputs;
                int channel = k % outputs / windows.count();
                int window = k % windows.count();
                for (int number = 0; number < windows.size() * windows.size(); number++) {
                    int at = windows.at(window, channel, number / windows.size(), number % windows.size());
                    pair.of(example * inputs + at, k);
                }
            }
        }

        Supplier<FMatrixRMaj> back(FMatrixRMaj error) {
            FMatrixRMaj below = new FMatrixRMaj(error.numRows, windows.image().features());
            divide(error);
            each(error.numRows, below.numCols, error.numCols, (in, out) -> below.data[in] += error.data[out]);
            return () -> below;
        }
    }

    private record PoolingStage(Pooling layer, FMatrixRMaj input, FMatrixRMaj output) implements Stage {
        @Override
        public Supplier<FMatrixRMaj> back(FMatrixRMaj error, Backward way) {
            return layer.back(error);
        }
    }
}
