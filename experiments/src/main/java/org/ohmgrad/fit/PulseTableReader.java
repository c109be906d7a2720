package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ohmgrad.fit.PulseFile.Reads;
import org.ohmgrad.report.Words;
import org.ohmgrad.table.Header;
import org.ohmgrad.table.Mistakes;
import org.ohmgrad.table.Source;
import org.ohmgrad.table.TableException;
import org.ohmgrad.table.TableReader;

/** Turns the rows of one table into readings. */
final class PulseTableReader {
    private static final String[] PULSE = {"pulse", "pulses", "pulse number", "pulse no", "number of pulses", "n", "p"};
    private static final String[] BRANCH = {"branch", "direction", "polarity", "process", "type"};
    private static final String[] TRAIN = {"train", "cycle", "run", "repetition", "loop"};
    private static final String[] DEVICE = {"device", "cell", "sample"};
    private static final String[] VOLTAGE = {"voltage", "v", "read voltage", "vread", "volt"};
    private static final int MOST_PULSES = 1_000_000;
    private static final int MOST = 2_000_000;

    private final TableReader table;
    private final Reads reads;
    private final Header header;
    private final boolean isNamed;
    private final Mistakes mistakes = new Mistakes();
    private final List<Reading> readings = new ArrayList<>();
    private int row;

    private PulseTableReader(TableReader table, Reads reads, Header header, boolean isNamed) {
        this.table = table;
        this.reads = reads;
        this.header = header;
        this.isNamed = isNamed;
    }

    /** Stands at the first row; a row without a number, or the comment before it, names the columns. */
    static PulseTableReader of(TableReader table, Reads reads) {
        if (!table.next()) {
            throw table.source().refuse("is empty");
        }
        List<String> first = table.texts();
        boolean hasNumbers = IntStream.range(0, first.size()).anyMatch(k -> Double.isFinite(table.number(k)));
        if (!hasNumbers) {
            PulseTableReader reader = new PulseTableReader(table, reads, new Header(first), true);
            if (!table.next()) {
                throw table.source().refuse("has a header line but no rows");
            }
            return reader;
        }
        boolean isNamed = table.comment().size() == first.size();
        List<String> numbers = IntStream.range(0, first.size())
                .mapToObj(k -> String.format(Locale.ROOT, "%06d", k))
                .toList();
        return new PulseTableReader(table, reads, new Header(isNamed ? table.comment() : numbers), isNamed);
    }

    /** All readings of the table. */
    List<Reading> readings(Collection<String> notes) {
        Optional<Value> value = value();
        boolean hasRows = !isNamed || find(PULSE).isPresent() || find(BRANCH).isPresent();
        if (value.isPresent() && hasRows) {
            readRows(value.get(), notes);
        } else {
            readColumns(notes);
        }
        mistakes.throwIfAny();
        return readings;
    }

    private OptionalInt find(String... names) {
        try {
            return header.find(names);
        } catch (IllegalArgumentException e) {
            throw table.source().refuse(1, String.valueOf(e.getMessage()));
        }
    }

    /** A column of values and the unit they are in. */
    private record Value(int column, Quantity.Unit unit) {}

    private Optional<Value> value() {
        if (!isNamed && isRowOfOldKind()) {
            return Optional.of(value(1, Quantity.CONDUCTANCE));
        }
        for (Quantity quantity : Quantity.values()) {
            OptionalInt column = find(quantity.names());
            if (column.isPresent()) {
                return Optional.of(value(column.getAsInt(), quantity));
            }
        }
        return Optional.empty();
    }

    /** A row of pulse, conductance and branch without names. */
    private boolean isRowOfOldKind() {
        return table.filledFields() == 3 && Branch.of(table.text(2)).isPresent();
    }

    private Value value(int column, Quantity quantity) {
        String word = header.unit(column);
        Quantity.Unit usual = PulseFile.unit(reads).orElse(quantity.plain());
        Quantity.Unit unit = word.isEmpty()
                ? usual
                : Quantity.unit(word).orElseThrow(() -> table.source()
                        .refuse(
                                1,
                                "the unit \"" + Source.shown(word) + "\" of column " + (column + 1) + " is none of "
                                        + Quantity.units()));
        return new Value(column, unit);
    }

    private void readRows(Value value, Collection<String> notes) {
        boolean isOld = !isNamed;
        int pulse = isOld ? 0 : find(PULSE).orElseThrow(() -> columns("pulse"));
        OptionalInt branch = isOld ? OptionalInt.of(2) : find(BRANCH);
        OptionalInt train = find(TRAIN);
        OptionalInt device = find(DEVICE);
        OptionalInt voltage = find(VOLTAGE);
        do {
            if (table.filledFields() > header.names().size()) {
                refused(() -> table.refuse("this row has " + Words.count(table.filledFields(), "field")
                        + " but the header has " + header.names().size()));
                continue;
            }
            Optional<Integer> count = mistakes.reading(() -> pulse(pulse));
            Optional<Double> siemens = mistakes.reading(() -> siemens(value, volts(voltage)));
            Optional<Boolean> up =
                    branch.isPresent() ? mistakes.reading(() -> isUp(branch.getAsInt())) : Optional.of(true);
            if (count.isPresent() && siemens.isPresent() && up.isPresent()) {
                add(new Reading(
                        device.isPresent() ? table.text(device.getAsInt()) : "",
                        train.isPresent() ? table.text(train.getAsInt()) : "",
                        up.get(),
                        count.get(),
                        siemens.get()));
            }
        } while (table.next());
        mistakes.throwIfAny();
        if (reads.inOrder()) {
            nameByOrder();
        }
        if (branch.isEmpty()) {
            tellDirections(notes);
        } else if (value.unit().quantity() == Quantity.RESISTANCE && Directions.areOfResistance(readings)) {
            readings.replaceAll(reading -> reading.going(!reading.up()));
            notes.add(
                    "The branches are named after the resistance: up is taken as falling conductance, down as rising.");
        }
    }

