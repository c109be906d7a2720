package org.ohmgrad.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The figures of a report, in its order; a figure without data is left out. */
final class Figures {
    private static final String ACCURACY = "test accuracy (%)";
    private static final String ANGLE = "angle to exact gradient (degrees)";
    private static final LineChart.Mark RIGHT_ANGLE = new LineChart.Mark(90, "90°: no information");

    private final Results results;
    private final Curves curves;
    private final List<SweepView> views;

    Figures(Results results) {
        this.results = results;
        this.curves = new Curves(results);
        this.views = SweepView.of(results.plan());
    }

    List<Figure> all() {
        var effects = new EffectFigures(results, curves).all(intervals());
        if (!effects.isEmpty()) {
            return effects;
        }
        var figures = new ArrayList<Figure>();
        for (var view : views) {
            add(figures, accuracy(view));
        }
        if (views.isEmpty()) {
            add(figures, arms());
        }
        for (var view : views) {
            add(figures, angles(view));
        }
        figures.addAll(new CalibrationFigures(results).all(intervals()));
        figures.addAll(new WireFigures(results).all());
        for (var view : views.isEmpty() ? List.<SweepView>of() : views.subList(0, 1)) {
            add(figures, anglesOverEpochs(detailed(view), where(view)));
            add(figures, learning(detailed(view), where(view)));
        }
        if (views.isEmpty()) {
            add(figures, anglesOverEpochs(mainCells(), ""));
            add(figures, learning(mainCells(), ""));
        }
        add(figures, costs());
        return figures;
    }

    /** What every caption says of intervals. */
    private String intervals() {
        return results.plan().seeds() > 1
                ? "Bars and bands are 95 % t intervals over seeds; they do not cover the choice of test images, and are cut off where no value can lie."
                : "One seed, so there are no intervals.";
    }

    private static OptionalDouble testAccuracy(Results.Row row) {
        return row.summary("test_accuracy");
    }

    private static void add(List<Figure> figures, Figure figure) {
        if (!figure.picture().isEmpty()) {
            figures.add(figure);
        }
    }

    private String suffix(SweepView view) {
        if (view.axis().isCellBits()) {
            return "-vs-bits";
        }
        return "-vs-"
                + view.axis()
                        .pointer()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
    }

    private static String where(SweepView view) {
        return " " + view.detailWords();
    }

    private List<Results.Cell> mainCells() {
        return results.shown().stream().filter(cell -> !cell.arm().companion()).toList();
    }

    private List<Results.Cell> detailed(SweepView view) {
        return mainCells().stream()
                .filter(view::holds)
                .filter(cell -> view.valueOf(cell).equals(view.detail()))
                .toList();
    }

    /** Groups by panel: update scheme and the other pointers. */
    private Map<String, List<Results.Cell>> panels(List<Results.Cell> cells) {
        var panels = new LinkedHashMap<String, List<Results.Cell>>();
        for (var cell : cells) {
            panels.computeIfAbsent(panel(cell), title -> new ArrayList<>()).add(cell);
        }
        return panels;
    }

    private String panel(Results.Cell cell) {
        var update = cell.arm().onChip() ? cell.arm().update().replace('-', ' ') : "";
        var others = views.isEmpty() ? "" : views.get(0).othersOf(cell, results.plan());
        return update.isEmpty() || others.isEmpty() ? update + others : update + ", " + others;
    }

    private static int columns(int panels) {
        return panels == 2 || panels == 4 ? 2 : 3;
    }

    private static double[] values(List<LineChart.Panel> panels) {
        return panels.stream().flatMapToDouble(LineChart.Panel::extents).toArray();
    }

