package org.ohmgrad.training.update;

import java.util.List;

/** How a wanted change of the weights, far smaller than what a cell can be told apart by, gets into the cells. */
public sealed interface UpdateScheme permits LevelScheme, PulsedScheme {
    /** The updates of one matrix, with arrays of their own if the scheme needs any. */
    MatrixUpdate start(UpdateContext context);

    /** Numbers of full precision that the scheme keeps for each weight in digital memory. */
    int memories();

    /** Whether digital memory holds a target level for each weight. */
    boolean keepsTargets();

    /** Whether the scheme works from the gradient, which then is computed; else from inputs and deltas. */
    boolean formsGradient();

    /**
     * Why the scheme cannot work under some conditions; empty if it can.
     *
     * @return sentences that begin with "must" or "needs" or "cannot"
     */
    default List<String> objections(UpdateConditions under) {
        return List.of();
    }
}
