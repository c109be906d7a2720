package org.ohmgrad.crossbar;

/**
 * Where the cell of a weight stands in a plane, which may have a reference line more than there are weights.
 *
 * @param cols bit lines that carry weights
 */
record CellPlace(ConductanceMapping mapping, int cols) {
    /** Index in the plane of the cell of the weight with an index. */
    int of(int index) {
        return mapping.referenceLines() == 0 ? index : index / cols * (cols + 1) + index % cols;
    }
}
