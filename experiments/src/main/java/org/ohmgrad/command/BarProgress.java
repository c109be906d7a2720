package org.ohmgrad.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.ohmgrad.run.Progress;

/** A bar with the time left, for terminals; it moves the cursor, so it writes to standard error itself. */
final class BarProgress implements Progress {
    private static final int USUAL_COLUMNS = 80;

    private final ProgressBar bar;

    /** A bar as wide as the terminal, which the launcher knows: the library would take a native one to find out. */
    BarProgress(int total) {
        int columns = Integer.getInteger("ohmgrad.columns", USUAL_COLUMNS);
        bar = new ProgressBarBuilder()
                .setTaskName("runs")
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(
                        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.US_ASCII),
                        columns < 1 ? USUAL_COLUMNS : columns))
                .build();
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void close() {
        bar.close();
    }
}
