package org.ohmgrad.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.ohmgrad.linalg.KernelChoice;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.plan.TakenFiles;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.report.page.Report;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordWriter;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.run.Progress;
import org.ohmgrad.run.Runner;
import org.ohmgrad.run.Shard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad run}. */
@Command(
        name = "run",
        description = "Runs an experiment, or what is missing of it, and writes its report.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "EXPERIMENT.json", description = "The experiment file.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the results; runs/NAME of the experiment if it is not given.")
    private Path out = Path.of("");

    @Option(names = "--threads", paramLabel = "N", description = "Runs at the same time; all cores if not given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only the I-th of N shards of the runs, for several machines; make the report of all shards"
                    + " with 'ohmgrad report DIR'.")
    private String shard = "1/1";

    @Option(names = "--seeds", paramLabel = "N", description = "Number of seeds instead of the file's.")
    private Optional<Integer> seeds = Optional.empty();

    @Option(names = "--verbose", description = "Says which kernels compute, and why.")
    private boolean verbose;

    @Mixin
    private ClassPath classPath = new ClassPath();

    @Override
    public Integer call() throws Exception {
        return classPath.during(this::runAll);
    }

    private int runAll() {
        if (verbose) {
            System.err.println("Computing with " + KernelChoice.sentence() + ".");
        }
        Shard share = Shard.parse(shard);
        requireAtLeastOne("--threads", threads);
        seeds.ifPresent(number -> requireAtLeastOne("--seeds", number));
        ExperimentPlan plan = ExperimentPlan.read(Settings.find(file), seeds.orElse(0));
        TakenFiles.note(plan.files());
        Path folder =
                out.toString().isEmpty() ? Path.of("runs", plan.experiment().name()) : out;
        Runner.Made made = run(plan, folder, share);
        if (!made.complete()) {
            System.out.println(
                    "Shard " + shard + " has made its runs so far. Which come next is decided by the runs of all"
                            + " shards: when their records are in " + folder + ", give the same command again.");
        } else if (share.count() > 1) {
            System.out.println("Shard " + shard + " is done. When all are, make the report: ohmgrad report " + folder);
        } else {
            System.out.println(Report.write(folder, made.records().orElseGet(() -> RecordFolder.read(folder))));
        }
        return 0;
    }

    private Runner.Made run(ExperimentPlan plan, Path folder, Shard share) {
        boolean looks = !plan.plan().looks().isEmpty();
        if (looks) {
            System.err.println(atMost(plan));
        }
        Interrupt interrupt = new Interrupt((looks ? "at most " : "") + plan.mostRuns());
        Runtime.getRuntime().addShutdownHook(interrupt);
        try {
            Runner.Made made = new Runner(plan, folder, share, threads).run(this::progress, interrupt::watch);
            System.err.println(
                    made.runs() == 0 ? nothing(plan.runs().size(), share) : Words.count(made.runs(), "run") + " made.");
            return made;
        } finally {
            interrupt.endWithThisThread();
        }
    }

    private static String atMost(ExperimentPlan plan) {
        return "From " + plan.leastRuns() + " to " + Words.count(plan.mostRuns(), "run") + ", looked at after "
                + Words.listed(plan.plan().looks().stream().map(String::valueOf).toList()) + " seeds.";
    }

    private static String nothing(int runs, Shard share) {
        return share.sizeOf(runs) == 0
                ? "This shard has no runs: the experiment has " + runs + ", fewer than there are shards."
                : "All runs were there already.";
    }

    private Progress progress(int total) {
        System.err.println(Words.count(total, "run") + " to do on " + Words.count(threads, "thread"));
        return Boolean.getBoolean("ohmgrad.terminal") && total > 0
                ? new BarProgress(total)
                : new PlainProgress(System.err, total);
    }

    private static void requireAtLeastOne(String name, int value) {
        if (value < 1) {
            throw new UserException(name + " must be at least 1 but is " + value);
        }
    }

    /** Closes the records between two lines when the user interrupts, and says how to go on. */
    private static final class Interrupt extends Thread {
        private final String total;
        private volatile Runnable close = () -> {};
        private volatile boolean begun;

        Interrupt(String total) {
            this.total = total;
        }

        void watch(RecordWriter file) {
            close = () -> {
                int kept = file.keys().size();
                file.close();
                System.err.println();
                System.err.println("Stopped. " + kept + " of " + total
                        + " runs are recorded; the same command goes on where this one stopped.");
            };
        }

        @Override
        public void run() {
            begun = true;
            close.run();
        }

        /** No longer wanted; or, if the program is ending, the thread waits with it: it has nothing true to say. */
        void endWithThisThread() {
            while (begun) {
                LockSupport.park(this);
            }
            try {
                Runtime.getRuntime().removeShutdownHook(this);
            } catch (IllegalStateException ending) {
                begun = true;
                endWithThisThread();
            }
        }
    }
}
