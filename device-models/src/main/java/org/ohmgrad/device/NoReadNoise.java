package org.ohmgrad.device;

import java.util.List;

/** Reads repeat exactly. */
public record NoReadNoise() implements ReadNoise {
    @Override
    public List<VarianceTerm> terms() {
        return List.of();
    }
}
