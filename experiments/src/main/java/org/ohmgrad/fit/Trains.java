package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ohmgrad.fit.PulseMeasurements.Train;

/**
 * Which readings are one train. Names tell; where there are none and several readings have one number of pulses, their
 * conductances tell if they keep apart all the way. The order of the rows tells only if its user says that it does.
 */
final class Trains {
    /** Least distance between two trains, in standard deviations of what scatters within them. */
    private static final double APART = 6;

    private static final int MOST = 1000;
    private static final int FEWEST = 4;

    private Trains() {}

    /** From readings whose pulses are counted from the start of each train. */
    static PulseMeasurements of(List<Reading> readings, List<String> notes) {
        List<Train> trains = new ArrayList<>();
        List<String> all = new ArrayList<>(notes);
        boolean areTold = true;
        for (List<Reading> named : Conventions.grouped(readings, Reading::name).values()) {
            for (boolean up : new boolean[] {true, false}) {
                List<List<Reading>> ranked =
                        ranked(named.stream().filter(r -> r.up() == up).toList());
                areTold &= ranked.size() < 2 || keepApart(ranked);
                for (int k = 0; k < ranked.size(); k++) {
                    String name = cell(named.get(0)) + (ranked.size() < 2 ? "" : "/" + (up ? "up" : "down") + k);
                    trains.add(new Train(
                            up, name, ranked.get(k).stream().map(Reading::point).toList()));
                }
            }
        }
        boolean areRanked = trains.stream().anyMatch(train -> train.device().contains("/"));
        if (areRanked && areTold) {
            all.add("No column names the trains: they are told apart by their conductances, which keep apart all the"
                    + " way. Which train up is of the same device as which train down is not known: each is taken as of a"
                    + " device of its own.");
        }
        return new PulseMeasurements(trains, areTold, all);
    }

    /** Without a name of its own, each named train is taken as of a cell of its own. */
    private static String cell(Reading reading) {
        return reading.device().isEmpty() ? reading.train() : reading.device();
    }

    /** The lowest reading after each number of pulses, the second lowest, and so on. */
    private static List<List<Reading>> ranked(List<Reading> readings) {
        List<List<Reading>> ranked = new ArrayList<>();
        for (List<Reading> same : Conventions.grouped(readings, Reading::pulse).values()) {
            List<Reading> sorted = same.stream()
                    .sorted(Comparator.comparingDouble(Reading::siemens))
                    .toList();
            for (int k = 0; k < sorted.size(); k++) {
                if (k == ranked.size()) {
                    ranked.add(new ArrayList<>());
                }
                ranked.get(k).add(sorted.get(k));
            }
        }
        return ranked;
    }

    /** Whether readings scatter along each train far less than trains differ. */
    private static boolean keepApart(List<List<Reading>> ranked) {
        int size = ranked.get(0).size();
        if (ranked.size() > MOST || ranked.stream().anyMatch(train -> train.size() != size) || size < FEWEST) {
            return false;
        }
        double[] gaps = IntStream.range(1, ranked.size())
                .boxed()
                .flatMapToDouble(
                        k -> IntStream.range(0, size).mapToDouble(i -> at(ranked, k, i) - at(ranked, k - 1, i)))
                .sorted()
                .toArray();
        return gaps[gaps.length / 4] > APART * scatter(ranked);
    }

    private static double at(List<List<Reading>> trains, int train, int place) {
        return trains.get(train).get(place).siemens();
    }

    /** What independent errors would have to be to bend the trains' distances from their mean as they are bent. */
    private static double scatter(List<List<Reading>> trains) {
        int size = trains.get(0).size();
        double[] means = IntStream.range(0, size)
                .mapToDouble(i -> IntStream.range(0, trains.size())
                        .mapToDouble(k -> at(trains, k, i))
                        .average()
                        .orElse(0))
                .toArray();
        double squares = IntStream.range(0, trains.size())
                .boxed()
                .flatMapToDouble(k -> IntStream.range(1, size - 1)
                        .mapToDouble(i -> at(trains, k, i - 1)
                                - means[i - 1]
                                - 2 * (at(trains, k, i) - means[i])
                                + at(trains, k, i + 1)
                                - means[i + 1]))
                .map(bend -> bend * bend / 6)
                .average()
                .orElse(0);
        return Math.sqrt(squares);
    }
}
