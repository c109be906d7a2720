package org.ohmgrad.random;

/**
 * Whose draws they are: the seed of the run and the name of the part that draws, which together with the phase make a
 * stream.
 *
 * @param seed seed of the run
 * @param name the part's name in stream names, for example {@code layer1/tile0,1}
 */
public record Origin(long seed, String name) {
    /** A part of this one, for example {@code layer1/tile0,1/plane0}. */
    public Origin part(String part) {
        return new Origin(seed, name + "/" + part);
    }

    /** The draws of the part itself in a phase of the run. */
    public Draws draws(Phase phase) {
        return new Draws(seed, phase.stream(name));
    }

    /** The draws of a part of it in a phase of the run. */
    public Draws draws(Phase phase, String part) {
        return part(part).draws(phase);
    }
}
