package org.ohmgrad.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Names of curves in rows above the plots, where they cover no data. */
final class Legend {
    private static final double ROW = 18;
    private static final double SAMPLE = 30;
    private static final double GAP = 18;
    private static final Canvas.Type TYPE = Canvas.Type.SMALL.at(Canvas.Anchor.START);

    private final List<List<Series>> rows = new ArrayList<>();

    Legend(List<Series> series, double width) {
        var distinct = new LinkedHashMap<String, Series>();
        series.forEach(one -> distinct.putIfAbsent(one.label(), one));
        double left = width;
        for (var one : distinct.values()) {
            double wide = width(one);
            if (rows.isEmpty() || left < wide) {
                rows.add(new ArrayList<>());
                left = width;
            }
            rows.get(rows.size() - 1).add(one);
            left -= wide;
        }
    }

    private static double width(Series series) {
        return SAMPLE + 6 + TextWidth.of(series.label(), TYPE.size()) + GAP;
    }

    double height() {
        return rows.size() * ROW;
    }

    void draw(Canvas canvas, double left, double top) {
        double y = top + ROW / 2;
        for (var row : rows) {
            double x = left;
            for (var series : row) {
                sample(canvas, series, x, y);
                canvas.text(TYPE, x + SAMPLE + 6, y + 4, series.label());
                x += width(series);
            }
            y += ROW;
        }
    }

    private static void sample(Canvas canvas, Series series, double x, double y) {
        if (series.kind() == Series.Kind.BAND) {
            canvas.area(series.style().colour(), 0.22, new double[] {x, x + SAMPLE, x + SAMPLE, x}, new double[] {
                y - 5, y - 5, y + 5, y + 5
            });
        }
        canvas.line(PlotArea.pen(series), x, y, x + SAMPLE, y);
        if (!series.bare()) {
            series.style().mark(canvas, x + SAMPLE / 2, y, series.thin());
        }
    }
}
