package org.ohmgrad.training;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Initialisation;
import org.ohmgrad.network.Network;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;

/**
 * What a learning rule may build its feedback path from.
 *
 * @param network the network that is about to learn
 * @param chip the chip that the network stands on
 * @param clock the chip's clock
 * @param initialisation law of the network's initial weights, which random feedback matrices follow
 * @param optimizer the network's optimizer
 * @param scheme the network's update scheme
 * @param seed seed of the run
 */
public record FeedbackContext(
        Network network,
        Chip chip,
        Clock clock,
        Initialisation initialisation,
        Optimizer optimizer,
        UpdateScheme scheme,
        long seed) {
    /** One grid for every layer but the last. */
    public List<TileGrid> belowLast(IntFunction<TileGrid> gridOfLayer) {
        return IntStream.range(0, network.depth() - 1).mapToObj(gridOfLayer).toList();
    }

    /** A random matrix by the law of the initial weights, drawn for one layer's feedback: the same on any hardware. */
    public FMatrixRMaj random(int rows, int cols, int layer) {
        return initialisation.draw(rows, cols, new Draws(seed, Phase.INIT.stream(place(layer))));
    }

    /** A random matrix shaped as the weights above a layer. */
    public FMatrixRMaj randomLikeAbove(int layer) {
        TileGrid above = network.layer(layer + 1).weights();
        return random(above.rows(), above.cols(), layer);
    }

    /**
     * Puts a layer's feedback matrix where it shall be, transposed, so that a forward read carries the error.
     *
     * @param matrix in the orientation of the weights that it stands for; not modified
     */
    public TileGrid place(FMatrixRMaj matrix, FeedbackPlace on, int layer) {
        Chip where = on == FeedbackPlace.CHIP ? chip : Chip.exactNumbers();
        return new TileGrid(where, CommonOps_FDRM.transpose(matrix, null), clock, seed, place(layer));
    }

    /** The update of a layer's feedback matrix by the network's optimizer, and on the chip by its update scheme. */
    public MatrixUpdate updateOf(TileGrid matrix, int layer) {
        return scheme.start(matrix, optimizer, seed, place(layer));
    }

    private static String place(int layer) {
        return "feedback" + (layer + 2);
    }
}
