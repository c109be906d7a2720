package org.ohmgrad.fit;

import java.util.List;
import java.util.Map;
import org.ohmgrad.device.pulse.PulseResponse;

/** A law of pulses that follows the mean of a measurement, and the range it holds in. */
sealed interface MeanLaw permits ShapeFit, TableFit {
    /** Name of the law, as in a device file. */
    String name();

    /** Lowest conductance, siemens. */
    double gMin();

    /** Highest conductance, siemens. */
    double gMax();

    /** State, a share of the range, from which trains of a direction start. */
    default double start(boolean up) {
        return up ? 0 : 1;
    }

    /** The law with a spread of steps. */
    PulseResponse response(double cycleToCycle);

    /** What a unit of cycleToCycle is a share of. */
    String unitOfSpread();

    /** What the measurement decided by name, the ends of the range first; a table's points are left out. */
    Map<String, Double> named();

    /** How many numbers the measurement decided. */
    int parameters();

    /** Names of the numbers whose uncertainty can be told: those that lie at no end. */
    List<String> free();

    /** Whether the best gMin lies below 0, where no cell is, and is held at 0. */
    boolean isHeld();

    /** The same law with a gMin that may move, if it is held. */
    default MeanLaw released() {
        return this;
    }

    /** Names of numbers that lie at an end of what the law's form allows, so that the best may lie beyond. */
    List<String> atEnds();

    /**
     * How conductance follows each free number.
     *
     * @param up direction
     * @param pulses longest train
     * @return for each of them siemens per unit of it, after 0, 1, 2, ... pulses
     */
    List<double[]> slopes(boolean up, int pulses);
}
