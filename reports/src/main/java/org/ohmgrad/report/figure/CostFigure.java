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
import org.ohmgrad.report.result.Spending;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.Quantities;
import org.ohmgrad.report.text.UnitPrefix;

/** Accuracy against the energy that training has spent so far. */
final class CostFigure {
    /** File name of the figure. */
    static final String NAME = "accuracy-vs-energy";

    private final Spending spending;
    private final Curves curves;

    CostFigure(Spending spending, Curves curves) {
        this.spending = spending;
        this.curves = curves;
    }

    /**
     * The figure; its picture is empty if no costs were counted.
     *
     * @param byPanel groups by the title of their panel
     * @param intervals what captions say of intervals
     */
    Figure figure(Map<String, List<Results.Group>> byPanel, String intervals) {
        var joules = spending.groups().stream()
                .flatMap(group -> moments(group).stream())
                .mapToDouble(Spending.Moment::joules)
                .toArray();
        if (joules.length == 0) {
            joules = new double[] {1};
        }
        var prefix = UnitPrefix.of("J", joules);
        var energies = Scale.logarithmic(java.util.Arrays.stream(joules)
                .map(energy -> energy * prefix.factor())
                .toArray());
        var panels = new ArrayList<LineChart.Panel>();
        byPanel.forEach((title, groups) -> {
            var series = series(groups, energies, prefix);
            if (!series.isEmpty()) {
                panels.add(new LineChart.Panel(title, series));
            }
        });
        var title = "Test accuracy against the energy spent on training" + spending.where();
        var chart = new LineChart(
                NAME,
                title,
                title + ", one panel per update scheme, one curve per arm; the totals are in costs.csv.",
                axis(energies, prefix),
                "test accuracy (%)",
                // Intervals of few seeds would leave no room for the curves.
                Scale.ofAccuracies(Panels.means(panels)),
                nearFloat(),
                Panels.columns(panels.size()),
                panels);
        return new Figure(chart, caption(chart) + intervals);
    }

    private static List<Spending.Moment> moments(Results.Group group) {
        return Spending.moments(group).stream()
                .filter(moment -> moment.joules() > 0)
                .toList();
    }

    private List<LineChart.Mark> nearFloat() {
        var wanted = spending.nearFloat();
        return wanted.isPresent() ? List.of(new LineChart.Mark(100 * wanted.getAsDouble(), "")) : List.of();
    }

    private String caption(LineChart chart) {
        return "Test accuracy after every epoch, mean over seeds, against the mean energy of training so far, the writing of"
                + " the first weights included, evaluations not. Energies on a logarithmic scale."
                + (chart.marks().isEmpty() ? "" : " Dotted: 1 point below the best float backpropagation.")
                + spending.unknown()
                + (spending.groups().stream()
                                .anyMatch(group -> group.summary("float_epochs").n() > 0)
                        ? " Arms trained in float first begin with what the chip reaches when programmed; what the float"
                                + " training took elsewhere is not counted."
                        : "")
                + (chart.scale().stretched()
                        ? " The vertical scale is logarithmic in the error (100 % - accuracy)."
                        : "")
                + " ";
    }

    private List<Series> series(List<Results.Group> groups, Scale energies, UnitPrefix prefix) {
        var series = new ArrayList<Series>();
        curves.byCurve(groups).forEach((label, own) -> {
            var dots = own.stream()
                    .filter(spending.groups()::contains)
                    .flatMap(group -> moments(group).stream())
                    .map(moment -> dot(moment, energies, prefix))
                    .toList();
            if (!dots.isEmpty()) {
                series.add(new Series(label, curves.style(own.get(0).arm()), Series.Kind.RIBBON, dots));
            }
        });
        return series;
    }

    private static Series.Dot dot(Spending.Moment moment, Scale energies, UnitPrefix prefix) {
        var percent = moment.accuracy().times(100);
        return Curves.dot(
                Axis.inside(energies.share(moment.joules() * prefix.factor())),
                percent,
                Quantities.of(moment.joules(), "J") + ": " + Curves.words(percent, 2));
    }

    private static Axis axis(Scale energies, UnitPrefix prefix) {
        var ticks = energies.ticks().stream()
                .map(tick -> new Axis.Tick(Axis.inside(energies.share(tick)), NumberText.of(tick), ""))
                .toList();
        return new Axis("energy of training so far (" + prefix.unit() + ")", ticks, false, OptionalDouble.empty());
    }
}
