package org.ohmgrad.crossbar.wires;

/** What a compiler does to conductances, before they are written, so that wires take less from the weights. */
public sealed interface PreDistortion permits NoPreDistortion, NominalPreDistortion {
    /**
     * By how much more than its level's conductance every cell is to be written.
     *
     * @param wires between the cells
     * @param rows word lines of the plane
     * @param cols bit lines of the plane
     * @param gMin lowest conductance of a level, siemens
     * @param gMax highest conductance of a level, siemens, where the products are held
     * @return factors, rows x cols, row-major; empty if all are 1
     */
    double[] factors(NodalSolve wires, int rows, int cols, double gMin, double gMax);
}
