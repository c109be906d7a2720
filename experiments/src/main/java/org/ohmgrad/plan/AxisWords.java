package org.ohmgrad.plan;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.SettingWords;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.PlannedRun;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.UpdateScheme;

/** What reports call the settings that an experiment varies: the records of the settings say it, and plans carry it. */
public final class AxisWords {
    private AxisWords() {}

    /** The words for pointers into an experiment, where its records have any. */
    static SortedMap<String, String> of(Json experiment, List<String> pointers) {
        SortedMap<String, String> words = new TreeMap<>();
        for (String pointer : pointers) {
            SettingWords.of(Experiment.class, experiment, pointer).ifPresent(found -> words.put(pointer, found));
        }
        return words;
    }

    /** How the rules and update schemes of some runs are spelt, where their names do not say it. */
    static SortedMap<String, String> ofParts(Collection<PlannedRun> runs) {
        SortedMap<String, String> spelt = SettingWords.ofParts(LearningRule.class);
        spelt.putAll(SettingWords.ofParts(UpdateScheme.class));
        Set<String> used = runs.stream()
                .flatMap(run -> Stream.of(run.rule(), run.update()))
                .collect(Collectors.toSet());
        spelt.keySet().retainAll(used);
        return spelt;
    }

    /** The same plan, with the words that those of older programs do not carry. */
    public static Plan complete(Plan plan) {
        SortedMap<String, String> words = ofParts(plan.runs());
        words.putAll(plan.axes().isEmpty() ? ofOlder(plan) : plan.axes());
        return plan.withAxes(words);
    }

    private static SortedMap<String, String> ofOlder(Plan plan) {
        Json experiment = Settings.reader()
                .parse(Path.of(plan.experiment()), plan.settings())
                .raw();
        return of(experiment, plan.pointers());
    }
}