    private TableException columns(String missing) {
        return table.source()
                .refuse(
                        1,
                        "the header must name a column " + missing
                                + ", beside conductance, resistance or current and, for two directions, branch; it names "
                                + header.listed());
    }

    private void refused(Supplier<TableException> refusal) {
        mistakes.reading(() -> {
            throw refusal.get();
        });
    }

    private void add(Reading reading) {
        if (readings.size() == MOST) {
            throw table.source().refuse("has more than " + MOST + " readings");
        }
        readings.add(reading);
    }

    private boolean isUp(int column) {
        return Branch.of(table.text(column))
                .orElseThrow(() -> refuse(column, "must be up or down (or LTP or LTD, set or reset)"))
                .isUp();
    }

    private int pulse(int column) {
        double number = table.number(column);
        if (!(number >= 0 && number <= MOST_PULSES && number == Math.rint(number))) {
            throw refuse(column, "must be a whole number from 0 to " + MOST_PULSES);
        }
        return (int) number;
    }

    private double volts(OptionalInt column) {
        return column.isPresent() && !Double.isNaN(table.number(column.getAsInt()))
                ? table.number(column.getAsInt())
                : reads.volts();
    }

    private double siemens(Value value, double volts) {
        double number = table.number(value.column());
        Quantity quantity = value.unit().quantity();
        if (!Double.isFinite(number) || (quantity == Quantity.RESISTANCE && !(number > 0))) {
            throw refuse(
                    value.column(),
                    quantity == Quantity.RESISTANCE ? "must be a resistance above 0" : "must be a number");
        }
        if (quantity == Quantity.CURRENT && !(Math.abs(volts) > 0)) {
            throw table.source().refuse("gives currents: say at which voltage they were read, as in --voltage 0.1");
        }
        return value.unit().siemens(number, volts);
    }

    private TableException refuse(int column, String rule) {
        String name = isNamed ? " (\"" + Source.shown(header.name(column)) + "\")" : "";
        return table.refuse("column " + (column + 1) + name + " " + rule + " but " + table.found(column));
    }

    /** A train for every column but that of the pulses. */
    private void readColumns(Collection<String> notes) {
        OptionalInt pulse = isNamed ? find(PULSE) : numbering();
        if (isNamed && find(BRANCH).isPresent()) {
            throw columns("conductance");
        }
        Map<Integer, Value> columns = new LinkedHashMap<>();
        for (int column = 0; column < header.names().size(); column++) {
            if (pulse.isEmpty() || column != pulse.getAsInt()) {
                columns.put(column, value(column, Quantity.CONDUCTANCE));
            }
        }
        int from = readings.size();
        do {
            int number = row++;
            Optional<Integer> count =
                    pulse.isPresent() ? mistakes.reading(() -> pulse(pulse.getAsInt())) : Optional.of(number);
            columns.forEach((column, value) -> {
                if (!table.isEmpty(column) && count.isPresent()) {
                    mistakes.reading(() -> siemens(value, reads.volts()))
                            .ifPresent(siemens ->
                                    add(new Reading("", header.names().get(column), true, count.get(), siemens)));
                }
            });
        } while (table.next());
        mistakes.throwIfAny();
        if (readings.size() > from && columns.size() > 0) {
            notes.add("Each column" + (pulse.isPresent() ? " but that of the pulses" : "") + " is taken as one train.");
        }
        tellDirections(notes);
    }

    /** Without names, the first column counts pulses if it begins with 0 or 1 and there are others. */
    private OptionalInt numbering() {
        double first = table.number(0);
        return table.filledFields() > 1 && (first == 0 || first == 1) ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** A new train begins where the branch changes, or where the count turns. */
    private void nameByOrder() {
        int train = 0;
        int sense = 0;
        for (int k = 0; k < readings.size(); k++) {
            Reading here = readings.get(k);
            if (k > 0) {
                int step = Integer.signum(here.pulse() - lastPulse(k));
                boolean goesOn = here.up() == readings.get(k - 1).up() && step != 0 && (sense == 0 || step == sense);
                train += goesOn ? 0 : 1;
                sense = goesOn ? step : 0;
            }
            readings.set(k, here.of(here.train() + String.format(Locale.ROOT, "%07d", train)));
        }
    }

    private int lastPulse(int k) {
        return readings.get(k - 1).pulse();
    }

    /** Trains of no stated direction go where their conductances go. */
    private void tellDirections(Collection<String> notes) {
        Map<String, Boolean> ups = new LinkedHashMap<>();
        readings.stream()
                .collect(Collectors.groupingBy(Reading::name))
                .forEach((name, train) -> ups.put(name, Directions.isUp(train, table.source())));
        readings.replaceAll(reading -> reading.going(ups.getOrDefault(reading.name(), true)));
        notes.add("No column says which trains go up: their conductances, or the names of their columns, do.");
    }
}