    private Figure accuracy(SweepView view) {
        var panels = new ArrayList<LineChart.Panel>();
        panels(results.shown().stream().filter(view::holds).toList()).forEach((title, cells) -> {
            var series = accuracySeries(view, cells);
            if (!series.isEmpty()) {
                panels.add(new LineChart.Panel(title, series));
            }
        });
        var title = "Test accuracy against " + view.axis().label();
        var chart = new LineChart(
                "accuracy" + suffix(view),
                title,
                title + ", one panel per update scheme, one curve per arm; the numbers are in results.csv.",
                view.axis().axis(),
                ACCURACY,
                Scale.ofAccuracies(values(panels)),
                List.of(),
                columns(panels.size()),
                panels);
        return new Figure(chart, accuracyCaption(view, panels) + stretched(chart));
    }

    private static String stretched(LineChart chart) {
        return chart.scale().stretched()
                ? " The vertical scale is logarithmic in the error (100 % - accuracy), so that one point can be seen"
                        + " near the top."
                : "";
    }

    private List<Series> accuracySeries(SweepView view, List<Results.Cell> cells) {
        var series = new ArrayList<Series>();
        series.add(curves.floatBand(view, cells));
        curves.byCurve(cells).forEach((label, own) -> {
            var arm = own.get(0).arm();
            var kind = arm.companion() ? Series.Kind.THIN : Series.Kind.WHISKERS;
            series.add(Curves.along(
                    view, label, curves.style(arm), kind, own, cell -> Curves.percent(cell, Figures::testAccuracy), 2));
            if (!arm.companion()) {
                series.add(Curves.along(
                        view,
                        label + ": programmed, not trained on chip",
                        CurveStyle.PROGRAMMED,
                        Series.Kind.THIN,
                        own,
                        cell -> Curves.percent(cell, row -> row.summary("programmed_accuracy")),
                        2));
            }
        });
        series.removeIf(one -> one.dots().isEmpty());
        return series;
    }

    private String accuracyCaption(SweepView view, List<LineChart.Panel> panels) {
        var text = new StringBuilder("Test accuracy after the last epoch, mean over seeds. ");
        var kinds = panels.stream().flatMap(panel -> panel.series().stream()).toList();
        if (kinds.stream().anyMatch(one -> one.kind() == Series.Kind.BAND)) {
            text.append("Grey band: float backpropagation with the same initial weights, data order and seeds. ");
        }
        if (results.shown().stream().anyMatch(cell -> cell.arm().companion())) {
            text.append("Thin, open marks: the same arms on the companion chip named in the legend. ");
        }
        var weights = CellWeights.of(results.plan());
        if (view.axis().isCellBits() && weights.known()) {
            text.append(weights.sentence());
        }
        if (view.axis().axis().brk().isPresent()) {
            text.append("The axis is broken where a value has no place on its scale. ");
        }
        return text.append(intervals()).toString();
    }

    private Figure angles(SweepView view) {
        var cells = mainCells().stream().filter(view::holds).toList();
        var byPanel = panels(cells);
        var panels = new ArrayList<LineChart.Panel>();
        for (int layer = 0; layer < depth(cells); layer++) {
            int number = layer;
            byPanel.forEach((title, own) -> addPanel(panels, title, number, angleSeries(view, own, number)));
        }
        var title = "Angle between the chip's gradient and the exact one, against "
                + view.axis().label();
        var chart = new LineChart(
                "gradient-angle" + suffix(view),
                title,
                title + ", at the last epoch, one row of panels per layer; the numbers are in curves.csv.",
                view.axis().axis(),
                ANGLE,
                Scale.around(withZero(values(panels)), 0, 180),
                List.of(RIGHT_ANGLE),
                columns(byPanel.size()),
                panels);
        return new Figure(
                chart,
                "Angle at the end of the last epoch between the gradient that the chip forms and exact backpropagation"
                        + " through the matrices that it realises, per layer, on a fixed probe of training examples."
                        + " 0 degrees is the exact direction, 90 none. A layer that does not learn on the chip has no"
                        + " curve. " + intervals());
    }

