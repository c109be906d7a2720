package org.ohmgrad.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ohmgrad.data.PulseMeasurements.Point;
import org.ohmgrad.table.Decimal;
import org.ohmgrad.table.Header;
import org.ohmgrad.table.InputFile;
import org.ohmgrad.table.Mistakes;
import org.ohmgrad.table.TableReader;

/** Turns a table with the columns pulse, conductance and branch into rows. */
final class PulseRows {
    private static final List<String> COLUMNS = List.of("pulse", "conductance", "branch");
    private static final int MOST = 20_000;

    /** One row. */
    record Row(boolean up, Point point) {
        boolean continues(Row before) {
            return up == before.up && point.pulse() > before.point.pulse();
        }
    }

    private final TableReader table;
    private final List<Integer> columns;
    private final int width;
    private final Mistakes mistakes = new Mistakes();

    private PulseRows(TableReader table, List<Integer> columns, int width) {
        this.table = table;
        this.width = width;
        this.columns = columns;
    }

    /** Reads all rows. */
    static List<Row> read(InputFile file) {
        try (TableReader table = TableReader.open(file, Decimal.AUTO, COLUMNS.size())) {
            if (!table.next()) {
                throw file.source().refuse("is empty");
            }
            Header header = new Header(table.texts());
            List<Integer> columns =
                    COLUMNS.stream().map(name -> column(table, header, name)).toList();
            return new PulseRows(table, columns, header.names().size()).rows();
        }
    }

    private static int column(TableReader table, Header header, String name) {
        return header.find(name)
                .orElseThrow(() -> table.refuse("the header must name the columns " + String.join(", ", COLUMNS)
                        + " but names " + header.listed()));
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        while (table.next()) {
            row().ifPresent(rows::add);
            if (rows.size() > MOST) {
                throw table.refuse("the table has more than " + MOST + " rows, which is more than can be fitted");
            }
        }
        mistakes.throwIfAny();
        if (rows.isEmpty()) {
            throw table.source().refuse("has a header line but no rows");
        }
        return rows;
    }

    private Optional<Row> row() {
        if (table.fields() < width || table.filledFields() > width) {
            int fields = table.fields() < width ? table.fields() : table.filledFields();
            mistakes.add(table.refuse("this row has " + fields + " fields but the header has " + width));
            return Optional.empty();
        }
        Optional<Integer> pulse = mistakes.reading(this::pulse);
        Optional<Double> conductance = mistakes.reading(this::conductance);
        Optional<Boolean> up = mistakes.reading(this::isUp);
        return pulse.flatMap(p -> conductance.flatMap(g -> up.map(u -> new Row(u, new Point(p, g)))));
    }

    private boolean isUp() {
        String branch = table.text(columns.get(2));
        require(branch.equals("up") || branch.equals("down"), 2, "must be up or down");
        return branch.equals("up");
    }

    private int pulse() {
        double pulse = table.number(columns.get(0));
        require(
                pulse == Math.rint(pulse) && pulse >= 0 && pulse <= 1_000_000,
                0,
                "must be a whole number from 0 to 1000000");
        return (int) pulse;
    }

    private double conductance() {
        double conductance = table.number(columns.get(1));
        require(conductance >= 0 && Double.isFinite(conductance), 1, "must be a number of siemens, not negative,");
        return conductance;
    }

    private void require(boolean holds, int column, String rule) {
        if (!holds) {
            int field = columns.get(column);
            throw table.refuse("column " + (field + 1) + " (\"" + COLUMNS.get(column) + "\") " + rule + " but "
                    + table.found(field));
        }
    }
}
