package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.device.pulse.PulseResponse;

/**
 * A shape with its numbers.
 */
final class ShapeFit implements MeanLaw {
    private final Shape shape;
    private final List<Boolean> directions;
    private final double[] numbers;
    private final double gMin;
    private final double gMax;
    private final boolean isHeld;
    private final boolean isReleased;

    ShapeFit(Shape shape, List<Boolean> directions, double[] numbers, double gMin, double gMax, boolean isHeld) {
        this(shape, directions, numbers, gMin, gMax, isHeld, false);
    }

    private ShapeFit(
            Shape shape,
            List<Boolean> directions,
            double[] numbers,
            double gMin,
            double gMax,
            boolean isHeld,
            boolean isReleased) {
        this.shape = shape;
        this.directions = directions;
        this.numbers = numbers;
        this.gMin = gMin;
        this.gMax = gMax;
        this.isHeld = isHeld;
        this.isReleased = isReleased;
    }

    @Override
    public boolean isHeld() {
        return isHeld;
    }

    @Override
    public MeanLaw released() {
        return new ShapeFit(shape, directions, numbers, gMin, gMax, isHeld, isHeld);
    }

    private boolean hasGMin() {
        return gMin > 0 || isReleased;
    }

    Shape shape() {
        return shape;
    }

    List<Boolean> directions() {
        return directions;
    }

    double[] numbers() {
        return numbers;
    }

    @Override
    public double gMin() {
        return gMin;
    }

    @Override
    public double gMax() {
        return gMax;
    }

    private static final double DIFFERENCE = 1e-4;

    @Override
    public String name() {
        return shape.name();
    }

    @Override
    public PulseResponse response(double cycleToCycle) {
        return MeanFit.response(shape, directions, numbers, cycleToCycle);
    }

    @Override
    public String unitOfSpread() {
        return shape.unitOfSpread();
    }

    @Override
    public Map<String, Double> named() {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("gMin", gMin);
        named.put("gMax", gMax);
        for (int k = 0; k < numbers.length; k++) {
            named.put(freedoms().get(k).name(), numbers[k]);
        }
        return named;
    }

    @Override
    public int parameters() {
        return 2 + numbers.length;
    }

    private List<Freedom> freedoms() {
        return shape.freedoms(directions);
    }

    @Override
    public List<String> free() {
        List<String> free = new ArrayList<>(hasGMin() ? List.of("gMin", "gMax") : List.of("gMax"));
        for (int k = 0; k < numbers.length; k++) {
            if (!freedoms().get(k).isAtEnd(numbers[k])) {
                free.add(freedoms().get(k).name());
            }
        }
        return free;
    }

    @Override
    public List<String> atEnds() {
        List<String> ends = new ArrayList<>();
        for (int k = 0; k < numbers.length; k++) {
            if (shape.endsAreLimits() && freedoms().get(k).isAtEnd(numbers[k])) {
                ends.add(freedoms().get(k).name());
            }
        }
        return ends;
    }

    @Override
    public List<double[]> slopes(boolean up, int pulses) {
        double[] states = states(up, pulses, numbers);
        List<double[]> slopes = new ArrayList<>();
        if (hasGMin()) {
            slopes.add(Arrays.stream(states).map(state -> 1 - state).toArray());
        }
        slopes.add(states);
        for (int k = 0; k < numbers.length; k++) {
            if (!freedoms().get(k).isAtEnd(numbers[k])) {
                slopes.add(slope(k, up, pulses));
            }
        }
        return slopes;
    }

    private double[] slope(int k, boolean up, int pulses) {
        Freedom freedom = freedoms().get(k);
        double step = DIFFERENCE * Math.max(Math.abs(numbers[k]), freedom.grain());
        double[] below = numbers.clone();
        double[] above = numbers.clone();
        below[k] = freedom.held(numbers[k] - step);
        above[k] = freedom.held(numbers[k] + step);
        double[] low = states(up, pulses, below);
        double[] slope = states(up, pulses, above);
        Arrays.setAll(slope, i -> (slope[i] - low[i]) * (gMax - gMin) / (above[k] - below[k]));
        return slope;
    }

    private double[] states(boolean up, int pulses, double... at) {
        return Course.of(MeanFit.response(shape, directions, at, 0).law(gMin, gMax), up, pulses, 1)
                .states();
    }
}
