package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ohmgrad.fit.PulseFile.Reads;
import org.ohmgrad.table.Header;
import org.ohmgrad.table.Mistakes;
import org.ohmgrad.table.Source;
import org.ohmgrad.table.TableException;
import org.ohmgrad.table.TableReader;

/** Turns the rows of one table into readings. */
final class PulseTableReader {
    private static final String OWN =
            "Trains of different names are taken as of different devices: name them by a column cycle (or cycle 1, cycle 2, ..."
                    + " where each has a column) if they are of one.";
    private static final int MOST_PULSES = 1_000_000;
    private static final int MOST = 2_000_000;

    private final TableReader table;
    private final Reads reads;
    private final Header header;
    private final boolean isNamed;
    private final Map<Role, OptionalInt> found = new EnumMap<>(Role.class);
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
        if (isNamed) {
            requireNames();
        } else {
            notes.add("The table has no header: "
                    + (isRowOfOldKind()
                            ? "its columns are taken as pulse, conductance and branch."
                            : numbering().isPresent()
                                    ? "its first column is taken as pulse, the others as conductances."
                                    : "all its columns are taken as conductances."));
        }
        Optional<Value> value = value();
        boolean hasRows =
                !isNamed || find(Role.PULSE).isPresent() || find(Role.BRANCH).isPresent();
        if (value.isPresent() && hasRows) {
            readRows(value.get(), notes);
        } else {
            readColumns(notes);
        }
        mistakes.throwIfAny();
        return readings;
    }

    private void requireNames() {
        List<String> hints = new ColumnHints(header).all();
        if (!hints.isEmpty()) {
            throw table.source().refuse(1, String.join("; ", hints) + ". Recognised are " + Role.recognised());
        }
    }

    private OptionalInt find(Role role) {
        return found.computeIfAbsent(role, wanted -> find(wanted.names()));
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
        int pulse = isOld ? 0 : find(Role.PULSE).orElseThrow(() -> columns("pulse"));
        OptionalInt branch = isOld ? OptionalInt.of(2) : find(Role.BRANCH);
        requireVoltage(List.of(value));
        do {
            if (table.filledFields() > header.names().size()) {
                refused(() -> table.refuse("this row has " + table.filledFields() + " fields but the header has "
                        + header.names().size()));
                continue;
            }
            Optional<Integer> count = mistakes.reading(() -> pulse(pulse));
            Optional<Double> siemens = mistakes.reading(() -> siemens(value));
            Optional<Boolean> up = direction(branch);
            if (count.isPresent() && siemens.isPresent() && up.isPresent()) {
                add(new Reading(device(), train(), up.get(), count.get(), siemens.get()));
            }
        } while (table.next());
        mistakes.throwIfAny();
        if (reads.inOrder()) {
            nameByOrder();
        }
        say(notes);
        if (branch.isEmpty()) {
            tellDirections(notes);
        } else if (value.unit().quantity() == Quantity.RESISTANCE && Directions.areOfResistance(readings)) {
            readings.replaceAll(reading -> reading.going(!reading.up()));
            notes.add(
                    "The branches are named after the resistance: up is taken as falling conductance, down as rising.");
        }
    }

    private Optional<Boolean> direction(OptionalInt branch) {
        return branch.isPresent() ? mistakes.reading(() -> isUp(branch.getAsInt())) : Optional.of(true);
    }

    private String text(Role role) {
        OptionalInt column = find(role);
        return column.isPresent() ? table.text(column.getAsInt()) : "";
    }

    /** Cycles, and rows in the order of measuring, are of one device if no column names devices. */
    private String device() {
        boolean isOne = find(Role.CYCLE).isPresent()
                || (reads.inOrder() && find(Role.TRAIN).isEmpty());
        return find(Role.DEVICE).isPresent() ? text(Role.DEVICE) : isOne ? ColumnTrain.ONE : "";
    }

    private String train() {
        boolean areTwo = find(Role.TRAIN).isPresent() && find(Role.CYCLE).isPresent();
        return text(Role.TRAIN) + (areTwo ? " " : "") + text(Role.CYCLE);
    }

    /** What columns say of devices and cycles. */
    private void say(Collection<String> notes) {
        if (find(Role.DEVICE).isPresent()) {
            notes.add("The column \"" + shown(Role.DEVICE) + "\" is taken to name devices.");
        } else if (find(Role.CYCLE).isPresent()) {
            notes.add("The column \"" + shown(Role.CYCLE) + "\" is taken to count cycles of one device.");
        } else if (find(Role.TRAIN).isPresent()) {
            notes.add(OWN);
        } else if (reads.inOrder()) {
            notes.add("Rows in the order of measuring are taken as cycles of one device; a column device would name"
                    + " several.");
        }
    }

    private String shown(Role role) {
        return Source.shown(header.name(find(role).orElseThrow()));
    }

    private TableException columns(String missing) {
        return table.source()
                .refuse(
                        1,
                        "the header must name a column " + missing
                                + ", beside conductance, resistance or current and, for two directions, branch; it names "
                                + header.listed() + ". Recognised are " + Role.recognised());
    }

    /** Currents without any voltage are refused once, not row by row. */
    private void requireVoltage(Collection<Value> values) {
        boolean needsVoltage = values.stream().anyMatch(value -> value.unit().quantity() == Quantity.CURRENT);
        if (needsVoltage && find(Role.VOLTAGE).isEmpty() && !(Math.abs(reads.volts()) > 0)) {
            throw table.source().refuse("gives currents: say at which voltage they were read, as in --voltage 0.1");
        }
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

    private double volts() {
        OptionalInt column = find(Role.VOLTAGE);
        double own = column.isPresent() ? table.number(column.getAsInt()) : Double.NaN;
        double volts = Double.isNaN(own) ? reads.volts() : own;
        if (!(Math.abs(volts) > 0)) {
            throw refuse(column.orElseThrow(), "must be the voltage of the read, other than 0,");
        }
        return volts;
    }

    private double siemens(Value value) {
        double number = table.number(value.column());
        Quantity quantity = value.unit().quantity();
        if (!Double.isFinite(number) || (quantity == Quantity.RESISTANCE && !(number > 0))) {
            throw refuse(
                    value.column(),
                    quantity == Quantity.RESISTANCE ? "must be a resistance above 0" : "must be a number");
        }
        return value.unit().siemens(number, quantity == Quantity.CURRENT ? volts() : Double.NaN);
    }

    private TableException refuse(int column, String rule) {
        String name = isNamed ? " (\"" + Source.shown(header.name(column)) + "\")" : "";
        return table.refuse("column " + (column + 1) + name + " " + rule + " but " + table.found(column));
    }

    /** A train for every column that has no other meaning, or two if a column says the branch of each row. */
    private void readColumns(Collection<String> notes) {
        OptionalInt pulse = isNamed ? find(Role.PULSE) : numbering();
        OptionalInt branch = isNamed ? find(Role.BRANCH) : OptionalInt.empty();
        Map<Integer, Value> columns = columns(pulse);
        if (columns.isEmpty()) {
            throw columns("conductance");
        }
        if (branch.isPresent() && pulse.isEmpty()) {
            throw columns("pulse");
        }
        requireVoltage(columns.values());
        do {
            int number = row++;
            Optional<Integer> count =
                    pulse.isPresent() ? mistakes.reading(() -> pulse(pulse.getAsInt())) : Optional.of(number);
            Optional<Boolean> up = direction(branch);
            columns.forEach((column, value) -> {
                if (!table.isEmpty(column) && count.isPresent() && up.isPresent()) {
                    mistakes.reading(() -> siemens(value))
                            .ifPresent(siemens ->
                                    add(new Reading(owner(column), trainOf(column), up.get(), count.get(), siemens)));
                }
            });
        } while (table.next());
        mistakes.throwIfAny();
        if (branch.isEmpty()) {
            tellDirections(notes);
        }
        if (areBranches()) {
            readings.replaceAll(reading -> reading.from(ColumnTrain.ONE));
            notes.add("Two columns, one that rises and one that falls, are taken as the branches of one device.");
        } else {
            say(columns.keySet(), notes);
        }
    }

    /** Whether two trains of which no name says the device are one up and one down. */
    private boolean areBranches() {
        Map<String, Boolean> ups = readings.stream()
                .filter(reading -> reading.device().isEmpty())
                .collect(Collectors.toMap(Reading::train, Reading::up, (a, b) -> a));
        return ups.size() == 2
                && Set.copyOf(ups.values()).size() == 2
                && readings.stream()
                        .allMatch(reading -> ups.getOrDefault(reading.train(), !reading.up()) == reading.up());
    }

    /** The columns of values; with a column of pulses, others that have a meaning of their own are none. */
    private Map<Integer, Value> columns(OptionalInt pulse) {
        Set<Integer> others = new HashSet<>();
        pulse.ifPresent(others::add);
        if (isNamed && pulse.isPresent()) {
            Stream.of(Role.values()).forEach(role -> find(role).ifPresent(others::add));
        } else if (isNamed) {
            find(Role.BRANCH).ifPresent(others::add);
        }
        Map<Integer, Value> columns = new LinkedHashMap<>();
        for (int column = 0; column < header.names().size(); column++) {
            if (!others.contains(column)) {
                columns.put(column, value(column, Quantity.CONDUCTANCE));
            }
        }
        return columns;
    }

    private String owner(int column) {
        String device = device();
        return isNamed && device.isEmpty() ? new ColumnTrain(header.name(column)).device() : device;
    }

    private String trainOf(int column) {
        String train = train();
        return header.names().get(column) + (train.isEmpty() ? "" : " " + train);
    }

    private void say(Collection<Integer> columns, Collection<String> notes) {
        List<ColumnTrain> trains = columns.stream()
                .map(column -> new ColumnTrain(isNamed ? header.name(column) : ""))
                .toList();
        Set<String> devices = trains.stream().map(ColumnTrain::device).collect(Collectors.toSet());
        say(notes);
        if (columns.size() == 1) {
            notes.add("The one column of no other meaning is taken as conductances.");
        } else if (devices.equals(Set.of(ColumnTrain.ONE))) {
            notes.add(
                    trains.stream().anyMatch(ColumnTrain::isCycle)
                            ? "Each column of values is taken as one train, all of them cycles of one device."
                            : "Each column of values is taken as one train, all of them branches of one device.");
        } else {
            notes.add("Each column of values is taken as one train.");
            notes.add(devices.contains("") ? OWN : "The names of the columns say of which device each train is.");
        }
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
