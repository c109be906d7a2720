package org.ohmgrad.tile;

import java.util.List;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.plane.WriteCounts;
import org.ohmgrad.state.Archive;

/** Writes the cells of all tiles of a matrix, which takes chip time, and counts what it takes. */
final class GridWriter {
    private final List<Tile> tiles;
    private final Timing timing;
    private final Clock clock;
    private final WriteSums sums = new WriteSums();

    /** Counts the writes of cells that fresh tiles have set aside. */
    GridWriter(List<Tile> tiles, Timing timing, Clock clock) {
        this.tiles = tiles;
        this.timing = timing;
        this.clock = clock;
        tiles.stream().flatMap(tile -> tile.drift().setAside().stream()).forEach(this::countWrites);
    }

    private void countWrites(Crossbar fresh) {
        int written = fresh.planes().stream()
                .mapToInt(plane -> (int) plane.totalWrites())
                .sum();
        sums.add(written, fresh.writeCounts().copy());
    }

    WriteSums sums() {
        return sums;
    }

    /** What {@link TileGrid#program(TileGrid.Writer)} says. */
    long program(TileGrid.Writer writer) {
        long written = 0;
        double longest = 0;
        for (Tile tile : tiles) {
            WriteCounts before = tile.crossbar().writeCounts().copy();
            written += write(tile, writer, before);
            longest = Math.max(
                    longest, timing.writing(tile.crossbar().writeCounts().since(before)));
        }
        passTime(longest);
        return written;
    }

    /** What {@link TileGrid#firePulses} says. */
    long firePulses(long slots, TileGrid.Writer writer) {
        passTime(slots * timing.pulseSeconds());
        long hit = 0;
        for (Tile tile : tiles) {
            hit += write(tile, writer, tile.crossbar().writeCounts().copy());
        }
        return hit;
    }

    private int write(Tile tile, TileGrid.Writer writer, WriteCounts before) {
        int written = writer.write(tile, clock.seconds());
        sums.add(written, tile.crossbar().writeCounts().since(before));
        return written;
    }

    private void passTime(double seconds) {
        sums.addSeconds(seconds);
        clock.advance(seconds);
    }

    /** Keeps what was counted. */
    void keep(Archive archive) {
        sums.keep(archive);
    }
}
