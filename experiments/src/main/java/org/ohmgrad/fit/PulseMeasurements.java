package org.ohmgrad.fit;

import java.util.List;
import java.util.stream.Stream;

/**
 * Conductances of one cell, or of several, measured along trains of pulses.
 *
 * @param trains the trains, in an order that does not depend on that of the file
 * @param areTold whether it is certain which points are one train; if not, the trains are no more than a way to list the
 *     points
 * @param notes what was understood of the file beyond its words, one sentence each
 */
public record PulseMeasurements(List<Train> trains, boolean areTold, List<String> notes) {
    /**
     * Pulses in one direction, one after the other.
     *
     * @param up whether they raise the conductance
     * @param device name of the cell; trains of one name share all that is constant in a cell
     * @param points measurements, by growing number of pulses
     */
    public record Train(boolean up, String device, List<Point> points) {
        /** Keeps a copy. */
        public Train {
            points = List.copyOf(points);
        }
    }

    /**
     * One measurement.
     *
     * @param pulse pulses since the train's start, which has 0
     * @param conductance siemens; noise may take it below 0
     */
    public record Point(int pulse, double conductance) {}

    /** Keeps copies. */
    public PulseMeasurements {
        trains = List.copyOf(trains);
        notes = List.copyOf(notes);
    }

    /** Trains that are known, without a note. */
    public PulseMeasurements(List<Train> trains) {
        this(trains, true, List.of());
    }

    /** All measurements of one direction. */
    public Stream<Point> points(boolean up) {
        return trains.stream().filter(train -> train.up() == up).flatMap(train -> train.points().stream());
    }

    /** Largest number of pulses of one direction; 0 if it was not measured. */
    public int pulses(boolean up) {
        return points(up).mapToInt(Point::pulse).max().orElse(0);
    }

    /** Whether a direction was measured. */
    public boolean has(boolean up) {
        return trains.stream().anyMatch(train -> train.up() == up);
    }

    /** All measurements. */
    public int count() {
        return trains.stream().mapToInt(train -> train.points().size()).sum();
    }

    /** How many cells the trains are known to be of. */
    public long devices() {
        return trains.stream().map(Train::device).distinct().count();
    }
}
