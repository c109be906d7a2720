package org.ohmgrad.tile;

/** The transposed read senses every line as it is. */
public record NoTransposedErrors() implements TransposedErrors {
    @Override
    public LineResponse of(int lines, long seed, String place) {
        return LineResponse.exact();
    }
}
