package org.ohmgrad.experiment;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ohmgrad.data.Examples;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Pass;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;

/**
 * One noisy pass of a data set through a network.
 *
 * @param accuracy share of the examples whose largest output is the right one
 * @param loss mean loss
 */
record Evaluation(double accuracy, double loss) {
    private static final int PIECE = 500;

    /** Reads every example once; the network's cells first drift to the clock's time. */
    static Evaluation of(Network network, Examples examples, Phase phase, int epoch) {
        network.refresh();
        long right = 0;
        double loss = 0;
        for (int start = 0; start < examples.count(); start += PIECE) {
            int end = Math.min(examples.count(), start + PIECE);
            Examples piece = examples.select(IntStream.range(start, end).toArray());
            Pass pass = network.forward(piece.inputs(), new Occasion(phase, epoch, start));
            loss += network.loss(pass, piece.targets()) * piece.count();
            right += countRight(pass, piece.labels());
        }
        return new Evaluation(right / (double) examples.count(), loss / examples.count());
    }

    private static long countRight(Pass pass, int[] labels) {
        int width = pass.output().numCols;
        long right = 0;
        for (int row = 0; row < labels.length; row++) {
            float[] outputs = Arrays.copyOfRange(pass.output().data, row * width, (row + 1) * width);
            right += largest(outputs) == labels[row] ? 1 : 0;
        }
        return right;
    }

    private static int largest(float[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }
}
