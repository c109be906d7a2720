package org.ohmgrad.device.law;

import java.util.List;

/** Reads repeat exactly. */
public record NoReadNoise() implements ReadNoise {
    @Override
    public List<VarianceTerm> terms() {
        return List.of();
    }
}
