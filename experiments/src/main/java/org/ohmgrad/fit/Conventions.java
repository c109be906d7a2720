package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Ways to write down the same trains: pulses counted from the start of each train; numbers that go on counting from train
 * to train; and a branch down that is listed from low to high conductance, as tables for NeuroSim are, or whose numbers
 * count down. What is certain from the readings is turned into the first way, and said; else it is refused.
 */
final class Conventions {
    private static final int SHORTEST = 3;
    private static final double CERTAIN = 4;

    private final List<String> notes = new ArrayList<>();

    /** What was found, one sentence each. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** The same readings with pulses counted from the start of each train. */
    List<Reading> counted(List<Reading> readings) {
        return turned(fromTheStart(readings));
    }

    /** Takes numbers that go on counting apart, over the whole table or within each named train. */
    private List<Reading> fromTheStart(List<Reading> readings) {
        List<List<Reading>> segments = segments(readings);
        if (segments.size() > 1) {
            return restarted(List.of(segments));
        }
        List<List<List<Reading>>> each = grouped(readings, Reading::name).values().stream()
                .map(Conventions::segments)
                .toList();
        return each.stream().allMatch(train -> train.size() == 2) ? restarted(each) : readings;
    }

    /** Trains one after the other by number, in turn up and down and each of some length; empty if it is not so. */
    private static List<List<Reading>> segments(List<Reading> readings) {
        List<List<Reading>> segments = new ArrayList<>();
        for (List<Reading> same : grouped(readings, Reading::pulse).values()) {
            boolean before = !segments.isEmpty() && lastOf(segments).get(0).up();
            Comparator<Reading> goingOnFirst = Comparator.comparing(reading -> reading.up() != before);
            for (Reading reading : same.stream().sorted(goingOnFirst).toList()) {
                if (segments.isEmpty() || lastOf(segments).get(0).up() != reading.up()) {
                    segments.add(new ArrayList<>());
                }
                lastOf(segments).add(reading);
            }
        }
        boolean areTrains = segments.stream()
                .allMatch(segment ->
                        segment.stream().mapToInt(Reading::pulse).distinct().count() >= SHORTEST);
        return areTrains ? segments : List.of();
    }

    private static List<Reading> lastOf(List<List<Reading>> segments) {
        return segments.get(segments.size() - 1);
    }

    private List<Reading> restarted(List<List<List<Reading>>> scopes) {
        if (scopes.get(0).size() > 2) {
            notes.add("Pulses that go on counting through several cycles are taken as of one device.");
        }
        notes.add(
                "The numbers of pulses go on counting from one branch to the next: each train is counted from the last"
                        + " pulse of the one before.");
        List<Reading> all = new ArrayList<>();
        for (List<List<Reading>> segments : scopes) {
            int start = 0;
            for (int k = 0; k < segments.size(); k++) {
                int before = start;
                String number = segments.size() > 2 ? String.format(Locale.ROOT, "%09d", k / 2) : "";
                for (Reading reading : segments.get(k)) {
                    Reading counted = reading.counted(reading.pulse() - before).of(reading.train() + number);
                    boolean isCycle = !number.isEmpty() && reading.device().isEmpty();
                    all.add(isCycle ? counted.from(ColumnTrain.ONE) : counted);
                    start = reading.pulse();
                }
            }
        }
        return all;
    }

    /** Counts a branch down from its other end if its conductances rise with the number of pulses. */
    private List<Reading> turned(List<Reading> readings) {
        Means up = means(readings, true);
        if (up.off(1) > CERTAIN * up.off(-1)) {
            throw new FitException(
                    "no pulse curve can be fitted: the branch up does not rise, or the branch down does not fall"
                            + " with the number of pulses, counted from the start of each train");
        }
        Means means = means(readings, false);
        double ifRising = means.off(1);
        double ifFalling = means.off(-1);
        if (ifFalling <= ifRising) {
            return readings;
        }
        if (ifFalling < CERTAIN * ifRising) {
            throw new FitException("the branch down neither falls nor rises clearly with the number of pulses: count"
                    + " pulses from the start of each train, where conductance is highest");
        }
        notes.add("The branch down is listed from low to high conductance, or its numbers count down: its pulses are"
                + " counted from the other end.");
        return grouped(readings, Reading::name).values().stream()
                .flatMap(train -> fromTheOtherEnd(train).stream())
                .toList();
    }

    private static Means means(List<Reading> readings, boolean up) {
        return Means.of(
                readings.stream().filter(r -> r.up() == up).map(Reading::point).toList());
    }

    private static List<Reading> fromTheOtherEnd(List<Reading> train) {
        var pulses =
                train.stream().filter(r -> !r.up()).mapToInt(Reading::pulse).summaryStatistics();
        return train.stream()
                .map(r -> r.up() ? r : r.counted(pulses.getMin() + pulses.getMax() - r.pulse()))
                .toList();
    }

    static <K extends Comparable<K>> Map<K, List<Reading>> grouped(
            Collection<Reading> readings, Function<Reading, K> key) {
        return readings.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
