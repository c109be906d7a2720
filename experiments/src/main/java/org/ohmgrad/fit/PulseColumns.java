package org.ohmgrad.fit;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ohmgrad.fit.PulseFile.Reads;
import org.ohmgrad.table.Header;
import org.ohmgrad.table.Source;
import org.ohmgrad.table.TableException;
import org.ohmgrad.table.TableReader;

/** What the columns of a table of pulses mean, and the fields of its current row by their meaning. */
final class PulseColumns {
    private static final int MOST_PULSES = 1_000_000;

    private final TableReader table;
    private final Reads reads;
    private final Header header;
    private final boolean isNamed;
    private final Map<Role, OptionalInt> found = new EnumMap<>(Role.class);

    private PulseColumns(TableReader table, Reads reads, Header header, boolean isNamed) {
        this.table = table;
        this.reads = reads;
        this.header = header;
        this.isNamed = isNamed;
    }

    /** Stands at the first row; a row without a number, or the comment before it, names the columns. */
    static PulseColumns of(TableReader table, Reads reads) {
        if (!table.next()) {
            throw table.source().refuse("is empty");
        }
        List<String> first = table.texts();
        boolean hasNumbers = IntStream.range(0, first.size()).anyMatch(k -> Double.isFinite(table.number(k)));
        if (!hasNumbers && !table.next()) {
            throw table.source().refuse("has a header line but no rows");
        }
        boolean isComment = hasNumbers && table.comment().size() == first.size();
        List<String> numbers = IntStream.range(0, first.size())
                .mapToObj(k -> String.format(Locale.ROOT, "%06d", k))
                .toList();
        List<String> names = isComment ? table.comment() : hasNumbers ? numbers : first;
        return new PulseColumns(table, reads, new Header(names), isComment || !hasNumbers);
    }

    boolean isNamed() {
        return isNamed;
    }

    /** How many there are. */
    int count() {
        return header.names().size();
    }

    /** A column's name without its unit; empty if the table has no names. */
    String name(int column) {
        return isNamed ? header.name(column) : "";
    }

    OptionalInt pulse() {
        return isNamed ? find(Role.PULSE) : isRowOfOldKind() ? OptionalInt.of(0) : numbering();
    }

    OptionalInt branch() {
        return isNamed ? find(Role.BRANCH) : isRowOfOldKind() ? OptionalInt.of(2) : OptionalInt.empty();
    }

    /** What is to be said of a table without names. */
    String withoutNames() {
        return "The table has no header: "
                + (isRowOfOldKind()
                        ? "its columns are taken as pulse, conductance and branch."
                        : numbering().isPresent()
                                ? "its first column is taken as pulse, the others as conductances."
                                : "all its columns are taken as conductances.");
    }

    void requireNames() {
        List<String> hints = new ColumnHints(header).all();
        if (!hints.isEmpty()) {
            throw table.source().refuse(1, String.join("; ", hints) + ". Recognised are " + Role.recognised());
        }
    }

    OptionalInt find(Role role) {
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
    record Value(int column, Quantity.Unit unit) {}

    Optional<Value> value() {
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

    private String text(Role role) {
        OptionalInt column = find(role);
        return column.isPresent() ? table.text(column.getAsInt()) : "";
    }

    /** Cycles, and rows in the order of measuring, are of one device if no column names devices. */
    String device(boolean isInOrder) {
        boolean isOne =
                find(Role.CYCLE).isPresent() || (isInOrder && find(Role.TRAIN).isEmpty());
        return find(Role.DEVICE).isPresent() ? text(Role.DEVICE) : isOne ? ColumnTrain.ONE : "";
    }

    String train() {
        boolean areTwo = find(Role.TRAIN).isPresent() && find(Role.CYCLE).isPresent();
        return text(Role.TRAIN) + (areTwo ? " " : "") + text(Role.CYCLE);
    }

    String shown(Role role) {
        return Source.shown(header.name(find(role).orElseThrow()));
    }

    TableException missing(String column) {
        return table.source()
                .refuse(
                        1,
                        "the header must name a column " + column
                                + ", beside conductance, resistance or current and, for two directions, branch; it names "
                                + header.listed() + ". Recognised are " + Role.recognised());
    }

    /** Currents without any voltage are refused once, not row by row. */
    void requireVoltage(Collection<Value> values) {
        boolean needsVoltage = values.stream().anyMatch(value -> value.unit().quantity() == Quantity.CURRENT);
        if (needsVoltage && find(Role.VOLTAGE).isEmpty() && !(Math.abs(reads.volts()) > 0)) {
            throw table.source().refuse("gives currents: say at which voltage they were read, as in --voltage 0.1");
        }
    }

    boolean isUp(int column) {
        return Branch.of(table.text(column))
                .orElseThrow(() -> refuse(column, "must be up or down (or LTP or LTD, set or reset)"))
                .isUp();
    }

    int pulse(int column) {
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

    double siemens(Value value) {
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

    /** The columns of values; with a column of pulses, others that have a meaning of their own are none. */
    Map<Integer, Value> values(OptionalInt pulse) {
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

    /** The device of a column's train; empty if nothing says it. */
    String owner(int column) {
        boolean isSaid =
                !isNamed || find(Role.DEVICE).isPresent() || find(Role.CYCLE).isPresent();
        return isSaid ? device(false) : new ColumnTrain(header.name(column)).device();
    }

    String trainOf(int column) {
        String train = train();
        return header.names().get(column) + (train.isEmpty() ? "" : " " + train);
    }

    /** Without names, the first column counts pulses if it begins with 0 or 1 and there are others. */
    private OptionalInt numbering() {
        double first = table.number(0);
        return table.filledFields() > 1 && (first == 0 || first == 1) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
