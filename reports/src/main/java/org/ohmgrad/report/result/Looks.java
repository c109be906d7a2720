package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.report.record.RecordFolder;

/**
 * The planned looks at an experiment that ends when its questions are decided. It begins with the first look's seeds of every
 * arm and point, and of every candidate of a tuning, which is chosen by them. Where a question is open when all runs that are
 * wanted are there, the arm at that point wants the seeds of the next look. All this follows from plan and records alone, so
 * that whoever asks again, after an interruption or elsewhere, is told the same; records of later seeds change nothing.
 */
public final class Looks {
    private final RecordFolder records;
    private final List<Integer> seeds;
    private final Results.Builder all;
    private final Map<Results.ArmAndPoint, Integer> wanted = new HashMap<>();
    private final List<Results.Look> taken = new ArrayList<>();
    private Results results;

    private Looks(RecordFolder records) {
        this.records = records;
        seeds = records.plan().looks();
        all = new Results.Builder(records);
        if (!seeds.isEmpty()) {
            records.plan().runs().stream()
                    .filter(PlannedRun::onChip)
                    .forEach(run -> wanted.put(Results.ArmAndPoint.of(run), seeds.get(0)));
        }
        results = (seeds.isEmpty() ? all : new Results.Builder(records.with(this::firstRuns))).build();
    }

    /** All looks that can be taken at what is recorded. */
    public static Looks of(RecordFolder records) {
        var looks = new Looks(records);
        while (looks.taken.size() < looks.seeds.size() && looks.results.isComplete() && looks.isAnyOpen()) {
            looks.look();
        }
        return looks;
    }

    /** What the runs that are wanted so far show. */
    public Results results() {
        return results.after(taken);
    }

    /** The runs that are wanted so far; if all of them are recorded, there are no others to come. */
    public Plan plan() {
        return results.plan();
    }

    private boolean isAnyOpen() {
        return taken.isEmpty() || !taken.get(taken.size() - 1).open().isEmpty();
    }

    private void look() {
        int now = seeds.get(taken.size());
        var open = new Questions(results).open();
        var looked = results.groups().stream()
                .filter(group -> wanted.getOrDefault(Results.ArmAndPoint.of(group), 0) == now)
                .toList();
        var isOpen = looked.stream()
                .collect(Collectors.partitioningBy(group -> open.contains(Results.ArmAndPoint.of(group))));
        var undecided = isOpen.getOrDefault(true, List.of());
        taken.add(new Results.Look(now, isOpen.getOrDefault(false, List.of()), undecided));
        if (taken.size() < seeds.size()) {
            undecided.forEach(group -> wanted.put(Results.ArmAndPoint.of(group), seeds.get(taken.size())));
            var runs = runs();
            results = new Results.Builder(records.with(plan -> plan.withRuns(runs))).build();
        }
    }

    private Plan firstRuns(Plan plan) {
        return plan.withRuns(plan.runs().stream().filter(this::isOfFirst).toList());
    }

    private boolean isOfFirst(PlannedRun run) {
        return run.seed() <= seeds.get(0);
    }

    private List<PlannedRun> runs() {
        var onChip = records.plan().runs().stream()
                .filter(run -> run.onChip() && all.isChosen(run))
                .filter(run -> run.seed() <= wanted.getOrDefault(Results.ArmAndPoint.of(run), 0))
                .toList();
        Set<PlannedRun> chosen = new HashSet<>(onChip);
        onChip.forEach(run -> {
            all.standIn(run.floatOwnKey()).ifPresent(chosen::add);
            all.standIn(run.floatBackpropagationKey()).ifPresent(chosen::add);
        });
        return records.plan().runs().stream()
                .filter(run -> isOfFirst(run) || chosen.contains(run))
                .toList();
    }
}
