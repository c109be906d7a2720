package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ohmgrad.report.record.CostNames;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Words;

/** What went wrong in runs, in sentences: runs that diverged, converters and layers beyond a limit, classes never answered. */
final class Warnings {
    private static final double MOST_SATURATED = 0.01;
    private static final double MOST_LOST = 0.999;
    private static final int MOST_NAMES = 5;
    private static final int MOST_PLACES = 6;

    private static final Map<String, String> CONVERTERS = new TreeMap<>(Map.of(
            "dac_forward_saturated_share", "DACs of forward reads",
            "adc_forward_saturated_share", "ADCs of forward reads",
            "dac_transposed_saturated_share", "DACs of transposed reads",
            "adc_transposed_saturated_share", "ADCs of transposed reads"));

    private final Results results;
    private final List<Results.Group> groups;
    private final PlaceNames places;

    Warnings(Results results) {
        this.results = results;
        groups = results.shown().stream()
                .filter(group -> !group.arm().companion())
                .toList();
        places = new PlaceNames(results.plan(), groups);
    }

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        diverged(sentences);
        CONVERTERS.forEach(
                (name, words) -> saturated(words, beyond(name, MOST_SATURATED)).ifPresent(sentences::add));
        lost(beyond("updates_lost_share", MOST_LOST)).ifPresent(sentences::add);
        NeverWritten.sentence(groups, places).ifPresent(sentences::add);
        neverAnswered(sentences);
        return sentences;
    }

    private Optional<String> saturated(String converters, List<Place> found) {
        return found.stream()
                .findFirst()
                .map(worst -> "More than 1 % of the codes of the " + converters + " are saturated in " + where(found)
                        + ": the last epoch has " + worst.words(found, 2)
                        + ". What lies beyond a converter's range is cut off.");
    }

    private Optional<String> lost(List<Place> found) {
        return found.stream()
                .findFirst()
                .map(worst -> "More than 99.9 % of the wanted changes of a layer are lost in " + where(found)
                        + ": the last epoch has " + worst.words(found, 3) + ", where " + written(worst) + ".");
    }

    /** Runs whose loss became no number, floats too. */
    private void diverged(List<String> sentences) {
        var lost = new LinkedHashMap<String, Integer>();
        results.rows().stream()
                .filter(row -> row.summary("diverged").isPresent())
                .map(Results.Row::planned)
                .forEach(run -> lost.merge(places.of(Results.Arm.of(run), run.point()), 1, Integer::sum));
        if (!lost.isEmpty()) {
            var items = lost.entrySet().stream()
                    .map(entry -> entry.getKey() + ", " + Words.count(entry.getValue(), "seed"))
                    .toList();
            int all = lost.values().stream().mapToInt(Integer::intValue).sum();
            sentences.add(Words.count(all, "run") + " diverged, for the loss became infinite or no number: "
                    + PlaceNames.few(items, MOST_PLACES) + ".");
        }
    }

    /** Where something was measured in a layer, counted from 0. */
    private record Place(Results.Group group, int layer, double share, String where) {
        /** Such as {@code up to 34.21 %, in layer 1 of backpropagation}; where it is, only if it is known elsewhere too. */
        String words(List<Place> found, int decimals) {
            boolean alone = found.stream().allMatch(other -> other.group().equals(group));
            return "up to " + NumberText.percent(share, decimals) + ", in layer " + (layer + 1)
                    + (alone ? "" : " of " + where);
        }
    }

    /** Places where the mean of a share over seeds is above a limit in the last epoch, the largest first. */
    private List<Place> beyond(String name, double limit) {
        var found = new ArrayList<Place>();
        for (var group : groups) {
            for (int layer = 0; layer < Tables.depth(group); layer++) {
                double share = Tables.layerMean(group, layer, name).orElse(0);
                if (share > limit) {
                    found.add(new Place(group, layer, share, places.of(group.arm(), group.point())));
                }
            }
        }
        found.sort((a, b) -> Double.compare(b.share(), a.share()));
        return found;
    }

    private String where(List<Place> found) {
        Set<Results.ArmAndPoint> there = found.stream()
                .map(place -> Results.ArmAndPoint.of(place.group()))
                .collect(Collectors.toSet());
        return places.of(groups.stream()
                .filter(group -> there.contains(Results.ArmAndPoint.of(group)))
                .toList());
    }

    private static String written(Place place) {
        var writes = Tables.layerMean(place.group(), place.layer(), CostNames.CELL_WRITES);
        long groups = Math.round(writes.orElse(0));
        return Words.count(groups, "cell") + (groups == 1 ? " was" : " were") + " written";
    }

    /** Classes of the test part that no seed answers even once, by arm and point. */
    private void neverAnswered(List<String> sentences) {
        var found = new LinkedHashMap<String, List<Results.Group>>();
        for (var group : groups) {
            var answers = Answers.of(group);
            var never = answers.neverAnswered();
            if (!never.isEmpty()) {
                found.computeIfAbsent(classes(never, answers.classes().size()), classes -> new ArrayList<>())
                        .add(group);
            }
        }
        found.entrySet().stream()
                .limit(MOST_PLACES)
                .forEach(entry -> sentences.add(
                        entry.getKey() + " never predicted in any seed by " + places.of(entry.getValue()) + "."));
        if (found.size() > MOST_PLACES) {
            sentences.add("Other sets of classes are never predicted by "
                    + places.of(found.values().stream()
                            .skip(MOST_PLACES)
                            .flatMap(List::stream)
                            .toList())
                    + ".");
        }
    }

    private static String classes(List<String> never, int all) {
        var names = never.stream().map(name -> "'" + name + "'").toList();
        var words = never.size() > MOST_NAMES ? never.size() + " of " + Words.count(all, "class") : Words.listed(names);
        return words + (never.size() == 1 ? " is" : " are");
    }
}
