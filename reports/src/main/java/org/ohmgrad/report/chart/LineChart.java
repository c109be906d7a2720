package org.ohmgrad.report.chart;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Curves in panels that share both axes.
 *
 * @param name file name without its ending
 * @param title heading
 * @param description words for readers who cannot see it
 * @param axis the horizontal axis
 * @param scaleLabel words and unit of the vertical axis
 * @param scale the vertical axis
 * @param marks values at which a dashed line means something, with its words
 * @param columns panels beside each other
 * @param panels the panels, row by row
 */
public record LineChart(
        String name,
        String title,
        String description,
        Axis axis,
        String scaleLabel,
        Scale scale,
        List<Mark> marks,
        int columns,
        List<Panel> panels)
        implements Picture {
    /** A value that means something. */
    public record Mark(double value, String words) {}

    /** A panel and its curves, drawn in their order. */
    public record Panel(String title, List<Series> series) {
        /** What its scale has to hold: values, and ends of their intervals. */
        public DoubleStream extents() {
            return series.stream().flatMap(one -> one.dots().stream()).flatMapToDouble(Series.Dot::extent);
        }
    }

    private static final double LEFT = 62;
    private static final double RIGHT = 18;
    private static final double BETWEEN = 24;
    private static final double TITLE = 28;
    private static final double PANEL_TITLE = 24;
    private static final double AXIS_LABEL = 24;
    private static final double BOTTOM = 8;

    @Override
    public boolean isEmpty() {
        return panels.isEmpty();
    }

    private int across() {
        return Math.min(columns, panels.size());
    }

    private int down() {
        return (panels.size() + across() - 1) / across();
    }

    private double plotWidth() {
        return (COLUMN - LEFT - RIGHT - (across() - 1) * BETWEEN) / across();
    }

    private double plotHeight() {
        return across() == 1 ? 380 : across() == 2 ? 290 : 230;
    }

    private double panelHeight() {
        return PANEL_TITLE + plotHeight() + PlotArea.axisTextHeight(axis, plotWidth()) + 6;
    }

    private Legend legend() {
        return new Legend(
                panels.stream().flatMap(panel -> panel.series().stream()).toList(), width() - 24);
    }

    @Override
    public double width() {
        return COLUMN;
    }

    @Override
    public double height() {
        return TITLE + legend().height() + down() * panelHeight() + AXIS_LABEL + BOTTOM;
    }

    @Override
    public void draw(Canvas canvas) {
        var common = common();
        var heading = common.isEmpty() ? title : title + " (" + String.join(", ", common) + ")";
        canvas.text(new Canvas.Type(14, true, "#111111", Canvas.Anchor.START, 0), 12, 20, heading);
        legend().draw(canvas, 12, TITLE);
        double top = TITLE + legend().height();
        for (int i = 0; i < panels.size(); i++) {
            int row = i / across();
            draw(canvas, panels.get(i), i % across(), top + row * panelHeight());
        }
        double plots = across() * plotWidth() + (across() - 1) * BETWEEN;
        canvas.text(Canvas.Type.LABEL, LEFT + plots / 2, height() - BOTTOM - 5, axis.label());
        double bottom = top + (down() - 1) * panelHeight() + PANEL_TITLE + plotHeight();
        double middle = (top + PANEL_TITLE + bottom) / 2;
        canvas.text(Canvas.Type.LABEL.turned(90), 17, middle, scaleLabel);
    }

    private static List<String> parts(Panel panel) {
        return List.of(panel.title().split(", "));
    }

    /** Parts of the panels' titles that all share: they stand in the chart's heading once. */
    private List<String> common() {
        return parts(panels.get(0)).stream()
                .filter(part -> !part.isEmpty())
                .filter(part -> panels.stream().allMatch(panel -> parts(panel).contains(part)))
                .toList();
    }

    private void title(Canvas canvas, Panel panel, double middle, double y) {
        var common = common();
        var own = String.join(
                ", ",
                parts(panel).stream().filter(part -> !common.contains(part)).toList());
        var type = Canvas.Type.HEADING;
        double size = Math.min(type.size(), plotWidth() / TextWidth.of(own, 1));
        canvas.text(new Canvas.Type(size, true, type.colour(), type.anchor(), 0), middle, y, own);
    }

    private void draw(Canvas canvas, Panel panel, int column, double top) {
        double left = LEFT + column * (plotWidth() + BETWEEN);
        var area = new PlotArea(left, top + PANEL_TITLE, plotWidth(), plotHeight(), axis, scale);
        title(canvas, panel, left + plotWidth() / 2, top + PANEL_TITLE - 8);
        area.frame(canvas);
        marks.forEach(mark -> area.mark(canvas, mark.value(), mark.words()));
        if (column == 0) {
            area.scaleText(canvas);
        }
        area.axisText(canvas);
        area.draw(canvas, panel.series());
    }
}
