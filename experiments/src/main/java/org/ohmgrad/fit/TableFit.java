package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.device.pulse.PulseResponse;
import org.ohmgrad.device.pulse.PulseTable;
import org.ohmgrad.fit.PulseMeasurements.Point;

/**
 * A table of conductances pulse by pulse: the means of the measurement, smoothed so that they rise and fall without
 * turning.
 *
 * @param up conductances after 0, 1, 2, ... pulses up, siemens
 * @param down conductances after 0, 1, 2, ... pulses down, siemens
 * @param parameters how many different values the smoothing left
 */
record TableFit(List<Double> up, List<Double> down, int parameters) implements MeanLaw {
    private static final int LONGEST = 10_000;

    /**
     * Smooths. The direction that was not measured is the mirror image of the other.
     *
     * @throws FitException if a direction does not move, or is too long for a table
     */
    static TableFit of(PulseMeasurements measured) {
        int parameters = 0;
        List<List<Double>> curves = new ArrayList<>();
        for (boolean up : new boolean[] {true, false}) {
            boolean from = measured.has(up) == up;
            if (measured.pulses(from) > LONGEST) {
                throw new FitException("a table holds at most " + LONGEST + " pulses a direction, but the branch "
                        + (from ? "up" : "down") + " has " + measured.pulses(from));
            }
            Means means = Means.of(fromStart(measured, from));
            double[] values =
                    Arrays.stream(means.siemens()).map(g -> from ? g : -g).toArray();
            Isotonic smooth = Isotonic.rising(values, means.weights());
            if (smooth.blocks() < 2) {
                throw new FitException(
                        "no table can be fitted: the branch up does not rise, or the branch down does not fall");
            }
            parameters += from == up ? smooth.blocks() : 0;
            double[] curve = smooth.curve(means.pulses());
            List<Double> list = new ArrayList<>(Arrays.stream(curve)
                    .map(g -> Digits.written(from ? g : -g))
                    .boxed()
                    .toList());
            if (from != up) {
                Collections.reverse(list);
            }
            curves.add(List.copyOf(list));
        }
        return new TableFit(curves.get(0), curves.get(1), parameters);
    }

    /** Readings of a direction; one whose start was not read starts where the other direction ended. */
    private static List<Point> fromStart(PulseMeasurements measured, boolean up) {
        List<Point> points = new ArrayList<>(measured.points(up).toList());
        if (measured.has(!up) && points.stream().noneMatch(point -> point.pulse() == 0)) {
            double[] other = Means.of(measured.points(!up).toList()).siemens();
            points.add(new Point(0, other[other.length - 1]));
        }
        return points;
    }

    private static double last(List<Double> curve) {
        return curve.get(curve.size() - 1);
    }

    @Override
    public String name() {
        return "pulse-table";
    }

    /** The lowest conductance that one of the directions reaches. */
    @Override
    public double gMin() {
        return Math.max(0, Math.min(up.get(0), last(down)));
    }

    @Override
    public double gMax() {
        return Math.max(last(up), down.get(0));
    }

    /** Each direction over its own range. */
    @Override
    public double start(boolean isUp) {
        return PulseLaw.held(((isUp ? up : down).get(0) - gMin()) / (gMax() - gMin()));
    }

    @Override
    public PulseResponse response(double cycleToCycle) {
        return new PulseTable(up, down, cycleToCycle);
    }

    @Override
    public String unitOfSpread() {
        return "of the step";
    }

    @Override
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("gMin", gMin());
        named.put("gMax", gMax());
        return named;
    }

    @Override
    public List<String> free() {
        return List.of();
    }

    @Override
    public boolean isHeld() {
        return Math.min(up.get(0), last(down)) < 0;
    }

    @Override
    public List<String> atEnds() {
        return List.of();
    }

    @Override
    public List<double[]> slopes(boolean isUp, int pulses) {
        return List.of();
    }
}
