package org.ohmgrad.network;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Occasion;

/**
 * One step of a network: carries activations forward and errors back. What learns in it are its synapses; what it does besides
 * is digital.
 */
public interface Layer {
    /**
     * Carries a batch through.
     *
     * @param inputs examples x inputs; not modified, but kept in the stage
     * @param occasion decides the noise drawn
     */
    Stage forward(FMatrixRMaj inputs, Occasion occasion);

    /** Its synapses in the order in which signals pass them; empty if it has none. */
    List<Connection> connections();
}
