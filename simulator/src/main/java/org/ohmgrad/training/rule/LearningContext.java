package org.ohmgrad.training.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.network.Connection;
import org.ohmgrad.network.Initialisation;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Synapse;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.update.MatrixUpdate;
import org.ohmgrad.training.update.UpdateContext;
import org.ohmgrad.training.update.UpdateScheme;

/**
 * What a learning rule may start from.
 *
 * @param network the network that is about to learn
 * @param chip the chip that the network stands on
 * @param clock the chip's clock
 * @param initialisation law of the network's initial weights, which random feedback matrices follow
 * @param optimizer the network's optimizer
 * @param scheme the network's update scheme
 * @param seed seed of the run
 */
public record LearningContext(
        Network network,
        Chip chip,
        Clock clock,
        Initialisation initialisation,
        Optimizer optimizer,
        UpdateScheme scheme,
        long seed) {
    /** One matrix of its own for every connection that an error passes: all but the lowest. */
    public List<OwnMatrix> perConnection(Function<Connection, FMatrixRMaj> matrix, FeedbackPlace on) {
        return network.connections().stream()
                .skip(1)
                .map(at -> place(matrix.apply(at), on, at.synapse()))
                .toList();
    }

    /** A random matrix by the law of the initial weights, drawn for the feedback of a synapse: the same on any hardware. */
    public FMatrixRMaj random(int rows, int cols, Synapse of) {
        return initialisation.draw(rows, cols, new Draws(seed, Phase.INIT.stream(feedback(of))));
    }

    /** A random matrix of standard normal numbers, drawn for a matrix beside a synapse: the same on any hardware. */
    public FMatrixRMaj standardNormals(int rows, int cols, Synapse of) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        new Draws(seed, Phase.INIT.stream(feedback(of))).normals(0, 0, matrix.data, 0, matrix.data.length);
        return matrix;
    }

    /** A random matrix shaped as the weights of a synapse. */
    public FMatrixRMaj randomLike(Synapse of) {
        return random(of.weights().rows(), of.weights().cols(), of);
    }

    /**
     * Puts a feedback matrix where it shall be, transposed, so that a forward read carries the error.
     *
     * @param matrix in the orientation of the weights that it stands for; not modified
     * @param of the synapse whose error it carries
     */
    public OwnMatrix place(FMatrixRMaj matrix, FeedbackPlace on, Synapse of) {
        Chip where = on == FeedbackPlace.CHIP ? chip : Chip.exactNumbers();
        FMatrixRMaj stored = CommonOps_FDRM.transpose(matrix, null);
        return new OwnMatrix(of, new TileGrid(where, stored, clock, new Origin(seed, feedback(of))), Optional.empty());
    }

    /** The same matrix, updated by the network's optimizer, and on the chip by its update scheme. */
    public OwnMatrix learning(OwnMatrix matrix) {
        return learning(matrix, optimizer);
    }

    /** The same with an optimizer of its own. */
    public OwnMatrix learning(OwnMatrix matrix, Optimizer own) {
        MatrixUpdate update = scheme.start(new UpdateContext(matrix.grid(), clock, own, seed, feedback(matrix.of())));
        return new OwnMatrix(matrix.of(), matrix.grid(), Optional.of(update));
    }

    private static String feedback(Synapse of) {
        return "feedback" + (of.number() + 1);
    }
}
