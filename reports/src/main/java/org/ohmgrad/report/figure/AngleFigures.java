package org.ohmgrad.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ohmgrad.report.chart.Axis;
import org.ohmgrad.report.chart.LineChart;
import org.ohmgrad.report.chart.Scale;
import org.ohmgrad.report.chart.Series;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;

/** The angle between the chip's gradient and the exact one, along a swept setting and along epochs. */
final class AngleFigures {
    private static final String ANGLE = "angle to exact gradient (degrees)";
    private static final String AXIS =
            " The axis ends at 90 degrees unless a mean lies beyond; intervals that reach farther are cut off there.";
    private static final LineChart.Mark RIGHT_ANGLE = new LineChart.Mark(90, "90°: no information");

    private final Curves curves;
    private final Panels parts;
    private final boolean alone;

    /** @param alone whether no figure along a sweep comes before those along epochs */
    AngleFigures(Curves curves, Panels parts, boolean alone) {
        this.curves = curves;
        this.parts = parts;
        this.alone = alone;
    }

    Figure along(SweepView view) {
        var groups = parts.mainGroups().stream().filter(view::holds).toList();
        var byPanel = parts.of(groups);
        var panels = new ArrayList<LineChart.Panel>();
        for (int layer = 0; layer < depth(groups); layer++) {
            int number = layer;
            byPanel.forEach((title, own) -> addPanel(panels, title, number, angleSeries(view, own, number)));
        }
        var title = "Angle between the chip's gradient and the exact one, against "
                + view.axis().label();
        var chart = new LineChart(
                "gradient-angle" + Panels.suffix(view),
                title,
                title + ", at the last epoch, one row of panels per layer; the numbers are in curves.csv.",
                view.axis().axis(),
                ANGLE,
                Scale.ofAngles(Panels.means(panels)),
                List.of(RIGHT_ANGLE),
                columns(byPanel, panels),
                panels);
        return new Figure(
                chart,
                "Angle at the end of the last epoch between the gradient that the chip forms and exact backpropagation"
                        + " through the matrices that it realises, per layer, on a fixed probe of training examples."
                        + " 0 degrees is the exact direction, 90 none." + AXIS
                        + " A layer that does not learn on the chip has no"
                        + " curve. " + parts.intervals());
    }

    private List<Series> angleSeries(SweepView view, List<Results.Group> groups, int layer) {
        var series = new ArrayList<Series>();
        curves.byCurve(groups)
                .forEach((label, own) -> series.add(Curves.along(
                        view,
                        label,
                        curves.style(own.get(0).arm()),
                        Series.Kind.WHISKERS,
                        own,
                        group -> group.mean(row -> row.lastEpoch()
                                .map(epoch -> Results.layer(epoch, layer, "gradient_angle_degrees"))
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

    /** One row of panels a layer; layers side by side where a row would hold one. */
    private static int columns(Map<String, List<Results.Group>> byPanel, List<LineChart.Panel> panels) {
        return Panels.columns(byPanel.size() == 1 ? panels.size() : byPanel.size());
    }

    private static int depth(List<Results.Group> groups) {
        return groups.stream()
                .flatMap(group -> group.rows().stream())
                .flatMap(row -> row.record().epochs().stream())
                .mapToInt(epoch -> epoch.layers().size())
                .max()
                .orElse(0);
    }

    Figure byEpoch(List<Results.Group> groups, String where) {
        int[] range = Curves.epochs(groups);
        var byPanel = parts.of(groups);
        var panels = new ArrayList<LineChart.Panel>();
        for (int layer = 0; layer < depth(groups); layer++) {
            int number = layer;
            byPanel.forEach((title, own) -> addPanel(
                    panels,
                    title,
                    number,
                    parts.epochSeries(own, range, epoch -> Results.layer(epoch, number, "gradient_angle_degrees"), 1)));
        }
        var title = "Angle between the chip's gradient and the exact one, by epoch" + where;
        var chart = new LineChart(
                "gradient-angle-by-epoch",
                title,
                title + ", one row of panels per layer; the numbers are in curves.csv.",
                Axis.ofWholeNumbers("epoch", range[0], range[1]),
                ANGLE,
                Scale.ofAngles(Panels.means(panels)),
                List.of(RIGHT_ANGLE),
                columns(byPanel, panels),
                panels);
        return new Figure(
                chart,
                (alone ? "Angle between the chip's gradient and the exact one" : "The same angle")
                        + " at the end of every epoch" + where
                        + ": whether alignment forms while the network learns." + AXIS + " " + parts.intervals());
    }
}
