package org.ohmgrad.crossbar;

/** What the wires between cells and terminals do to a plane of linear cells. */
public sealed interface WireResistance permits NoWires {
    /**
     * The matrix that a plane of cells and its wires are together: the current at the terminal of each column per volt
     * at the terminal of each row.
     *
     * @param conductances siemens, row-major, rows are word lines; not modified
     * @param rows word lines
     * @param cols bit lines
     * @return siemens, the same shape; may be {@code conductances} itself
     */
    float[] effective(float[] conductances, int rows, int cols);
}
