package org.ohmgrad.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.record.RunRecord;

/** Makes the runs of an experiment that are not recorded yet, as many at once as there are threads. */
public final class Runner {
    private final ExperimentPlan plan;
    private final Path folder;
    private final Shard shard;
    private final int threads;

    /**
     * What was done.
     *
     * @param runs how many were made
     * @param complete false if other shards' runs are missed, whose results decide which runs come next
     * @param records those of the folder where no run was made; else they have to be read
     */
    public record Made(int runs, boolean complete, Optional<RecordFolder> records) {}

    /**
     * For the runs of one shard.
     *
     * @param folder of the records
     * @param threads how many runs are made at once
     */
    public Runner(ExperimentPlan plan, Path folder, Shard shard, int threads) {
        this.plan = plan;
        this.folder = folder;
        this.shard = shard;
        this.threads = threads;
    }

    /**
     * Runs what is missing. Every finished run is on the disk before the next one starts in its thread; whoever kills
     * the program loses only the runs under way.
     *
     * @param progress made from the number of runs to do
     * @param started told of the file once it is open, so that an interrupt can close it
     * @return what was made
     */
    public Made run(IntFunction<Progress> progress, java.util.function.Consumer<RecordWriter> started) {
        Path records = shard.recordsIn(folder);
        // Before the file is opened: closing a second descriptor of it would give up the lock.
        Set<String> elsewhere = shard.count() == 1 ? RecordFolder.keysBeside(folder, records) : Set.of();
        try (RecordWriter file = RecordWriter.open(records, ExperimentPlan.RESULTS_VERSION)) {
            started.accept(file);
            file.replaced(plan.plan()).ifPresent(this::warn);
            file.plan(plan.plan());
            Checkpoints checkpoints = Checkpoints.in(folder, shard);
            Wanted wanted = new Wanted(plan.plan(), folder);
            List<RunSettings> missing = missing(wanted.now(), file.keys(), elsewhere);
            deleteFinished(checkpoints, file.keys(), new FloatPartUses(missing, checkpoints));
            int made = 0;
            do {
                try (Progress shown = progress.apply(missing.size())) {
                    execute(missing, file, checkpoints, shown);
                }
                made += missing.size();
                missing = missing(wanted.now(), file.keys(), elsewhere);
            } while (!missing.isEmpty());
            checkpoints.tidy();
            // The file is open still, and gives what it read when it was opened.
            Optional<RecordFolder> read =
                    made == 0 && shard.count() == 1 ? Optional.of(RecordFolder.read(folder)) : Optional.empty();
            return new Made(made, wanted.isComplete(), read);
        }
    }

    private void warn(Plan old) {
        String what = old.experiment().equals(plan.plan().experiment())
                ? "another version of \"" + old.experiment() + "\""
                : "\"" + old.experiment() + "\"";
        System.err.println(
                "Note: " + folder + " holds the report of " + what + ", which is replaced now. Its runs stay in"
                        + " the records; to keep both reports, give this one a folder with --out.");
    }

    private List<RunSettings> missing(Set<String> wanted, Set<String> recorded, Set<String> elsewhere) {
        List<RunSettings> missing = new ArrayList<>();
        int position = 0;
        for (RunSettings run : plan.runs()) {
            boolean isMine = shard.holds(position++) && wanted.contains(run.key());
            if (isMine && !recorded.contains(run.key()) && !elsewhere.contains(run.key())) {
                missing.add(run);
            }
        }
        return missing;
    }

    /** A kill may have come after a record and before its checkpoints were deleted. */
    private void deleteFinished(Checkpoints checkpoints, Set<String> recorded, FloatPartUses uses) {
        for (RunSettings run : plan.runs()) {
            if (recorded.contains(run.key())) {
                checkpoints.of(run).delete();
                uses.deleteUnused(run);
            }
        }
    }

    private void execute(List<RunSettings> missing, RecordWriter file, Checkpoints checkpoints, Progress shown) {
        FloatPartUses uses = new FloatPartUses(missing, checkpoints);
        ExecutorService pool = Executors.newFixedThreadPool(threads, Runner::daemon);
        try {
            FloatParts floatParts = new FloatParts();
            CompletionService<RunRecord> done = new ExecutorCompletionService<>(pool);
            for (RunSettings run : missing) {
                done.submit(() -> {
                    RunRecord record = new Run(run, plan.data(), floatParts, checkpoints).execute(Birth.of(run));
                    file.append(record);
                    checkpoints.of(run).delete();
                    uses.end(run);
                    return record;
                });
            }
            for (int k = 0; k < missing.size(); k++) {
                done.take().get();
                shown.step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw unchecked(e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException unchecked(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
