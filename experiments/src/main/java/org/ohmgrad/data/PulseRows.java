package org.ohmgrad.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ohmgrad.data.PulseMeasurements.Point;

/** Turns CSV with the columns pulse, conductance and branch into rows. */
final class PulseRows {
    private static final List<String> COLUMNS = List.of("pulse", "conductance", "branch");
    private static final int MOST = 20_001;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");
    private static final Pattern NUMBER = Pattern.compile("\\+?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** One row. */
    record Row(boolean up, Point point) {
        boolean continues(Row before) {
            return up == before.up && point.pulse() > before.point.pulse();
        }
    }

    private final Source source;
    private final List<String> header;
    private final Mistakes mistakes = new Mistakes();

    private PulseRows(Source source, List<String> header) {
        this.source = source;
        this.header = header;
    }

    /** Reads all rows. */
    static List<Row> read(Source source, String text) {
        List<Csv.Row> lines = Csv.rows(source, text);
        if (lines.size() < 2) {
            throw source.refuse(lines.isEmpty() ? "is empty" : "has a header line but no rows");
        }
        if (lines.size() > MOST) {
            throw source.refuse("has " + (lines.size() - 1) + " rows where at most " + (MOST - 1) + " can be fitted");
        }
        List<String> header = lines.get(0).fields().stream().map(String::strip).toList();
        if (header.size() != COLUMNS.size() || !header.containsAll(COLUMNS)) {
            throw source.refuse(
                    1,
                    "the header must name the columns " + String.join(", ", COLUMNS) + " but names "
                            + String.join(", ", header));
        }
        PulseRows reader = new PulseRows(source, header);
        List<Row> rows = lines.subList(1, lines.size()).stream()
                .flatMap(line -> reader.row(line).stream())
                .toList();
        reader.mistakes.throwIfAny();
        return rows;
    }

    private Optional<Row> row(Csv.Row line) {
        if (mistakes.reading(() -> shaped(line)).isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> pulse = mistakes.reading(() -> pulse(line));
        Optional<Double> conductance = mistakes.reading(() -> conductance(line));
        Optional<Boolean> up = mistakes.reading(() -> isUp(line));
        return pulse.flatMap(p -> conductance.flatMap(g -> up.map(u -> new Row(u, new Point(p, g)))));
    }

    private Csv.Row shaped(Csv.Row line) {
        if (line.fields().size() != header.size()) {
            throw source.refuse(
                    line.line(),
                    "this row has " + line.fields().size() + " fields but the header has " + header.size());
        }
        return line;
    }

    private String field(Csv.Row line, String column) {
        return line.fields().get(header.indexOf(column)).strip();
    }

    private boolean isUp(Csv.Row line) {
        String branch = field(line, "branch");
        if (!branch.equals("up") && !branch.equals("down")) {
            throw refuse(line, "branch", "must be up or down");
        }
        return branch.equals("up");
    }

    private int pulse(Csv.Row line) {
        String pulse = field(line, "pulse");
        if (!WHOLE.matcher(pulse).matches() || Integer.parseInt(pulse) > 1_000_000) {
            throw refuse(line, "pulse", "must be a whole number from 0 to 1000000");
        }
        return Integer.parseInt(pulse);
    }

    private double conductance(Csv.Row line) {
        String conductance = field(line, "conductance");
        boolean isNumber = NUMBER.matcher(conductance).matches();
        if (!isNumber || !Double.isFinite(Double.parseDouble(conductance))) {
            throw refuse(line, "conductance", "must be a number of siemens, not negative,");
        }
        return Double.parseDouble(conductance);
    }

    private DataException refuse(Csv.Row line, String column, String rule) {
        String found = field(line, column);
        String but = found.isEmpty() ? "is empty" : "has \"" + found + "\"";
        return source.refuse(
                line.line(),
                "column " + (header.indexOf(column) + 1) + " (\"" + column + "\") " + rule + " but " + but);
    }
}
