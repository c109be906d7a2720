package org.ohmgrad.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.table.InputFile;

/**
 * Conductances of one cell, or of several, measured along trains of pulses.
 *
 * @param trains the trains, in the order of the file
 */
public record PulseMeasurements(List<Train> trains) {
    /** Fewest different numbers of pulses that a curve can be fitted to. */
    private static final int FEWEST = 4;

    private static final long MOST_BYTES = 1 << 26;

    /**
     * Pulses in one direction, one after the other.
     *
     * @param up whether they raise the conductance
     * @param points measurements, by growing number of pulses
     */
    public record Train(boolean up, List<Point> points) {}

    /**
     * One measurement.
     *
     * @param pulse pulses since the train's start, which has 0
     * @param conductance siemens
     */
    public record Point(int pulse, double conductance) {}

    /**
     * Reads CSV with a header line and the columns {@code pulse}, {@code conductance} (siemens) and {@code branch}
     * ({@code up} or {@code down}), in any order. A new train begins where the branch changes or the number of pulses
     * does not grow.
     *
     * @param file the table, gzipped or not
     * @throws DataException that names file, line and column of what cannot be used
     */
    public static PulseMeasurements read(Path file) {
        List<PulseRows.Row> rows = DataException.reading(() -> PulseRows.read(InputFile.of(file, "", MOST_BYTES)));
        PulseMeasurements all = new PulseMeasurements(trains(rows));
        for (boolean up : new boolean[] {true, false}) {
            all.requireEnough(file, up);
        }
        return all;
    }

    private static List<Train> trains(List<PulseRows.Row> rows) {
        List<Train> trains = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < rows.size(); k++) {
            points.add(rows.get(k).point());
            if (k + 1 == rows.size() || !rows.get(k + 1).continues(rows.get(k))) {
                trains.add(new Train(rows.get(k).up(), List.copyOf(points)));
                points.clear();
            }
        }
        return List.copyOf(trains);
    }

    private void requireEnough(Path file, boolean up) {
        long found = points(up).map(Point::pulse).distinct().count();
        if (found < FEWEST) {
            throw new DataException(file + " has " + found + " different numbers of pulses in the branch \""
                    + (up ? "up" : "down") + "\" where at least " + FEWEST + " are needed");
        }
    }

    /** All measurements of one direction. */
    public Stream<Point> points(boolean up) {
        return trains.stream().filter(train -> train.up() == up).flatMap(train -> train.points().stream());
    }

    /** Largest number of pulses of one direction. */
    public int pulses(boolean up) {
        return points(up).mapToInt(Point::pulse).max().orElse(0);
    }

    /** All measurements. */
    public int count() {
        return trains.stream().mapToInt(train -> train.points().size()).sum();
    }
}
