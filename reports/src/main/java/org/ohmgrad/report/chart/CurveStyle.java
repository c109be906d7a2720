package org.ohmgrad.report.chart;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a curve looks. Colours are those of Okabe and Ito (2008), which colour-blind readers can tell apart; marker and
 * dash differ too, so that a grey print can be read.
 */
public record CurveStyle(String colour, Marker marker, List<Double> dash) {
    /** Shape of a data point. */
    public enum Marker {
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND,
        DOWN,
        CROSS
    }

    private static final String WHITE = "#ffffff";

    private static final List<CurveStyle> ALL = List.of(
            new CurveStyle("#0072B2", Marker.CIRCLE, List.of()),
            new CurveStyle("#D55E00", Marker.SQUARE, List.of(7.0, 3.0)),
            new CurveStyle("#009E73", Marker.TRIANGLE, List.of(2.0, 2.0)),
            new CurveStyle("#CC79A7", Marker.DIAMOND, List.of(9.0, 3.0, 2.0, 3.0)),
            new CurveStyle("#E69F00", Marker.DOWN, List.of(12.0, 3.0)),
            new CurveStyle("#56B4E9", Marker.CROSS, List.of(4.0, 2.0, 1.0, 2.0)),
            new CurveStyle("#000000", Marker.CIRCLE, List.of(1.0, 2.0)),
            new CurveStyle("#999999", Marker.SQUARE, List.of(5.0, 5.0)));

    /** Spreads names over looks; this one parts most names of rules that stand in one figure. */
    private static final int SPREAD = 38_389;

    /** What was reached before any training on the chip. */
    public static final CurveStyle PROGRAMMED = new CurveStyle("#777777", Marker.CROSS, List.of(1.0, 3.0));

    /** Float networks. */
    public static final CurveStyle FLOAT = new CurveStyle("#555555", Marker.CIRCLE, List.of(6.0, 3.0));

    /**
     * A look for every label. Which look that is follows from the label, so that a rule has its own in every report; of
     * labels that want the same, the first has it, and the others what is free, in order. Colours come again after eight
     * labels, with another marker and dash.
     */
    public static Map<String, CurveStyle> assign(List<String> labels) {
        var taken = new LinkedHashMap<String, Integer>();
        for (var label : labels) {
            int wanted = (label.hashCode() * SPREAD) >>> 29;
            if (!taken.containsValue(wanted)) {
                taken.putIfAbsent(label, wanted);
            }
        }
        for (var label : labels) {
            taken.computeIfAbsent(label, late -> firstBut(taken.values()));
        }
        var styles = new LinkedHashMap<String, CurveStyle>();
        labels.forEach(label -> styles.put(label, look(taken.getOrDefault(label, 0))));
        return styles;
    }

    private static int firstBut(Collection<Integer> taken) {
        return IntStream.iterate(0, look -> look + 1)
                .filter(look -> !taken.contains(look))
                .findFirst()
                .orElseThrow();
    }

    private static CurveStyle look(int number) {
        int round = number / ALL.size();
        int other = (number + round) % ALL.size();
        return new CurveStyle(ALL.get(number % ALL.size()).colour, ALL.get(other).marker, ALL.get(other).dash);
    }

    Canvas.Pen pen(boolean thin) {
        return thin ? new Canvas.Pen(colour, 1, List.of(1.5, 2.5)) : new Canvas.Pen(colour, 2, dash);
    }

    Canvas.Pen bar() {
        return new Canvas.Pen(colour, 1.1);
    }

    /** Draws a data point: full for the chip itself, small and open for a companion. */
    void mark(Canvas canvas, double x, double y, boolean thin) {
        double r = thin ? 2.6 : 4;
        var outline = new Canvas.Pen(colour, thin ? 1 : 1.2);
        var fill = thin ? WHITE : colour;
        switch (marker) {
            case CIRCLE -> canvas.circle(outline, fill, x, y, r);
            case SQUARE -> polygon(canvas, outline, fill, x, y, r * 0.9, -1, -1, 1, -1, 1, 1, -1, 1);
            case TRIANGLE -> polygon(canvas, outline, fill, x, y, r * 1.15, 0, -1, 1, 0.8, -1, 0.8);
            case DIAMOND -> polygon(canvas, outline, fill, x, y, r * 1.2, 0, -1, 1, 0, 0, 1, -1, 0);
            case DOWN -> polygon(canvas, outline, fill, x, y, r * 1.15, 0, 1, 1, -0.8, -1, -0.8);
            case CROSS -> {
                var pen = new Canvas.Pen(colour, thin ? 1.2 : 2);
                canvas.line(pen, x - r, y - r, x + r, y + r);
                canvas.line(pen, x - r, y + r, x + r, y - r);
            }
        }
    }

    private static void polygon(
            Canvas canvas, Canvas.Pen outline, String fill, double x, double y, double scale, double... corners) {
        var xs = new double[corners.length / 2];
        var ys = new double[corners.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = x + scale * corners[2 * i];
            ys[i] = y + scale * corners[2 * i + 1];
        }
        canvas.polygon(outline, fill, xs, ys);
    }
}