    private List<Series> angleSeries(SweepView view, List<Results.Cell> cells, int layer) {
        var series = new ArrayList<Series>();
        curves.byCurve(cells)
                .forEach((label, own) -> series.add(Curves.along(
                        view,
                        label,
                        curves.style(own.get(0).arm()),
                        Series.Kind.WHISKERS,
                        own,
                        cell -> cell.mean(row -> row.lastEpoch()
                                .map(epoch -> Curves.layer(epoch, layer, "gradient_angle_degrees"))
                                .orElse(OptionalDouble.empty())),
                        1)));
        return series;
    }

    private static void addPanel(List<LineChart.Panel> panels, String title, int layer, List<Series> series) {
        var kept = series.stream().filter(one -> !one.dots().isEmpty()).toList();
        if (!kept.isEmpty()) {
            panels.add(new LineChart.Panel((title.isEmpty() ? "" : title + ", ") + "layer " + (layer + 1), kept));
        }
    }

    private static double[] withZero(double[] values) {
        var all = java.util.Arrays.copyOf(values, values.length + 2);
        all[values.length + 1] = 90;
        return all;
    }

    private static int depth(List<Results.Cell> cells) {
        return cells.stream()
                .flatMap(cell -> cell.rows().stream())
                .flatMap(row -> row.record().epochs().stream())
                .mapToInt(epoch -> epoch.layers().size())
                .max()
                .orElse(0);
    }

    private Figure anglesOverEpochs(List<Results.Cell> cells, String where) {
        int[] range = Curves.epochs(cells);
        var byPanel = panels(cells);
        var panels = new ArrayList<LineChart.Panel>();
        for (int layer = 0; layer < depth(cells); layer++) {
            int number = layer;
            byPanel.forEach((title, own) -> addPanel(
                    panels,
                    title,
                    number,
                    epochSeries(own, range, epoch -> Curves.layer(epoch, number, "gradient_angle_degrees"), 1)));
        }
        var title = "Angle between the chip's gradient and the exact one, by epoch" + where;
        var chart = new LineChart(
                "gradient-angle-by-epoch",
                title,
                title + ", one row of panels per layer; the numbers are in curves.csv.",
                Axis.ofWholeNumbers("epoch", range[0], range[1]),
                ANGLE,
                Scale.around(withZero(values(panels)), 0, 180),
                List.of(RIGHT_ANGLE),
                columns(byPanel.size()),
                panels);
        return new Figure(
                chart,
                (views.isEmpty() ? "Angle between the chip's gradient and the exact one" : "The same angle")
                        + " at the end of every epoch" + where
                        + ": whether alignment forms while the network learns. " + intervals());
    }

    private Figure learning(List<Results.Cell> cells, String where) {
        var all = new ArrayList<>(cells);
        var floats = floatCells(cells);
        all.addAll(floats);
        int[] range = Curves.epochs(all);
        var panels = new ArrayList<LineChart.Panel>();
        Function<Epoch, OptionalDouble> accuracy =
                epoch -> Curves.scaled(Results.value(epoch.values(), "test_accuracy"));
        panels(cells).forEach((title, own) -> {
            var series = new ArrayList<Series>();
            floats.stream()
                    .limit(1)
                    .forEach(cell -> series.add(Curves.overEpochs(
                            curves.floatLabel(), CurveStyle.FLOAT, Series.Kind.BAND, cell, range, accuracy, 2)));
            series.addAll(epochSeries(own, range, accuracy, 2));
            series.removeIf(one -> one.dots().isEmpty());
            if (!series.isEmpty()) {
                panels.add(new LineChart.Panel(title, series));
            }
        });
        var title = "Test accuracy by epoch" + where;
        var chart = new LineChart(
                "learning-curves",
                title,
                title + ", one curve per arm; the numbers are in curves.csv.",
                Axis.ofWholeNumbers("epoch", range[0], range[1]),
                ACCURACY,
                Scale.ofAccuracies(values(panels)),
                List.of(),
                columns(panels.size()),
                panels);
        return new Figure(
                chart,
                "Test accuracy at the end of every epoch" + where + ", each one noisy pass through the chip. "
                        + intervals() + stretched(chart));
    }

