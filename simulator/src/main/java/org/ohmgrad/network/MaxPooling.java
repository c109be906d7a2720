package org.ohmgrad.network;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Keeps the largest number of every window of every channel, digitally; the error goes back to where it stood, to the first
 * place if several are as large.
 *
 * @param size height and width of a window
 * @param stride from one window to the next
 */
public record MaxPooling(
        @Default("2") int size, @Default("2") int stride) implements LayerSettings {
    private static final int LARGEST = 1_024;

    /** Refuses windows of nothing. */
    public MaxPooling {
        Check.that()
                .inRange("size", size, 1, LARGEST)
                .inRange("stride", stride, 1, LARGEST)
                .holds();
    }

    /** As a file that gives no key has it. */
    public MaxPooling() {
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
            int channels = windows.image().channels();
            FMatrixRMaj outputs = new FMatrixRMaj(inputs.numRows, channels * windows.count());
            int[] sources = new int[outputs.data.length];
            for (int k = 0; k < sources.length; k++) {
                int inExample = k % outputs.numCols;
                sources[k] = k / outputs.numCols * inputs.numCols
                        + largest(
                                inputs,
                                k / outputs.numCols * inputs.numCols,
                                inExample / windows.count(),
                                inExample % windows.count());
                outputs.data[k] = inputs.data[sources[k]];
            }
            return new PoolingStage(inputs, outputs, sources);
        }

        private int largest(FMatrixRMaj inputs, int example, int channel, int window) {
            int best = windows.at(window, channel, 0, 0);
            for (int k = 1; k < windows.size() * windows.size(); k++) {
                int at = windows.at(window, channel, k / windows.size(), k % windows.size());
                best = inputs.data[example + at] > inputs.data[example + best] ? at : best;
            }
            return best;
        }
    }

    /** Not a record: its array is no value. */
    private static final class PoolingStage implements Stage {
        private final FMatrixRMaj input;
        private final FMatrixRMaj output;
        private final int[] sources;

        PoolingStage(FMatrixRMaj input, FMatrixRMaj output, int... sources) {
            this.input = input;
            this.output = output;
            this.sources = sources;
        }

        @Override
        public FMatrixRMaj input() {
            return input;
        }

        @Override
        public FMatrixRMaj output() {
            return output;
        }

        @Override
        public Supplier<FMatrixRMaj> back(FMatrixRMaj error, Backward way) {
            FMatrixRMaj below = new FMatrixRMaj(input.numRows, input.numCols);
            for (int k = 0; k < sources.length; k++) {
                below.data[sources[k]] += error.data[k];
            }
            return () -> below;
        }
    }
}
