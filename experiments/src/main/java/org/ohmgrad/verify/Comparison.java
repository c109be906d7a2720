package org.ohmgrad.verify;

/**
 * Numbers of the simulator beside numbers that are known otherwise.
 *
 * @param what what was compared
 * @param numbers how many numbers were
 * @param tolerance largest error that is accepted
 * @param worst largest error found
 */
public record Comparison(String what, int numbers, double tolerance, double worst) {
    /** Whether the worst error is within the tolerance; an undefined one is not. */
    public boolean holds() {
        return worst <= tolerance;
    }
}
