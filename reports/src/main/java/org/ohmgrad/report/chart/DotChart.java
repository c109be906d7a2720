package org.ohmgrad.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import org.ohmgrad.report.text.NumberText;

/**
 * One row an arm, values along the horizontal axis: for experiments without a sweep.
 *
 * @param name file name without its ending
 * @param title heading
 * @param description words for readers who cannot see it
 * @param scaleLabel words and unit of the values
 * @param scale the axis of values
 * @param rows one an arm
 * @param legend what the marks stand for: each with one series as its sample
 */
public record DotChart(
        String name,
        String title,
        String description,
        String scaleLabel,
        Scale scale,
        List<Row> rows,
        List<Series> legend)
        implements Picture {
    /** An arm and its marks, whose horizontal position is their value. */
    public record Row(String label, List<Series> marks) {}

    private static final double LEAST_PLOT = 300;
    private static final double ROW = 36;
    private static final double TITLE = 28;
    private static final double RIGHT = 26;
    private static final Canvas.Pen GRID = new Canvas.Pen("#e4e4e4", 1);
    private static final Canvas.Pen FRAME = new Canvas.Pen("#666666", 1);

    @Override
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    private double left() {
        return 24
                + rows.stream()
                        .mapToDouble(row -> TextWidth.of(row.label(), Canvas.Type.LABEL.size()))
                        .max()
                        .orElse(0);
    }

    private double plot() {
        return Math.max(LEAST_PLOT, COLUMN - left() - RIGHT);
    }

    private Legend names() {
        return new Legend(legend, width() - 24);
    }

    private double top() {
        return TITLE + names().height() + 10;
    }

    @Override
    public double width() {
        return left() + plot() + RIGHT;
    }

    @Override
    public double height() {
        return top() + rows.size() * ROW + 50;
    }

    private double x(double value) {
        return left() + scale.share(value) * plot();
    }

    @Override
    public void draw(Canvas canvas) {
        canvas.text(new Canvas.Type(14, true, "#111111", Canvas.Anchor.START, 0), 12, 20, title);
        names().draw(canvas, 12, TITLE);
        double bottom = top() + rows.size() * ROW;
        for (double tick : scale.ticks()) {
            canvas.line(GRID, x(tick), top(), x(tick), bottom);
            canvas.text(Canvas.Type.SMALL, x(tick), bottom + 16, NumberText.of(tick));
        }
        canvas.line(FRAME, new double[] {left(), left(), left() + plot()}, new double[] {top(), bottom, bottom});
        canvas.text(Canvas.Type.LABEL, left() + plot() / 2, bottom + 38, scaleLabel);
        for (int i = 0; i < rows.size(); i++) {
            draw(canvas, rows.get(i), top() + (i + 0.5) * ROW);
        }
    }

    private void draw(Canvas canvas, Row row, double y) {
        canvas.line(GRID, left(), y + ROW / 2, left() + plot(), y + ROW / 2);
        canvas.text(Canvas.Type.LABEL.at(Canvas.Anchor.END), left() - 10, y + 4, row.label());
        double spread = (row.marks().size() - 1) / 2.0;
        for (int i = 0; i < row.marks().size(); i++) {
            draw(canvas, row.marks().get(i), y + (i - spread) * 7);
        }
    }

    private void draw(Canvas canvas, Series mark, double y) {
        for (var dot : mark.dots()) {
            canvas.open(mark.label() + ": " + dot.words());
            whisker(canvas, mark.style().bar(), dot.lower(), dot.upper(), y);
            mark.style().mark(canvas, x(dot.y()), y, mark.thin());
            canvas.close();
        }
    }

    private void whisker(Canvas canvas, Canvas.Pen pen, OptionalDouble lower, OptionalDouble upper, double y) {
        if (lower.isPresent() && upper.isPresent()) {
            canvas.line(pen, x(lower.getAsDouble()), y, x(upper.getAsDouble()), y);
        }
    }
}
