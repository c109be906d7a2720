package org.ohmgrad.report.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** All records of a folder, shards merged: the plan and the runs that are there. */
public final class RecordFolder {
    private static final Pattern NAME = Pattern.compile("records(-\\d+of\\d+)?\\.jsonl");

    private final Plan plan;
    private final Map<String, RunRecord> runs;

    RecordFolder(Plan plan, Map<String, RunRecord> runs) {
        this.plan = plan;
        this.runs = runs;
    }

    /**
     * Reads every {@code records.jsonl} and {@code records-IofN.jsonl} of a folder.
     *
     * @param folder where a run left its records
     * @return the records
     * @throws RecordsException if there are none, a line is damaged, formats or results versions differ, plans of
     *     shards disagree, or equal keys have different results
     */
    public static RecordFolder read(Path folder) {
        var files = files(folder).stream().map(RecordFolder::lines).toList();
        var planned = files.stream().filter(lines -> lines.plan().isPresent()).toList();
        if (planned.isEmpty()) {
            throw new RecordsException("no records in " + folder
                    + ": expected records.jsonl or records-IofN.jsonl, which `ohmgrad run` writes");
        }
        return new RecordFolder(agreedPlan(planned), merged(files, agreedPlan(planned)));
    }

    /**
     * The keys of all runs recorded in the files of a folder but one, whatever their plan; empty if there are none.
     *
     * @param folder where records may be; need not be there
     * @param own the file of which they are known anyway
     * @return the keys
     * @throws RecordsException if a records file cannot be read
     */
    public static Set<String> keysBeside(Path folder, Path own) {
        var keys = new TreeSet<String>();
        for (var file : files(folder)) {
            if (!file.equals(own)) {
                lines(file).runs().forEach(run -> keys.add(run.key()));
            }
        }
        return Collections.unmodifiableSet(keys);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(entry ->
                            NAME.matcher(entry.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RecordsException("cannot read " + folder + ": " + Reasons.of(e), e);
        }
    }

    private static RecordFileContents lines(Path file) {
        try {
            return RecordWriter.lines(file);
        } catch (IOException e) {
            throw new RecordsException("cannot read " + file + ": " + Reasons.of(e), e);
        }
    }

    private static Plan agreedPlan(List<RecordFileContents> files) {
        var first = files.get(0);
        for (var other : files) {
            if (!other.plan().map(Plan::withoutNames).equals(first.plan().map(Plan::withoutNames))) {
                throw new RecordsException(first.file() + " and " + other.file()
                        + " hold different plans: shards of one folder must come from one experiment");
            }
        }
        return first.plan().orElseThrow();
    }

    private static Map<String, RunRecord> merged(List<RecordFileContents> files, Plan plan) {
        var runs = new HashMap<String, RunRecord>();
        var origin = new HashMap<String, Path>();
        for (var lines : files) {
            requireVersion(lines, plan.resultsVersion());
            for (var run : lines.runs()) {
                var earlier = runs.putIfAbsent(run.key(), run);
                if (earlier != null && !earlier.sameResults(run)) {
                    throw new RecordsException(origin.get(run.key()) + " and " + lines.file()
                            + " hold different results for the same run " + run.key());
                }
                origin.putIfAbsent(run.key(), lines.file());
            }
        }
        return runs;
    }

    private static void requireVersion(RecordFileContents lines, int version) {
        lines.otherVersion(version).ifPresent(found -> {
            throw new RecordsException(lines.file() + " holds results of version " + found
                    + " beside a plan of version " + version + ": results of different versions are not mixed");
        });
    }

    /** The same with a plan that says more. */
    public RecordFolder with(UnaryOperator<Plan> complete) {
        return new RecordFolder(complete.apply(plan), runs);
    }

    /**
     * The plan.
     *
     * @return what the experiment wants
     */
    public Plan plan() {
        return plan;
    }

    /**
     * The record of a run.
     *
     * @param key the run's key
     * @return its record, if it is there
     */
    public Optional<RunRecord> run(String key) {
        return Optional.ofNullable(runs.get(key));
    }
}
