package org.ohmgrad.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;
import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.data.PulseMeasurements;
import org.ohmgrad.data.PulseMeasurements.Point;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.PulseCurve;
import org.ohmgrad.device.PulseLaw;
import org.ohmgrad.device.PulsedCell;
import org.ohmgrad.settings.Check;

/**
 * The pulse curve nearest to measurements, by least squares: both branches share their two ends, and each has a
 * bend of its own. Bends beyond the largest label are not tried.
 *
 * @param gMin conductance at the lower end, siemens
 * @param gMax conductance at the upper end, siemens
 * @param curve the curve; its cycleToCycle is what the measured steps scatter about it, the noise of measuring included
 * @param residual root mean square distance of the points from the curve, as a share of gMax - gMin
 */
record PulseFit(double gMin, double gMax, PulseCurve curve, double residual) {
    private static final double LARGEST_BEND = 1 / PulseCurve.parameter(PulseCurve.LARGEST_LABEL);
    private static final double STEP = 1e-5;
    private static final List<Double> STARTS = List.of(-20.0, -10.0, -5.0, -2.0, -0.5, 0.5, 2.0, 5.0, 10.0, 20.0);
    private static final int TRIED = 3;
    private static final int EVALUATIONS = 300;

    /**
     * Fits.
     *
     * @throws UserException if conductances do not rise up and fall down
     */
    static PulseFit of(PulseMeasurements measured) {
        return new Fitter(measured).best();
    }

    /** Conductance of the curve, in siemens, after so many pulses from its start in a direction. */
    double at(boolean up, int pulse) {
        PulsedCell cell = new PulsedCell(gMin, gMax, 1, 1);
        return cell.afterTrain(curve.law(gMin, gMax), up ? gMin : gMax, up ? pulse : -pulse, 0);
    }

    private static final class Fitter {
        private final PulseMeasurements measured;
        private final List<Point> points;
        private final int ups;
        private final double[] shares;
        private final double scale;

        Fitter(PulseMeasurements measured) {
            this.measured = measured;
            points =
                    Stream.concat(measured.points(true), measured.points(false)).toList();
            ups = (int) measured.points(true).count();
            shares = Stream.of(true, false).flatMapToDouble(this::shares).toArray();
            scale = points.stream().mapToDouble(Point::conductance).max().orElse(0);
        }

        private DoubleStream shares(boolean up) {
            double all = measured.pulses(up);
            return measured.points(up).mapToDouble(point -> point.pulse() / all);
        }

        PulseFit best() {
            if (!(scale > 0)) {
                throw new UserException("no pulse curve can be fitted: all conductances are 0");
            }
            Optimum best = starts().flatMap(start -> optimum(start).stream())
                    .min(Comparator.comparingDouble(Optimum::getRMS))
                    .orElseThrow(() -> new UserException("no pulse curve can be fitted to these conductances"));
            return fit(best.getPoint().toArray(), best.getRMS());
        }

        /** The best points of a grid of bends. */
        private Stream<double[]> starts() {
            double low = points.stream().mapToDouble(Point::conductance).min().orElse(0) / scale;
            return STARTS.stream()
                    .flatMap(up -> STARTS.stream().map(down -> new double[] {low, 1, up, down}))
                    .sorted(Comparator.comparingDouble(this::squares))
                    .limit(TRIED);
        }

        private double squares(double... parameters) {
            double sum = 0;
            for (int k = 0; k < points.size(); k++) {
                double off = value(k, parameters) - points.get(k).conductance() / scale;
                sum += off * off;
            }
            return sum;
        }

        private List<Optimum> optimum(double[] start) {
            double[] wanted =
                    points.stream().mapToDouble(p -> p.conductance() / scale).toArray();
            try {
                return List.of(new LevenbergMarquardtOptimizer()
                        .optimize(new LeastSquaresBuilder()
                                .start(start)
                                .target(wanted)
                                .model(model())
                                .parameterValidator(Fitter::held)
                                .maxEvaluations(EVALUATIONS)
                                .maxIterations(EVALUATIONS)
                                .build()));
            } catch (MathIllegalStateException e) {
                // Another start may lead somewhere.
                return List.of();
            }
        }

