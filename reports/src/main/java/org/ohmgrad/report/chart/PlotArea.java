package org.ohmgrad.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.report.text.NumberText;

/** The rectangle of one panel and what is drawn in it. */
record PlotArea(double left, double top, double width, double height, Axis axis, Scale scale) {
    private static final Canvas.Pen GRID = new Canvas.Pen("#e4e4e4", 1);
    private static final Canvas.Pen FRAME = new Canvas.Pen("#666666", 1);
    private static final double DODGE = 3;
    private static final double WIDE_DODGE = 9;
    private static final double CAP = 3;
    private static final double TURNED = 35;
    private static final double TICK_TEXT = 16;
    private static final double SECOND_TEXT = 13;

    static Canvas.Pen pen(Series series) {
        return switch (series.kind()) {
            case BAND -> new Canvas.Pen(series.style().colour(), 1.2, List.of(6.0, 3.0));
            case LINE -> new Canvas.Pen(series.style().colour(), 0.9);
            default -> series.style().pen(series.thin());
        };
    }

    private double x(double position) {
        return left + position * width;
    }

    private double y(double value) {
        return top + height - scale.share(value) * height;
    }

    void frame(Canvas canvas) {
        for (double tick : scale.ticks()) {
            canvas.line(GRID, left, y(tick), left + width, y(tick));
        }
        double bottom = top + height;
        canvas.line(FRAME, new double[] {left, left, left + width}, new double[] {top, bottom, bottom});
        for (var tick : axis.ticks()) {
            canvas.line(FRAME, x(tick.position()), bottom, x(tick.position()), bottom + 4);
        }
        axis.brk().ifPresent(at -> {
            canvas.line(new Canvas.Pen("#ffffff", 3), x(at) - 3, bottom, x(at) + 3, bottom);
            canvas.line(FRAME, x(at) - 6, bottom + 5, x(at), bottom - 5);
            canvas.line(FRAME, x(at), bottom + 5, x(at) + 6, bottom - 5);
        });
    }

    void scaleText(Canvas canvas) {
        for (double tick : scale.ticks()) {
            canvas.text(Canvas.Type.SMALL.at(Canvas.Anchor.END), left - 6, y(tick) + 4, NumberText.of(tick));
        }
    }

    /** Height that the texts under the axis take. */
    static double axisTextHeight(Axis axis, double width) {
        boolean second = axis.ticks().stream().anyMatch(tick -> !tick.below().isEmpty());
        double first = turned(axis, width) ? 8 + longest(axis) * Math.sin(Math.toRadians(TURNED)) : TICK_TEXT;
        return first + (second ? SECOND_TEXT : 0);
    }

    private static double longest(Axis axis) {
        return axis.ticks().stream()
                .mapToDouble(tick -> TextWidth.of(tick.text(), Canvas.Type.SMALL.size()))
                .max()
                .orElse(0);
    }

    private static boolean turned(Axis axis, double width) {
        return axis.named() && fitting(axis, width).size() < axis.ticks().size();
    }

    /** The ticks whose texts have room side by side, from the right, where the widest values stand. */
    private static List<Axis.Tick> fitting(Axis axis, double width) {
        var kept = new ArrayList<Axis.Tick>();
        double free = Double.MAX_VALUE;
        for (int i = axis.ticks().size() - 1; i >= 0; i--) {
            var tick = axis.ticks().get(i);
            double half = Math.max(TextWidth.of(tick.text(), 11), TextWidth.of(tick.below(), 9.5)) / 2;
            if (tick.position() * width + half < free) {
                kept.add(tick);
                free = tick.position() * width - half - 3;
            }
        }
        return kept;
    }

    void axisText(Canvas canvas) {
        double bottom = top + height;
        if (turned(axis, width)) {
            var type = Canvas.Type.SMALL.at(Canvas.Anchor.END).turned(TURNED);
            axis.ticks().forEach(tick -> canvas.text(type, x(tick.position()) + 4, bottom + 14, tick.text()));
            return;
        }
        for (var tick : fitting(axis, width)) {
            canvas.text(Canvas.Type.SMALL, x(tick.position()), bottom + TICK_TEXT, tick.text());
            canvas.text(Canvas.Type.TINY, x(tick.position()), bottom + TICK_TEXT + SECOND_TEXT, tick.below());
        }
    }

