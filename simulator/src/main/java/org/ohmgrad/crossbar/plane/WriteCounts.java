package org.ohmgrad.crossbar.plane;

import org.ohmgrad.device.WriteOutcome;
import org.ohmgrad.state.Archive;

/** What the writes of a crossbar's cells took, and what became of them. */
public final class WriteCounts {
    private long finishedAtOnce;
    private long byPulses;
    private long pulses;
    private long verifies;
    private long failures;
    private long worn;

    /** Counts so many writes that are finished at once. */
    public void addFinished(long cells) {
        finishedAtOnce += cells;
    }

    /** Counts a write by pulses. */
    void add(WriteOutcome outcome) {
        byPulses++;
        pulses += outcome.pulses();
        verifies += outcome.reads();
        failures += outcome.failed() ? 1 : 0;
    }

    /** Counts pulses that belong to no write: those of an update scheme that fires pulses. */
    void addPulses(long fired) {
        pulses += fired;
    }

    /** Counts a write that a stuck cell took in vain. */
    void addFailure() {
        failures++;
    }

    /** Counts a cell that has worn out. */
    void addWorn() {
        worn++;
    }

    /** Writes of cells; one cell counts as often as it was written. */
    public long cells() {
        return finishedAtOnce + byPulses;
    }

    /** Those of them whose pulses are not simulated: they leave the device's programming noise. */
    public long finishedAtOnce() {
        return finishedAtOnce;
    }

    /** Programming pulses fired, those at stuck cells included. */
    public long pulses() {
        return pulses;
    }

    /** Reads of single cells before and between pulses. */
    public long verifies() {
        return verifies;
    }

    /**
     * Writes that failed: no verify read found the cell within the tolerance; or the cell is stuck, by a fault or by wear,
     * and nobody looked.
     */
    public long failures() {
        return failures;
    }

    /** Cells that wore out; each counts once. */
    public long worn() {
        return worn;
    }

    /** A copy. */
    public WriteCounts copy() {
        return new WriteCounts().plus(this, 1);
    }

    /**
     * What was counted since.
     *
     * @param earlier a {@link #copy()}; not modified
     * @return new counts
     */
    public WriteCounts since(WriteCounts earlier) {
        return copy().plus(earlier, -1);
    }

    /**
     * Adds what others counted.
     *
     * @param other not modified
     */
    public void add(WriteCounts other) {
        plus(other, 1);
    }

    private WriteCounts plus(WriteCounts other, int sign) {
        finishedAtOnce += sign * other.finishedAtOnce;
        byPulses += sign * other.byPulses;
        pulses += sign * other.pulses;
        verifies += sign * other.verifies;
        failures += sign * other.failures;
        worn += sign * other.worn;
        return this;
    }

    /** Forgets everything counted so far. */
    public void reset() {
        plus(copy(), -1);
    }

    /** Keeps all counts. */
    public void keep(Archive archive) {
        finishedAtOnce = archive.keep(finishedAtOnce);
        byPulses = archive.keep(byPulses);
        pulses = archive.keep(pulses);
        verifies = archive.keep(verifies);
        failures = archive.keep(failures);
        worn = archive.keep(worn);
    }
}
