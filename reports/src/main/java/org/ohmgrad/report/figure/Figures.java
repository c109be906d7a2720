package org.ohmgrad.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.Spending;
import org.ohmgrad.report.result.SweepView;

/** The figures of a report, in its order; a figure without data is left out. */
public final class Figures {
    private final Results results;
    private final Curves curves;
    private final List<SweepView> views;
    private final Panels parts;
    private final AccuracyFigures accuracies;
    private final AngleFigures angles;

    /** Figures of results; nothing is drawn yet. */
    public Figures(Results results) {
        this.results = results;
        this.curves = new Curves(results);
        this.views = SweepView.of(results.plan());
        parts = new Panels(results, curves, views);
        accuracies = new AccuracyFigures(results, curves, parts);
        angles = new AngleFigures(curves, parts, views.isEmpty());
    }

    /** All that have something to show. */
    public List<Figure> all() {
        var effects = new EffectFigures(results, curves).all(parts.intervals());
        if (!effects.isEmpty()) {
            return effects;
        }
        var figures = new ArrayList<Figure>();
        for (var view : views) {
            add(figures, accuracies.along(view));
        }
        if (views.isEmpty()) {
            add(figures, new ArmFigure(results, curves, parts).figure());
        }
        for (var view : views) {
            add(figures, angles.along(view));
        }
        figures.addAll(new CalibrationFigures(results).all(parts.intervals()));
        figures.addAll(new WireFigures(results).all());
        for (var view : views.isEmpty() ? List.<SweepView>of() : views.subList(0, 1)) {
            add(figures, angles.byEpoch(detailed(view), where(view)));
            add(figures, accuracies.byEpoch(detailed(view), where(view)));
        }
        if (views.isEmpty()) {
            add(figures, angles.byEpoch(parts.mainGroups(), ""));
            add(figures, accuracies.byEpoch(parts.mainGroups(), ""));
        }
        add(figures, costs());
        return figures;
    }

    /** Whether a figure is of what learning costs, and so belongs among the tables of that. */
    public static boolean isOfCosts(Figure figure) {
        return figure.picture().name().equals(CostFigure.NAME);
    }

    private static void add(List<Figure> figures, Figure figure) {
        if (!figure.picture().isEmpty()) {
            figures.add(figure);
        }
    }

    private static String where(SweepView view) {
        return " " + view.detailWords();
    }

    private List<Results.Group> detailed(SweepView view) {
        return parts.mainGroups().stream()
                .filter(view::holds)
                .filter(group -> view.valueOf(group).equals(view.detail()))
                .toList();
    }

    private Figure costs() {
        var spending = new Spending(results);
        return new CostFigure(spending, curves).figure(parts.of(spending.groups()), parts.intervals());
    }
}
