package org.ohmgrad.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.SettingWords;
import org.ohmgrad.report.record.Plan;

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

    /** The same plan, with the words that those of older programs do not carry. */
    public static Plan complete(Plan plan) {
        if (!plan.axes().isEmpty()) {
            return plan;
        }
        Json experiment = Settings.reader()
                .parse(Path.of(plan.experiment()), plan.settings())
                .raw();
        return plan.withAxes(of(experiment, plan.pointers()));
    }
}
