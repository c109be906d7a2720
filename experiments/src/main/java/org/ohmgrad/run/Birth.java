package org.ohmgrad.run;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.report.record.Provenance;

/** Where results come from: the program, its commit and its Java. */
public final class Birth {
    private static final String COMMIT = commit();
    private static final String VERSION = version();

    private Birth() {}

    static Provenance of(RunSettings run) {
        return new Provenance(
                run.canonical(),
                run.key(),
                COMMIT,
                System.getProperty("java.vm.version", "unknown"),
                VERSION,
                ExperimentPlan.RESULTS_VERSION);
    }

    /** Version of the program, or {@code unpackaged} where it does not run from its jar. */
    public static String version() {
        String version = Birth.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    /** The commit that is checked out where the launcher stands, with a mark if files were changed since. */
    private static String commit() {
        String home = System.getProperty("ohmgrad.home", "");
        if (home.isEmpty()) {
            return "unknown";
        }
        try {
            Process git = new ProcessBuilder("git", "-C", home, "describe", "--always", "--dirty", "--abbrev=40")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text =
                    new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
            boolean done = git.waitFor(5, TimeUnit.SECONDS);
            return done && git.exitValue() == 0 && !text.isEmpty() ? text : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
