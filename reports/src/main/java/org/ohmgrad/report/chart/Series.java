package org.ohmgrad.report.chart;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A curve.
 *
 * @param label its name in the legend
 * @param style its look
 * @param kind how it is drawn
 * @param dots its points from left to right
 */
public record Series(String label, CurveStyle style, Kind kind, List<Dot> dots) {
    /** How a curve is drawn. */
    public enum Kind {
        /** Line, markers, and a whisker for each interval. */
        WHISKERS,
        /** Thin line and small open markers, without intervals. */
        THIN,
        /** Line with few markers and a pale band for the intervals. */
        RIBBON,
        /** Thin line without markers. */
        LINE,
        /** Grey line and band without markers: the float networks. */
        BAND
    }

    /** A point: position on the axis, value, its interval, and the words a reader sees when pointing at it. */
    public record Dot(double x, double y, OptionalDouble lower, OptionalDouble upper, String words) {
        /** What a scale has to hold of it: its value, and the ends of its interval. */
        public DoubleStream extent() {
            return DoubleStream.of(lower.orElse(y), y, upper.orElse(y));
        }

        /** The same value at another position. */
        public Dot at(double position) {
            return new Dot(position, y, lower, upper, words);
        }
    }

    /** Whether it has no markers to point at. */
    boolean bare() {
        return kind == Kind.BAND || kind == Kind.LINE;
    }

    boolean thin() {
        return kind == Kind.THIN;
    }
}
