package org.ohmgrad.crossbar.wires;

import java.util.Optional;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.crossbar.plane.Conductances;

/** What the wires between cells and terminals do to planes of linear cells. */
public sealed interface WireResistance permits NoWires, NodalSolve {
    /**
     * A plane with wires of its own; those of a differential pair are two arrays that meet at the converter only.
     *
     * @param plane read when the wires are solved; not modified
     */
    PlaneWires of(Conductances plane);

    /**
     * The circuit of a plane as its cells conduct now.
     *
     * @return empty if wires have no resistance
     */
    Optional<WireCircuit> circuit(Conductances plane);

    /**
     * By how much more than its level's conductance every cell of a plane is to be written, up to gMax.
     *
     * @param rows word lines of the plane
     * @param cols bit lines of the plane
     * @param gMin lowest conductance of a level, siemens
     * @param gMax highest conductance of a level, siemens
     * @return factors, rows x cols, row-major; empty if all are 1
     */
    double[] preDistortion(int rows, int cols, double gMin, double gMax);

    /**
     * What an array of cells that all conduct alike takes in when every word line is driven and every bit line grounded.
     *
     * @param rows word lines
     * @param cols bit lines
     * @param siemens conductance of every cell
     * @return current of all word lines for each volt, siemens
     */
    double drivenSiemens(int rows, int cols, double siemens);
}
