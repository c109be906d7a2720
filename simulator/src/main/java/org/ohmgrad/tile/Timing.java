package org.ohmgrad.tile;

import org.ohmgrad.crossbar.plane.WriteCounts;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * What moves the chip's clock. All tiles of a layer read at the same time; the cells of one tile are written one after
 * another, and all tiles at the same time. A write by pulses takes the time of its pulses and of its verify reads, each as
 * long as any read; all other writes take {@code writeSeconds}.
 *
 * @param readSeconds one read of one vector through one layer, or of one cell between pulses, seconds
 * @param writeSeconds one write of one cell that is finished at once, seconds; 0 where every write fires pulses
 * @param pulseSeconds one programming pulse, seconds
 */
public record Timing(
        double readSeconds,
        double writeSeconds,
        @Default("1e-7") double pulseSeconds) {
    /** Far more than any instrument takes, and little enough for the clock never to overflow. */
    private static final double LONGEST = 1000;

    private static final double PULSE = 1e-7;

    /** Refuses times outside [0, 1000] seconds. */
    public Timing {
        Check.that()
                .inRange("readSeconds", readSeconds, 0, LONGEST)
                .inRange("writeSeconds", writeSeconds, 0, LONGEST)
                .inRange("pulseSeconds", pulseSeconds, 0, LONGEST)
                .holds();
    }

    /** Times with pulses of 100 ns. */
    public Timing(double readSeconds, double writeSeconds) {
        this(readSeconds, writeSeconds, PULSE);
    }

    /** Seconds that writes one after another take. */
    double writing(WriteCounts counts) {
        return counts.finishedAtOnce() * writeSeconds
                + counts.pulses() * pulseSeconds
                + counts.verifies() * readSeconds;
    }
}
