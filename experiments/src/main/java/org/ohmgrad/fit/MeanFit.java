package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.device.pulse.PulseResponse;

/** Least squares of a shape to mean conductances: the range follows from the shape, and gMin is never below 0. */
final class MeanFit {
    private static final int TRIED = 3;

    private final PulseMeasurements measured;
    private final Shape shape;
    private final List<Boolean> directions;
    private final List<Means> means = new ArrayList<>();
    private final double scale;

    /**
     * @param measured at least one direction
     * @param shape what to fit
     */
    MeanFit(PulseMeasurements measured, Shape shape) {
        this.measured = measured;
        this.shape = shape;
        directions = Stream.of(true, false).filter(measured::has).toList();
        directions.forEach(up -> means.add(Means.of(measured.points(up).toList())));
        scale = means.stream()
                .flatMapToDouble(part -> Arrays.stream(part.siemens()))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /**
     * Fits.
     *
     * @throws FitException if conductances are all 0, or do not rise up and fall down
     */
    ShapeFit best() {
        if (!(scale > 0)) {
            throw new FitException("no pulse curve can be fitted: all conductances are 0");
        }
        BoxedLeastSquares search = new BoxedLeastSquares(shape.freedoms(directions), this::residuals);
        double[] best = shape.starts(directions).stream()
                .map(start -> new Scored(start, search.squares(start)))
                .sorted(Comparator.comparingDouble(Scored::squares))
                .limit(TRIED)
                .map(start -> search.from(start.numbers()))
                .map(numbers -> new Scored(numbers, search.squares(numbers)))
                .min(Comparator.comparingDouble(Scored::squares))
                .orElseThrow()
                .numbers();
        Range range = range(states(best));
        if (!(range.high() > range.low())) {
            throw new FitException(
                    "no pulse curve can be fitted: the branch up does not rise, or the branch down does not fall");
        }
        double[] written = Arrays.stream(best).map(Digits::written).toArray();
        return new ShapeFit(
                shape,
                directions,
                written,
                Digits.written(range.low() * scale),
                Digits.written(range.high() * scale),
                range.isHeld());
    }

    private static final class Scored {
        private final double[] numbers;
        private final double squares;

        Scored(double[] numbers, double squares) {
            this.numbers = numbers;
            this.squares = squares;
        }

        double[] numbers() {
            return numbers;
        }

        double squares() {
            return squares;
        }
    }

    /** States of the means, one direction after the other. */
    private double[] states(double... numbers) {
        PulseLaw law = law(shape, directions, numbers);
        return directions.stream()
                .flatMapToDouble(up -> {
                    double[] states = Course.of(law, up, measured.pulses(up), 1).states();
                    return Arrays.stream(part(up).pulses()).mapToDouble(pulse -> states[pulse]);
                })
                .toArray();
    }

    /** The law in states, which is the same for all ranges. */
    private static PulseLaw law(Shape shape, List<Boolean> directions, double... numbers) {
        return response(shape, directions, numbers, 0).law(0, 1);
    }

    /** The law, the direction that was not measured taken as the mirror image of the other. */
    static PulseResponse response(Shape shape, List<Boolean> directions, double[] numbers, double cycleToCycle) {
        int each = numbers.length / directions.size();
        double[] first = Arrays.copyOf(numbers, each);
        double[] second = directions.size() == 2 ? Arrays.copyOfRange(numbers, each, 2 * each) : shape.mirrored(first);
        return directions.get(0)
                ? shape.response(first, second, cycleToCycle)
                : shape.response(second, first, cycleToCycle);
    }

    private Means part(boolean up) {
        return means.get(directions.indexOf(up));
    }

    private double[] residuals(double... numbers) {
        double[] states = states(numbers);
        Range range = range(states);
        double[] off = new double[states.length];
        int k = 0;
        for (Means part : means) {
            for (int i = 0; i < part.size(); i++, k++) {
                double value = range.low() + (range.high() - range.low()) * states[k];
                off[k] = Math.sqrt(part.weights()[i]) * (value - part.siemens()[i] / scale);
            }
        }
        return off;
    }

    private record Range(double low, double high, boolean isHeld) {}

    /** The best range for states; the best one with a low end of 0 if that is below; none if conductances do not follow. */
    private Range range(double... states) {
        double[] sums = new double[5];
        int k = 0;
        for (Means part : means) {
            for (int i = 0; i < part.size(); i++, k++) {
                double weight = part.weights()[i];
                double value = part.siemens()[i] / scale;
                sums[0] += weight * (1 - states[k]) * (1 - states[k]);
                sums[1] += weight * (1 - states[k]) * states[k];
                sums[2] += weight * states[k] * states[k];
                sums[3] += weight * (1 - states[k]) * value;
                sums[4] += weight * states[k] * value;
            }
        }
        double determinant = sums[0] * sums[2] - sums[1] * sums[1];
        double low = determinant > 0 ? (sums[2] * sums[3] - sums[1] * sums[4]) / determinant : 0;
        double held = Math.max(0, low);
        double high = sums[2] > 0 ? (sums[4] - held * sums[1]) / sums[2] : 0;
        double mean = Math.max(0, (sums[3] + sums[4]) / (sums[0] + 2 * sums[1] + sums[2]));
        return high > held ? new Range(held, high, low < 0) : new Range(mean, mean, false);
    }
}
