package org.ohmgrad.run;

import org.ohmgrad.state.Archive;

/** How long a run has taken so far, in this process and in those that were stopped. */
final class Pace {
    private final long start = System.nanoTime();
    private double before;

    /** Seconds since the run began, without those in which nobody worked on it. */
    double seconds() {
        return before + (System.nanoTime() - start) / 1e9;
    }

    /** Seconds that all epochs will have taken if they take as long as those done. */
    double secondsOfAll(int done, int all) {
        return seconds() / done * all;
    }

    /** Keeps the seconds. */
    void keep(Archive archive) {
        double now = seconds();
        before += archive.keep(now) - now;
    }
}
