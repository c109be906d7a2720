package org.ohmgrad.run;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.ohmgrad.plan.Keys;
import org.ohmgrad.plan.RunSettings;

/**
 * The checkpoints of long runs, in a folder beside their records. Where a run keeps them changes nothing of its result: whether
 * an epoch is followed by one is decided by the time that epochs take, and a checkpoint only looks.
 */
public class Checkpoints {
    /** A run that takes longer than this altogether is long, seconds; a property of the JVM, for tests. */
    private static final long LONG_SECONDS = Long.getLong("ohmgrad.checkpointAfterSeconds", 600);

    private final Optional<Path> folder;
    private final String writer;
    private final double longSeconds;

    /**
     * Checkpoints of runs that take longer than some time.
     *
     * @param folder of the checkpoints; empty if none are kept
     * @param writer tells apart who may write into the same folder at the same time
     */
    Checkpoints(Optional<Path> folder, String writer, double longSeconds) {
        this.folder = folder;
        this.writer = writer;
        this.longSeconds = longSeconds;
    }

    /** Those of a share of an experiment's runs, in a folder of results. */
    static Checkpoints in(Path results, Shard shard) {
        String writer = shard.index() + "of" + shard.count();
        return new Checkpoints(Optional.of(results.resolve("checkpoints")), writer, LONG_SECONDS);
    }

    /** Nothing is kept. */
    public static Checkpoints none() {
        return new Checkpoints(Optional.empty(), "", Double.POSITIVE_INFINITY);
    }

    /** The checkpoint of a run on its chip. */
    Checkpoint of(RunSettings run) {
        return named(run.key());
    }

    /** The checkpoint of a float training that comes first, which runs may share. */
    Checkpoint ofFloatPart(RunSettings run) {
        return named("float-" + Keys.sha256(run.floatPart()));
    }

    private Checkpoint named(String name) {
        return new Checkpoint(folder.map(within -> within.resolve(name + ".checkpoint")), name, writer);
    }

    /** Whether a run is long, so that its next epochs are followed by a checkpoint each. */
    boolean areDue(Pace pace, int done, int all) {
        return pace.secondsOfAll(done, all) > longSeconds;
    }

    /** Deletes the folder if nothing is left in it. */
    void tidy() {
        try {
            if (folder.isPresent()) {
                Files.deleteIfExists(folder.get());
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException others) {
            // Runs of another shard or experiment, which may go on from there.
        } catch (IOException e) {
            System.err.println("Note: cannot delete " + folder.get() + " (" + e.getMessage() + ").");
        }
    }
}
