package org.ohmgrad.crossbar;

import org.ohmgrad.device.law.ConductanceLevels;

/**
 * How a weight stands in conductances. Weights are stored as target levels, counted in steps of the cell's levels; a
 * mapping says which cells hold a target and how their currents are combined.
 *
 * <p>The signal of a crossbar is linear in its planes of cells: the sum over planes of {@link #sign} times the plane's
 * current, less the current of a reference line if there is one. Its unit is the current of one fully-on input through
 * one fully-on cell above gMin.
 */
public sealed interface ConductanceMapping permits DifferentialPair, ReferenceColumn, Identity {
    /** Number of cells per weight, each in a plane of its own. */
    int planes();

    /** Sign with which a plane's current counts, 1 or -1. */
    float sign(int plane);

    /** Reference lines in each direction, 0 or 1: a column beside the last one and a row below the last one. */
    int referenceLines();

    /** Weight per unit of signal: 1 divided by the signal of a weight of 1. */
    float weightPerSignal();

    /**
     * Steps from gMin to gMax, in which target levels are counted and which the other questions are asked with; 0 if there
     * are too few levels for zero to be one.
     */
    default int top(ConductanceLevels levels) {
        return levels.top();
    }

    /** Weight that one step of the target level is worth. */
    float weightPerStep(int top);

    /** Target level of weight zero, not rounded. */
    float zero(int top);

    /** Lowest target level; -infinity if weights are not bounded. */
    float lowest(int top);

    /** Highest target level. */
    float highest(int top);

    /** Level, in steps above gMin, that a plane's cell takes for a target level. */
    float cellLevel(int plane, float target);

    /** Where the result of a write is clipped, siemens: 0 for cells, -infinity where numbers stand for cells. */
    double lowestConductance();

    /** Number of distinct weights for cells of so many bits. */
    long distinctWeights(int bits);
}
