package org.ohmgrad.report.chart;

/** A chart that can be drawn on any canvas. */
public interface Picture {
    /** Width of a page's column, which charts fill, in pixels. */
    double COLUMN = 986;

    /** File name without its ending. */
    String name();

    /** Heading. */
    String title();

    /** What the picture shows, for readers who cannot see it. */
    String description();

    /** Whether there is nothing to show. */
    boolean isEmpty();

    /** In pixels. */
    double width();

    /** In pixels. */
    double height();

    /** Draws all of it, once. */
    void draw(Canvas canvas);

    /** {@return whether this Java can draw PNG: some installations have no fonts, or no drawing library at all} */
    static boolean canBePng() {
        return PngCanvas.available();
    }

    /** The picture as SVG text. */
    default String svg() {
        var canvas = new SvgCanvas(name(), title(), description(), width(), height());
        draw(canvas);
        return canvas.finish();
    }

    /** The picture as PNG. */
    default byte[] png() {
        var canvas = new PngCanvas(width(), height());
        draw(canvas);
        return canvas.finish();
    }
}