    private Figure costs() {
        var spending = new Spending(results);
        return new CostFigure(spending, curves).figure(panels(spending.cells()), intervals());
    }

    /** The float backpropagation group that is the partner of these groups, if its runs are there. */
    private List<Results.Cell> floatCells(List<Results.Cell> cells) {
        var keys = cells.stream()
                .flatMap(cell -> cell.rows().stream())
                .map(row -> row.planned().floatBackpropagationKey())
                .filter(key -> !key.isEmpty())
                .toList();
        boolean onChip = cells.stream().anyMatch(cell -> cell.arm().onChip());
        return results.cells().stream()
                .filter(cell -> onChip && !cell.arm().onChip())
                .filter(cell -> results.plan().runs().stream()
                        .filter(run -> keys.contains(run.key()))
                        .anyMatch(run -> Results.Arm.of(run).equals(cell.arm())
                                && run.point().equals(cell.point())))
                .toList();
    }

    private List<Series> epochSeries(
            List<Results.Cell> cells, int[] range, Function<Epoch, OptionalDouble> value, int decimals) {
        var series = new ArrayList<Series>();
        curves.byCurve(cells)
                .forEach((label, own) -> series.add(Curves.overEpochs(
                        label,
                        curves.style(own.get(0).arm()),
                        Series.Kind.RIBBON,
                        own.get(0),
                        range,
                        value,
                        decimals)));
        return series;
    }

    private Figure arms() {
        var rows = new ArrayList<DotChart.Row>();
        for (var cell : results.shown()) {
            var marks = armMarks(cell);
            if (!marks.isEmpty()) {
                var update = cell.arm().onChip() ? ", " + cell.arm().update().replace('-', ' ') : "";
                rows.add(new DotChart.Row(curves.label(cell.arm()) + update, marks));
            }
        }
        var legend = rows.stream().flatMap(row -> row.marks().stream()).toList();
        var values = legend.stream()
                .flatMap(mark -> mark.dots().stream())
                .flatMapToDouble(Series.Dot::extent)
                .toArray();
        var title = "Test accuracy of the arms";
        var chart = new DotChart(
                "accuracy",
                title,
                title + ", each beside its float partners; the numbers are in results.csv.",
                ACCURACY,
                Scale.around(values, 0, 100),
                rows,
                legend);
        return new Figure(
                chart,
                "Test accuracy after the last epoch, mean over seeds, of every arm and of the float networks with the"
                        + " same initial weights, data order and seeds. " + intervals());
    }

    private List<Series> armMarks(Results.Cell cell) {
        boolean onChip = cell.arm().onChip();
        var marks = new ArrayList<Series>();
        var own = new CurveStyle("#0072B2", CurveStyle.Marker.CIRCLE, List.of());
        var twin = new CurveStyle("#D55E00", CurveStyle.Marker.SQUARE, List.of(7.0, 3.0));
        addMark(marks, onChip ? "on the chip" : "float", own, cell, Figures::testAccuracy);
        addMark(
                marks,
                "programmed, not trained on chip",
                CurveStyle.PROGRAMMED,
                cell,
                row -> row.summary("programmed_accuracy"));
        if (onChip && !cell.arm().rule().equals("backpropagation")) {
            addMark(marks, "float, same rule", twin, cell, Results.Row::floatOwn);
        }
        if (onChip) {
            addMark(
                    marks,
                    "float backpropagation",
                    new CurveStyle("#555555", CurveStyle.Marker.DIAMOND, List.of(2.0, 2.0)),
                    cell,
                    Results.Row::floatBackpropagation);
        }
        return marks;
    }

    private static void addMark(
            List<Series> marks,
            String label,
            CurveStyle style,
            Results.Cell cell,
            Function<Results.Row, OptionalDouble> value) {
        var interval = Curves.percent(cell, value);
        if (interval.n() > 0) {
            marks.add(new Series(
                    label, style, Series.Kind.WHISKERS, List.of(Curves.dot(0, interval, Curves.words(interval, 2)))));
        }
    }
}
