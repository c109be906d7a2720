package org.ohmgrad.fit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ohmgrad.fit.PulseMeasurements.Point;

/**
 * Mean conductance after each number of pulses of one direction.
 */
final class Means {
    private final int[] pulses;
    private final double[] siemens;
    private final double[] weights;
    private final double within;

    Means(int[] pulses, double[] siemens, double[] weights, double within) {
        this.pulses = pulses;
        this.siemens = siemens;
        this.weights = weights;
        this.within = within;
    }

    int[] pulses() {
        return pulses;
    }

    double[] siemens() {
        return siemens;
    }

    double[] weights() {
        return weights;
    }

    double within() {
        return within;
    }

    static Means of(Collection<Point> points) {
        Map<Integer, List<Double>> groups = points.stream()
                .collect(Collectors.groupingBy(
                        Point::pulse, TreeMap::new, Collectors.mapping(Point::conductance, Collectors.toList())));
        int[] pulses = groups.keySet().stream().mapToInt(Integer::intValue).toArray();
        double[] siemens = new double[pulses.length];
        double[] weights = new double[pulses.length];
        double within = 0;
        int k = 0;
        for (List<Double> all : groups.values()) {
            double[] group =
                    all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            double mean = 0;
            for (double value : group) {
                mean += value / group.length;
            }
            for (double value : group) {
                within += (value - mean) * (value - mean);
            }
            siemens[k] = mean;
            weights[k] = group.length;
            k++;
        }
        return new Means(pulses, siemens, weights, within);
    }

    int size() {
        return pulses.length;
    }

    /** Sum of squares that is left if means are taken to rise (1) or to fall (-1), siemens squared. */
    double off(int sign) {
        double[] values = Arrays.stream(siemens).map(g -> sign * g).toArray();
        double[] smooth = Isotonic.rising(values, weights).values();
        double sum = 0;
        for (int k = 0; k < values.length; k++) {
            sum += weights[k] * (values[k] - smooth[k]) * (values[k] - smooth[k]);
        }
        return sum;
    }
}
