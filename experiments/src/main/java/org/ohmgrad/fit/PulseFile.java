package org.ohmgrad.fit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ohmgrad.fit.PulseMeasurements.Point;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.InputFile;
import org.ohmgrad.table.Source;
import org.ohmgrad.table.TableReader;

/**
 * Tables of measured pulses. A table has a row for every reading, with columns pulse, conductance (or resistance, or
 * current) and branch, and perhaps train or device; or it has a column for every train, and perhaps one of pulses.
 */
public final class PulseFile {
    private static final long MOST_BYTES = 1L << 29;
    private static final int FEWEST = 4;
    private static final double LARGEST_SIEMENS = 1;
    private static final double LARGEST_NEGATIVE = 0.1;

    private PulseFile() {}

    /**
     * What the tables do not say.
     *
     * @param unit unit of values whose column names none, such as uS or ohm; empty for siemens, ohm and ampere
     * @param volts voltage of the reads, if currents are given; NaN if it is not known
     * @param inOrder whether rows stand in the order of measuring, so that a new train begins where the branch or the
     *     direction of counting changes
     * @param decimal the decimal mark
     */
    public record Reads(String unit, double volts, boolean inOrder, Decimal decimal) {
        /** Siemens, trains in any order, a decimal mark that the table itself tells. */
        public static Reads usual() {
            return new Reads("", Double.NaN, false, Decimal.AUTO);
        }
    }

    /**
     * Reads tables, gzipped or not, that together are one measurement.
     *
     * @throws org.ohmgrad.table.TableException that names file, line and column of what cannot be used
     * @throws FitException if it is not certain how the pulses are counted
     */
    public static PulseMeasurements read(List<Path> files, Reads reads) {
        List<Reading> all = new ArrayList<>();
        Set<String> notes = new TreeSet<>();
        for (Path file : files) {
            List<Reading> own = readings(file, reads, notes);
            Set<String> taken = branches(all);
            boolean isAnother = branches(own).stream().anyMatch(taken::contains);
            String number = "file" + files.indexOf(file);
            own.forEach(r -> all.add(isAnother ? r.from(number + r.device()) : r));
        }
        List<Reading> sorted = all.stream().sorted(Reading.ORDER).toList();
        Conventions conventions = new Conventions();
        List<Reading> counted = conventions.counted(sorted);
        List<String> said = new ArrayList<>(notes);
        said.addAll(conventions.notes());
        PulseMeasurements measured =
                Trains.of(counted.stream().sorted(Reading.ORDER).toList(), said);
        requireEnough(new Source(String.valueOf(files.get(0)), ""), measured);
        return measured;
    }

    private static Set<String> branches(List<Reading> readings) {
        return readings.stream().map(r -> r.name() + r.up()).collect(Collectors.toSet());
    }

    private static List<Reading> readings(Path file, Reads reads, Set<String> notes) {
        InputFile input = InputFile.of(file, "", MOST_BYTES);
        try (TableReader table = TableReader.open(input, reads.decimal(), 2)) {
            List<Reading> readings = PulseTableReader.of(table, reads).readings(notes);
            requireSizes(table.source(), readings, notes);
            return readings;
        }
    }

    /** Negative readings are noise if they are small. */
    private static void requireSizes(Source source, List<Reading> readings, Set<String> notes) {
        double highest = readings.stream().mapToDouble(Reading::siemens).max().orElse(0);
        double lowest = readings.stream().mapToDouble(Reading::siemens).min().orElse(0);
        if (highest > LARGEST_SIEMENS) {
            throw source.refuse("has a conductance of " + Digits.shown(highest)
                    + " siemens, where no cell has more than 1: name the column resistance if these are ohms, or their"
                    + " unit, as in \"conductance (uS)\" or --unit uS");
        }
        if (lowest < -LARGEST_NEGATIVE * highest) {
            throw source.refuse("has a conductance of " + Digits.shown(lowest)
                    + " siemens, too far below 0 for noise beside the largest of " + Digits.shown(highest));
        }
        long negative = readings.stream().filter(r -> r.siemens() < 0).count();
        if (negative > 0) {
            notes.add((negative == 1 ? "One conductance lies" : negative + " conductances lie") + " below 0, down to "
                    + Digits.shown(lowest) + " siemens: taken as noise of the readings.");
        }
    }

    private static void requireEnough(Source source, PulseMeasurements measured) {
        for (boolean up : new boolean[] {true, false}) {
            long found = measured.points(up).map(Point::pulse).distinct().count();
            if (measured.has(up) && found < FEWEST) {
                throw source.refuse("has " + found + " different numbers of pulses in the branch \""
                        + (up ? "up" : "down") + "\" where at least " + FEWEST + " are needed");
            }
        }
    }

    /** The unit of values whose column names none. */
    static Optional<Quantity.Unit> unit(Reads reads) {
        return Quantity.unit(reads.unit());
    }
}
