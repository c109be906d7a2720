package org.ohmgrad.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ohmgrad.report.record.CellBlocks;
import org.ohmgrad.report.text.UnitPrefix;

/** Lays out a heat map: axes, rectangles, colour bar, caption. */
public final class HeatChart implements Picture {
    private static final double LEFT = 62;
    private static final double TOP = 40;
    private static final double AXIS_TEXT = 44;
    private static final double BAR_GAP = 22;
    private static final double BESIDE = BAR_GAP + ColourBar.WIDTH;
    private static final double LEAST_SIDE = 120;
    private static final double CAPTION_LINE = 16;
    private static final double LEAST_WIDTH = 520;
    private static final int MOST_SIDE = 512;
    private static final int MOST_CELL = 48;
    private static final double SAME = 1e-6;
    private static final Canvas.Pen FRAME = ColourBar.FRAME;
    private static final Canvas.Type CAPTION = Canvas.Type.SMALL.at(Canvas.Anchor.START);

    private final String name;
    private final HeatMap.Labels labels;
    private final CellBlocks blocks;
    private final UnitPrefix prefix;
    private final Scale scale;

    /** A chart of cells that are averaged already; its name becomes that of its file. */
    public HeatChart(String name, HeatMap.Labels labels, CellBlocks blocks) {
        this.name = name;
        this.labels = labels;
        this.blocks = blocks;
        this.prefix = UnitPrefix.of(labels.unit(), blocks.means());
        this.scale = scale(Arrays.stream(blocks.means())
                .map(value -> value * prefix.factor())
                .toArray());
    }

    /** Numbers that differ only by rounding share one colour in the scale's middle. */
    private static Scale scale(double[] values) {
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        boolean same = most - least <= SAME * Math.max(Math.abs(least), Math.abs(most));
        double[] extent = same ? new double[] {0.5 * most, 1.5 * most} : new double[] {least, most};
        return Scale.around(extent, least >= 0 ? 0 : -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return labels.title();
    }

    @Override
    public String description() {
        return (labels.caption() + " " + blocks.note()).strip();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    /** Whole pixels, so that rectangles end where dots do. */
    private double side() {
        return Math.min(MOST_CELL, MOST_SIDE / Math.max(blocks.down(), blocks.across()));
    }

    private double cellWidth() {
        return Math.max(side(), Math.ceil(LEAST_SIDE / blocks.across()));
    }

    private double cellHeight() {
        return Math.max(side(), Math.ceil(LEAST_SIDE / blocks.down()));
    }

    private double plotWidth() {
        return blocks.across() * cellWidth();
    }

    private double plotHeight() {
        return blocks.down() * cellHeight();
    }

    private double left() {
        return Math.floor(LEFT + (width() - LEFT - plotWidth() - BESIDE) / 2);
    }

    @Override
    public double width() {
        return Math.max(LEAST_WIDTH, LEFT + plotWidth() + BESIDE);
    }

    @Override
    public double height() {
        return TOP + plotHeight() + AXIS_TEXT + caption().size() * CAPTION_LINE + 12;
    }

    private List<String> caption() {
        return wrapped(description(), width() - 24);
    }

    private static List<String> wrapped(String text, double width) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && TextWidth.of(longer, CAPTION.size()) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    @Override
    public void draw(Canvas canvas) {
        double size = Math.min(14, (width() - 24) / TextWidth.of(title(), 1));
        canvas.text(new Canvas.Type(size, true, "#111111", Canvas.Anchor.START, 0), 12, 22, title());
        drawCells(canvas);
        canvas.frame(FRAME, left(), TOP, plotWidth(), plotHeight());
        drawWordLines(canvas);
        drawBitLines(canvas);
        new ColourBar(labels.quantity(), prefix.unit(), scale)
                .draw(canvas, left() + plotWidth() + BAR_GAP, TOP, plotHeight());
        double y = TOP + plotHeight() + AXIS_TEXT + CAPTION_LINE;
        for (String line : caption()) {
            canvas.text(CAPTION, 12, y, line);
            y += CAPTION_LINE;
        }
    }

    private int shade(int row, int col) {
        return Shades.of(scale.share(blocks.mean(row, col) * prefix.factor()));
    }

    /** Neighbours of one colour are drawn in one piece, which makes smooth maps small. */
    private void drawCells(Canvas canvas) {
        for (int row = 0; row < blocks.down(); row++) {
            int from = 0;
            for (int col = 1; col <= blocks.across(); col++) {
                if (col == blocks.across() || shade(row, col) != shade(row, from)) {
                    drawRun(canvas, row, from, col);
                    from = col;
                }
            }
        }
    }

    /** Reaches half a pixel under the neighbours drawn later, so that no seam shows at any magnification. */
    private void drawRun(Canvas canvas, int row, int from, int to) {
        double x = left() + from * cellWidth();
        double y = TOP + row * cellHeight();
        double width = (to - from) * cellWidth() + (to < blocks.across() ? 0.5 : 0);
        double height = cellHeight() + (row + 1 < blocks.down() ? 0.5 : 0);
        canvas.rectangle(Shades.colour(shade(row, from)), x, y, width, height);
    }

    private void drawWordLines(Canvas canvas) {
        var type = Canvas.Type.SMALL.at(Canvas.Anchor.END);
        for (int line : lines(blocks.rows(), plotHeight() / 20)) {
            double y = TOP + blocks.rowPlace(line) * cellHeight();
            canvas.line(FRAME, left() - 4, y, left(), y);
            canvas.text(type, left() - 7, y + 4, String.valueOf(line));
        }
        canvas.text(Canvas.Type.LABEL.turned(90), left() - 44, TOP + plotHeight() / 2, "word line");
    }

    private void drawBitLines(Canvas canvas) {
        double bottom = TOP + plotHeight();
        for (int line : lines(blocks.cols(), plotWidth() / 40)) {
            double x = left() + blocks.colPlace(line) * cellWidth();
            canvas.line(FRAME, x, bottom, x, bottom + 4);
            canvas.text(Canvas.Type.SMALL, x, bottom + 17, String.valueOf(line));
        }
        canvas.text(Canvas.Type.LABEL, left() + plotWidth() / 2, bottom + 36, "bit line");
    }

    /** The first line, the last, and round numbers between them that leave both room. */
    private static List<Integer> lines(int count, double room) {
        int step = (int) Math.max(1, Ticks.step(count - 1, (int) Math.max(1, Math.min(6, room))));
        var lines = new ArrayList<>(List.of(1));
        for (int line = step; line < count; line += step) {
            if (line - 1 >= 0.6 * step && count - line >= 0.6 * step) {
                lines.add(line);
            }
        }
        if (count > 1) {
            lines.add(count);
        }
        return lines;
    }
}
