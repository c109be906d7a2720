package org.ohmgrad.circuit;

/**
 * What leads from the first and last nodes of a family of lines to their terminals, in units of a segment's conductance.
 *
 * @param near 1 for a segment of wire and no more
 * @param far at the other end; 0 where it floats
 */
record LineEnds(double near, double far) {
    /** One terminal behind a segment of wire. */
    static final LineEnds PLAIN = new LineEnds(1, 0);
}
