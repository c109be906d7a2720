package org.ohmgrad.tile;

import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * What a chip's maker says of the whole chip, for {@code ohmgrad describe} to set beside what follows from the chip's other
 * constants. It changes no result. 0 and {@code "unknown"} stand for what is not known.
 *
 * @param cells cells of the chip
 * @param tiles tiles of one array of cells each; a differential pair takes two
 * @param operationsPerSecond multiplications and additions a second
 * @param watts power of the whole chip, watt
 * @param tileReadJoules energy of one read of one tile, converters included, joule
 * @param year when it is to come
 * @param learning how it is said to learn
 */
public record Capacity(
        @Default("0") long cells,
        @Default("0") long tiles,
        @Default("0") double operationsPerSecond,
        @Default("0") double watts,
        @Default("0") double tileReadJoules,
        @Default("\"unknown\"") String year,
        @Default("\"unknown\"") String learning) {
    private static final long MOST = 1_000_000_000_000_000L;

    /** Refuses what is negative. */
    public Capacity {
        Check.that()
                .inRange("cells", cells, 0, MOST)
                .inRange("tiles", tiles, 0, MOST)
                .notNegative("operationsPerSecond", operationsPerSecond)
                .notNegative("watts", watts)
                .notNegative("tileReadJoules", tileReadJoules)
                .holds();
    }

    /** As a file that gives no key has it. */
    public Capacity() {
        this(0, 0, 0, 0, 0, "unknown", "unknown");
    }

    /** Of which nothing is known. */
    public static Capacity unknown() {
        return new Capacity();
    }
}
