package org.ohmgrad.tile.correction;

import org.ohmgrad.random.Origin;

/** The transposed read senses every line as it is. */
public record NoTransposedErrors() implements TransposedErrors {
    @Override
    public LineResponse of(int lines, Origin origin) {
        return LineResponse.exact();
    }
}
