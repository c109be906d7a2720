package org.ohmgrad.command;

import java.io.PrintStream;
import java.util.Locale;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.run.Progress;

/** A line now and then, for logs. */
final class PlainProgress implements Progress {
    private static final double SECONDS_BETWEEN = 10;

    private final PrintStream out;
    private final int total;
    private final long start = System.nanoTime();
    private long lastLine = start;
    private int done;

    PlainProgress(PrintStream out, int total) {
        this.out = out;
        this.total = total;
    }

    @Override
    public synchronized void step() {
        done++;
        long now = System.nanoTime();
        if (done == total || now - lastLine > SECONDS_BETWEEN * 1e9) {
            lastLine = now;
            double left = (now - start) / 1e9 / done * (total - done);
            out.printf(Locale.ROOT, "%d of %s done, about %s left%n", done, Words.count(total, "run"), duration(left));
        }
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 90) {
            return whole + " s";
        }
        return whole < 5400 ? Math.round(whole / 60.0) + " min" : Math.round(whole / 360.0) / 10.0 + " h";
    }

    @Override
    public void close() {}
}
