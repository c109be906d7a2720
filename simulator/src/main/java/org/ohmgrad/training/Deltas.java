package org.ohmgrad.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.network.Network;
import org.ohmgrad.network.Pass;
import org.ohmgrad.random.Occasion;

/** Carries the output's error down to the lowest layer that learns. */
final class Deltas {
    private Deltas() {}

    /** Gradients with respect to the weighted sums, by layer; below {@code firstLayer} there are empty matrices. */
    static List<FMatrixRMaj> of(
            Network network, Pass pass, FMatrixRMaj targets, FeedbackPath feedback, int firstLayer, Occasion occasion) {
        int last = network.depth() - 1;
        List<FMatrixRMaj> deltas = new ArrayList<>(Collections.nCopies(network.depth(), new FMatrixRMaj(0, 0)));
        deltas.set(last, network.lastDelta(pass, targets));
        for (int layer = last - 1; layer >= firstLayer; layer--) {
            FMatrixRMaj error = feedback.errorOf(layer, deltas, occasion);
            network.layer(layer).activation().carryBack(pass.outputOf(layer), error);
            deltas.set(layer, error);
        }
        return deltas;
    }
}
