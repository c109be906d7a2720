package org.ohmgrad.crossbar.plane;

import java.util.List;
import java.util.function.Function;

/**
 * The same thing for each direction of read; one object where both directions share it.
 *
 * @param forward of forward reads
 * @param transposed of transposed reads
 */
public record Sides<T>(T forward, T transposed) {
    /** A thing of its own for each direction. */
    public static <T> Sides<T> of(Function<Direction, T> maker) {
        return new Sides<>(maker.apply(Direction.FORWARD), maker.apply(Direction.TRANSPOSED));
    }

    /** That of a direction. */
    public T at(Direction direction) {
        return direction.driven(forward, transposed);
    }

    /** Both directions, or the forward one alone if it shares its thing with the other. */
    public List<Direction> directions() {
        return forward == transposed ? List.of(Direction.FORWARD) : List.of(Direction.values());
    }

    /** Each of the things once: both, or the one that the directions share. */
    public List<T> distinct() {
        return directions().stream().map(this::at).toList();
    }
}