        private static RealVector held(RealVector parameters) {
            double[] values = parameters.toArray();
            for (int k = 2; k < 4; k++) {
                values[k] = Math.min(LARGEST_BEND, Math.max(-LARGEST_BEND, values[k]));
            }
            return new ArrayRealVector(values, false);
        }

        private MultivariateJacobianFunction model() {
            return parameters -> {
                double[] at = parameters.toArray();
                double[] values = new double[points.size()];
                Arrays.setAll(values, k -> value(k, at));
                double[][] slopes = new double[points.size()][];
                Arrays.setAll(slopes, k -> slopes(k, at));
                return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(slopes, false));
            };
        }

        /** Conductance of the curve at a point, in units of the scale. */
        private double value(int k, double... parameters) {
            boolean up = k < ups;
            double way = way(parameters[up ? 2 : 3], shares[k]);
            double range = parameters[1] - parameters[0];
            return up ? parameters[0] + range * way : parameters[1] - range * way;
        }

        /** Its derivatives after the parameters. */
        private double[] slopes(int k, double... parameters) {
            boolean up = k < ups;
            int bend = up ? 2 : 3;
            double way = way(parameters[bend], shares[k]);
            double range = parameters[1] - parameters[0];
            double slope = way(parameters[bend] + STEP, shares[k]) - way(parameters[bend] - STEP, shares[k]);
            double[] slopes = {up ? 1 - way : way, up ? way : 1 - way, 0, 0};
            slopes[bend] = (up ? range : -range) * slope / (2 * STEP);
            return slopes;
        }

        /** Share of the way that a share of the pulses has led: steep at first for a bend above 0. */
        private static double way(double bend, double share) {
            return Math.abs(bend) < STEP / 10 ? share : Elementary.expm1(-bend * share) / Elementary.expm1(-bend);
        }

        private PulseFit fit(double[] parameters, double distance) {
            double low = Math.max(0, parameters[0]) * scale;
            double high = parameters[1] * scale;
            if (!(high > low)) {
                throw new UserException(
                        "no pulse curve can be fitted: the branch up does not rise, or the branch down does not fall");
            }
            requireDevice(low, high);
            PulseCurve mean = curve(label(parameters[2]), -label(parameters[3]), 0);
            double spread = Math.min(1, new Scatter(mean.law(low, high), new PulsedCell(low, high, 1, 1)).of(measured));
            double residual = distance * scale / (high - low);
            return new PulseFit(low, high, curve(mean.labelUp(), mean.labelDown(), spread), residual);
        }

        /** What no cell can be is no device, however well it fits. */
        private static void requireDevice(double low, double high) {
            try {
                ParametricDeviceModel.ideal(low, high);
            } catch (Check.BrokenRules broken) {
                throw new UserException("no device has these conductances: " + broken.getMessage());
            }
        }

        private PulseCurve curve(double labelUp, double labelDown, double cycleToCycle) {
            return new PulseCurve(measured.pulses(true), measured.pulses(false), labelUp, labelDown, cycleToCycle);
        }

        private static double label(double bend) {
            double label = Math.abs(bend) < STEP / 10 ? 0 : PulseCurve.label(1 / bend);
            return Math.max(-PulseCurve.LARGEST_LABEL, Math.min(PulseCurve.LARGEST_LABEL, label));
        }
    }

    /** How far measured steps lie from those of a law. */
    private record Scatter(PulseLaw law, PulsedCell cell) {
        /** Root mean square of what one pulse adds, as a share of the cell's range. */
        double of(PulseMeasurements measured) {
            List<Double> squares = new ArrayList<>();
            for (PulseMeasurements.Train train : measured.trains()) {
                for (int k = 1; k < train.points().size(); k++) {
                    squares.add(square(
                            train.up(),
                            train.points().get(k - 1),
                            train.points().get(k)));
                }
            }
            return Math.sqrt(
                    squares.stream().mapToDouble(Double::doubleValue).average().orElse(0));
        }

        private double square(boolean up, Point from, Point to) {
            int pulses = to.pulse() - from.pulse();
            double expected = cell.afterTrain(law, from.conductance(), up ? pulses : -pulses, 0);
            double off = (to.conductance() - expected) / (cell.high() - cell.low());
            return off * off / pulses;
        }
    }
}
