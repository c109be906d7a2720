package org.ohmgrad.report.chart;

import java.util.List;

/** What charts draw on; x to the right, y downwards, unit one CSS pixel. */
interface Canvas {
    /** How a line is drawn; no dash lengths means solid. */
    record Pen(String colour, double width, List<Double> dash) {
        Pen(String colour, double width) {
            this(colour, width, List.of());
        }
    }

    /** How text is set; turned is degrees, anticlockwise about its anchor. */
    record Type(double size, boolean bold, String colour, Anchor anchor, double turned) {
        static final Type SMALL = new Type(11, false, "#333333", Anchor.MIDDLE, 0);
        static final Type TINY = new Type(9.5, false, "#555555", Anchor.MIDDLE, 0);
        static final Type LABEL = new Type(12, false, "#111111", Anchor.MIDDLE, 0);
        static final Type HEADING = new Type(12.5, true, "#111111", Anchor.MIDDLE, 0);

        Type at(Anchor other) {
            return new Type(size, bold, colour, other, turned);
        }

        Type turned(double degrees) {
            return new Type(size, bold, colour, anchor, degrees);
        }
    }

    /** Which end of a text its position names. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** Starts a group whose title a reader sees when pointing at it, where the medium can show one. */
    void open(String title);

    /** Ends the group last started. */
    void close();

    void line(Pen pen, double[] xs, double[] ys);

    void area(String colour, double opacity, double[] xs, double[] ys);

    void circle(Pen outline, String fill, double x, double y, double radius);

    void polygon(Pen outline, String fill, double[] xs, double[] ys);

    void text(Type type, double x, double y, String text);

    /** Filled, without an outline. */
    default void rectangle(String fill, double x, double y, double width, double height) {
        double right = x + width;
        double bottom = y + height;
        area(fill, 1, new double[] {x, right, right, x}, new double[] {y, y, bottom, bottom});
    }

    /** An outline alone. */
    default void frame(Pen pen, double x, double y, double width, double height) {
        double right = x + width;
        double bottom = y + height;
        line(pen, new double[] {x, right, right, x, x}, new double[] {y, y, bottom, bottom, y});
    }

    default void line(Pen pen, double x1, double y1, double x2, double y2) {
        line(pen, new double[] {x1, x2}, new double[] {y1, y2});
    }
}
