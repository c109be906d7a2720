package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmgrad.fit.PulseColumns.Value;
import org.ohmgrad.fit.PulseFile.Reads;
import org.ohmgrad.table.Mistakes;
import org.ohmgrad.table.TableReader;

/** Turns the rows of one table into readings. */
final class PulseTableReader {
    private static final String OWN =
            "Trains of different names are taken as of different devices: name them by a column cycle (or cycle 1, cycle 2, ..."
                    + " where each has a column) if they are of one.";
    private static final String BRANCHES = ", all of them branches of one device.";
    private static final int MOST = 2_000_000;

    private final TableReader table;
    private final Reads reads;
    private final PulseColumns columns;
    private final Mistakes mistakes = new Mistakes();
    private final List<Reading> readings = new ArrayList<>();
    private int row;

    private PulseTableReader(TableReader table, Reads reads) {
        this.table = table;
        this.reads = reads;
        columns = PulseColumns.of(table, reads);
    }

    /** Stands at the first row. */
    static PulseTableReader of(TableReader table, Reads reads) {
        return new PulseTableReader(table, reads);
    }

    /** All readings of the table. */
    List<Reading> readings(Collection<String> notes) {
        if (columns.isNamed()) {
            columns.requireNames();
        } else {
            notes.add(columns.withoutNames());
        }
        Optional<Value> value = columns.value();
        boolean hasRows = columns.pulse().isPresent() || columns.branch().isPresent();
        if (value.isPresent() && hasRows) {
            readRows(value.get(), notes);
        } else {
            readColumns(notes);
        }
        return readings;
    }

    private void readRows(Value value, Collection<String> notes) {
        int pulse = columns.pulse().orElseThrow(() -> columns.missing("pulse"));
        OptionalInt branch = columns.branch();
        columns.requireVoltage(List.of(value));
        do {
            readRow(value, pulse, branch);
        } while (table.next());
        mistakes.throwIfAny();
        if (reads.inOrder()) {
            nameByOrder();
        }
        say(reads.inOrder(), notes);
        if (branch.isEmpty()) {
            tellDirections(notes);
        } else if (value.unit().quantity() == Quantity.RESISTANCE && Directions.areOfResistance(readings)) {
            readings.replaceAll(reading -> reading.going(!reading.up()));
            notes.add(
                    "The branches are named after the resistance: up is taken as falling conductance, down as rising.");
        }
    }

    private void readRow(Value value, int pulse, OptionalInt branch) {
        if (table.filledFields() > columns.count()) {
            mistakes.add(table.refuse(
                    "this row has " + table.filledFields() + " fields but the header has " + columns.count()));
            return;
        }
        Optional<Integer> count = mistakes.reading(() -> columns.pulse(pulse));
        Optional<Double> siemens = mistakes.reading(() -> columns.siemens(value));
        Optional<Boolean> up = direction(branch);
        if (count.isPresent() && siemens.isPresent() && up.isPresent()) {
            add(new Reading(columns.device(reads.inOrder()), columns.train(), up.get(), count.get(), siemens.get()));
        }
    }

    private Optional<Boolean> direction(OptionalInt branch) {
        return branch.isPresent() ? mistakes.reading(() -> columns.isUp(branch.getAsInt())) : Optional.of(true);
    }

    /** What columns say of devices and cycles. Returns whether they say anything. */
    private boolean say(boolean isInOrder, Collection<String> notes) {
        if (columns.find(Role.DEVICE).isPresent()) {
            notes.add("The column \"" + columns.shown(Role.DEVICE) + "\" is taken to name devices.");
        } else if (columns.find(Role.CYCLE).isPresent()) {
            notes.add("The column \"" + columns.shown(Role.CYCLE) + "\" is taken to count cycles of one device.");
        } else if (columns.find(Role.TRAIN).isPresent()) {
            notes.add(OWN);
        } else if (isInOrder) {
            notes.add("Rows in the order of measuring are taken as cycles of one device; a column device would name"
                    + " several.");
        } else {
            return false;
        }
        return true;
    }

    private void add(Reading reading) {
        if (readings.size() == MOST) {
            throw table.source().refuse("has more than " + MOST + " readings");
        }
        readings.add(reading);
    }

    /** A train for every column that has no other meaning, or two if a column says the branch of each row. */
    private void readColumns(Collection<String> notes) {
        OptionalInt pulse = columns.pulse();
        OptionalInt branch = columns.branch();
        Map<Integer, Value> values = columns.values(pulse);
        if (values.isEmpty()) {
            throw columns.missing("conductance");
        }
        if (branch.isPresent() && pulse.isEmpty()) {
            throw columns.missing("pulse");
        }
        columns.requireVoltage(values.values());
        do {
            readRow(values, pulse, branch);
        } while (table.next());
        mistakes.throwIfAny();
        if (branch.isEmpty()) {
            tellDirections(notes);
        }
        if (areBranches()) {
            readings.replaceAll(reading -> reading.from(ColumnTrain.ONE));
            notes.add("Two columns, one that rises and one that falls, are taken as the branches of one device.");
        } else {
            say(values.keySet(), notes);
        }
    }

    private void readRow(Map<Integer, Value> values, OptionalInt pulse, OptionalInt branch) {
        int number = row++;
        Optional<Integer> count =
                pulse.isPresent() ? mistakes.reading(() -> columns.pulse(pulse.getAsInt())) : Optional.of(number);
        Optional<Boolean> up = direction(branch);
        values.forEach((column, value) -> {
            if (!table.isEmpty(column) && count.isPresent() && up.isPresent()) {
                mistakes.reading(() -> columns.siemens(value))
                        .ifPresent(siemens -> add(new Reading(
                                columns.owner(column), columns.trainOf(column), up.get(), count.get(), siemens)));
            }
        });
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

    private void say(Collection<Integer> values, Collection<String> notes) {
        List<ColumnTrain> trains = values.stream()
                .map(column -> new ColumnTrain(columns.name(column)))
                .toList();
        Set<String> devices = trains.stream().map(ColumnTrain::device).collect(Collectors.toSet());
        boolean isOne = devices.equals(Set.of(ColumnTrain.ONE));
        boolean areCycles = trains.stream().anyMatch(ColumnTrain::isCycle);
        String each = values.size() == 1
                ? "The one column of no other meaning is taken as conductances"
                : "Each column of values is taken as one train";
        boolean isSaid = say(false, notes);
        notes.add(each + (isSaid || !isOne ? "." : areCycles ? ", all of them cycles of one device." : BRANCHES));
        if (!isSaid && !isOne && values.size() > 1) {
            notes.add(devices.contains("") ? OWN : "The names of the columns say of which device each train is.");
        }
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
