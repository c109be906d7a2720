package org.ohmgrad.crossbar.plane;

import org.ohmgrad.state.Archive;

/**
 * What the planes of a crossbar share of their writes.
 *
 * @param times when cells were written
 * @param counts what their writes took
 */
public record SharedWrites(WriteTimes times, WriteCounts counts) {
    /** Nothing written yet. */
    public SharedWrites() {
        this(new WriteTimes(), new WriteCounts());
    }

    /** Writes them into a checkpoint, or takes them from one. */
    public void keep(Archive archive) {
        times.keep(archive);
        counts.keep(archive);
    }
}