    /** A dashed line across at a value that means something. */
    void mark(Canvas canvas, double value, String words) {
        if (value > scale.low() && value <= scale.high()) {
            canvas.line(new Canvas.Pen("#888888", 1, List.of(2.0, 3.0)), left, y(value), left + width, y(value));
            var type = Canvas.Type.TINY.at(Canvas.Anchor.END);
            canvas.text(type, left + width - 3, y(value) + (scale.share(value) > 0.9 ? 11 : -3), words);
        }
    }

    void draw(Canvas canvas, List<Series> all) {
        var pointed = all.stream().filter(PlotArea::stepsAside).toList();
        all.forEach(one -> ribbon(canvas, one));
        all.forEach(one -> curve(canvas, one, shift(one, pointed)));
    }

    /** Curves step aside so that their whiskers do not cover each other; a thin one goes with the first of its look. */
    private double shift(Series one, List<Series> pointed) {
        if (!stepsAside(one)) {
            return 0;
        }
        var looks = pointed.stream()
                .map(series -> series.style().colour())
                .distinct()
                .toList();
        double step = axis.named() ? WIDE_DODGE : DODGE;
        return (looks.indexOf(one.style().colour()) - (looks.size() - 1) / 2.0) * step;
    }

    private static boolean stepsAside(Series series) {
        return series.kind() != Series.Kind.RIBBON && !series.bare();
    }

    private void ribbon(Canvas canvas, Series series) {
        boolean wanted = series.kind() == Series.Kind.RIBBON || series.kind() == Series.Kind.BAND;
        var dots = series.dots().stream().filter(dot -> dot.lower().isPresent()).toList();
        if (!wanted || dots.size() < 2) {
            return;
        }
        int n = dots.size();
        var xs = new double[2 * n];
        var ys = new double[2 * n];
        for (int i = 0; i < n; i++) {
            xs[i] = x(dots.get(i).x());
            ys[i] = y(dots.get(i).upper().orElseThrow());
            xs[2 * n - 1 - i] = xs[i];
            ys[2 * n - 1 - i] = y(dots.get(i).lower().orElseThrow());
        }
        canvas.area(series.style().colour(), series.kind() == Series.Kind.BAND ? 0.22 : 0.13, xs, ys);
    }

    private void curve(Canvas canvas, Series series, double shift) {
        var dots = series.dots();
        if (dots.size() > 1 && (!axis.named() || series.bare())) {
            var xs = dots.stream().mapToDouble(dot -> x(dot.x()) + shift).toArray();
            var ys = dots.stream().mapToDouble(dot -> y(dot.y())).toArray();
            canvas.line(pen(series), xs, ys);
        }
        if (series.bare()) {
            return;
        }
        int every = series.kind() == Series.Kind.RIBBON ? Math.max(1, (dots.size() + 5) / 6) : 1;
        for (int i = dots.size() - 1; i >= 0; i -= every) {
            point(canvas, series, dots.get(i), shift);
        }
    }

    private void point(Canvas canvas, Series series, Series.Dot dot, double shift) {
        double x = x(dot.x()) + shift;
        canvas.open(series.label() + ": " + dot.words());
        if (series.kind() == Series.Kind.WHISKERS && dot.lower().isPresent()) {
            double low = y(dot.lower().orElseThrow());
            double high = y(dot.upper().orElseThrow());
            canvas.line(series.style().bar(), x, low, x, high);
            canvas.line(series.style().bar(), x - CAP, low, x + CAP, low);
            canvas.line(series.style().bar(), x - CAP, high, x + CAP, high);
        }
        series.style().mark(canvas, x, y(dot.y()), series.thin());
        canvas.close();
    }
}
