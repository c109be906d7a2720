package org.ohmgrad.network;

import java.util.function.Supplier;
import org.ejml.data.FMatrixRMaj;

/** One layer's part of a forward pass: what it was fed and gave, and the way back through it. */
public interface Stage {
    /** What the layer was fed, examples x inputs; not to be modified. */
    FMatrixRMaj input();

    /** What the layer gave, examples x outputs; not to be modified. */
    FMatrixRMaj output();

    /**
     * Carries an error back and tells of every synapse what its gradient is made of.
     *
     * @param error at the layer's output, examples x outputs; overwritten
     * @return the error at the layer's input, examples x inputs, read when it is asked for, at most once
     */
    Supplier<FMatrixRMaj> back(FMatrixRMaj error, Backward way);
}
