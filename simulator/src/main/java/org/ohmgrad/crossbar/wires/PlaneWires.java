package org.ohmgrad.crossbar.wires;

import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.state.Archive;

/**
 * One plane of cells with its wires, as reads see it: a matrix of effective conductances for each direction, and the shares
 * with which a cell's noise enters its lines. All arrays are row-major with the shape of the plane, and live.
 */
public interface PlaneWires {
    /** Siemens: current of a sensed line per volt at a driven one. The array is the same one after every change. */
    float[] effective(Direction direction);

    /**
     * Share of a driven line's voltage that lies across its cells when that line alone is driven.
     *
     * @return empty where every cell has all of it
     */
    float[] voltageShare(Direction direction);

    /**
     * Share of a current injected across a cell that leaves through the terminal of the cell's sensed line.
     *
     * @return empty where all of it does
     */
    float[] currentShare(Direction direction);

    /**
     * Whether the matrices are to be solved anew once cells have changed.
     *
     * @param steps training steps since they were last
     */
    boolean isDue(long steps);

    /** Solves the matrices anew from what the cells conduct now. */
    void solve();

    /** Brings a cell's own element up to date with what the cell conducts now, without a solve. */
    void follow(int cell);

    /**
     * How far the matrices had strayed when they were solved anew: root mean square of the difference beside the root mean
     * square of the new elements, the largest of both directions and of all solves since {@link #forgetStrayed()}; 0 if
     * they are exact or were solved once only.
     */
    double strayed();

    /** Starts {@link #strayed()} anew. */
    void forgetStrayed();

    /** Keeps the matrices and all that later solves start from. */
    void keep(Archive archive);
}
