package org.ohmgrad.report;

/** A chart that can be drawn on any canvas. */
interface Picture {
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

    double width();

    double height();

    void draw(Canvas canvas);

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
