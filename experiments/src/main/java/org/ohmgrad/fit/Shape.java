package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.device.pulse.PulseResponse;

/**
 * A kind of law of pulses with the numbers that a measurement decides, as many for each direction. Trains start at the
 * ends of the range: those up at gMin, those down at gMax.
 */
sealed interface Shape permits PulseCurveShape, SoftBoundsShape, LinearStepShape, ExponentialStepShape {
    /** Name of the law, as in a device file. */
    String name();

    /** What one direction leaves open. */
    List<Freedom> freedoms(boolean up);

    /**
     * The law.
     *
     * @param up a number for each freedom of the way up
     * @param down the same of the way down
     * @param cycleToCycle its spread of steps
     */
    PulseResponse response(double[] up, double[] down, double cycleToCycle);

    /** The numbers of one direction whose steps are the mirror image of the other's. */
    double[] mirrored(double... numbers);

    /** Numbers of one direction to start a search from. */
    List<double[]> starts(boolean up);

    /** What a unit of cycleToCycle is a share of. */
    default String unitOfSpread() {
        return "of the step";
    }

    /** Whether a number at an end of its range may mean that the law's form is too narrow. */
    default boolean endsAreLimits() {
        return false;
    }

    /** What may vary if these directions were measured. */
    default List<Freedom> freedoms(List<Boolean> directions) {
        return directions.stream().flatMap(up -> freedoms(up).stream()).toList();
    }

    /** Starts of a search if these directions were measured: each of one with each of the other. */
    default List<double[]> starts(List<Boolean> directions) {
        List<double[]> starts = List.of(new double[0]);
        for (boolean up : directions) {
            List<double[]> longer = new ArrayList<>();
            for (double[] start : starts) {
                starts(up).forEach(next -> longer.add(joined(start, next)));
            }
            starts = longer;
        }
        return starts;
    }

    private static double[] joined(double[] first, double... second) {
        return Stream.of(first, second)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }
}
