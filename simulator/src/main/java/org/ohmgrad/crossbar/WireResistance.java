package org.ohmgrad.crossbar;

/** What the wires between cells and terminals do to planes of linear cells. */
public sealed interface WireResistance permits NoWires, NodalSolve {
    /**
     * A plane with wires of its own; those of a differential pair are two arrays that meet at the converter only.
     *
     * @param plane read when the wires are solved; not modified
     */
    PlaneWires of(Conductances plane);
}
