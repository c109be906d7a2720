package org.ohmgrad.device.law;

/**
 * The conductances that a cell can be asked to take: evenly spaced levels from gMin to gMax, from two of them (1 bit) to
 * 1,024 (10 bits), or any value between. Levels are counted in steps: level 0 is gMin and {@link #top()} is gMax.
 */
public sealed interface ConductanceLevels permits DiscreteLevels, ContinuousLevels {
    /** The level of gMax: 2<sup>bits</sup> - 1, or 1 for continuous levels. */
    int top();

    /**
     * The level of gMax where the middle of the range must be a level too, for which one is given up:
     * 2<sup>bits</sup> - 2, which is 0 of one bit; 1 for continuous levels.
     */
    int topWithMiddle();

    /** The level nearest to a value in steps, half to even. */
    float nearest(float value);

    /** A level drawn by a uniform {@code u} in [0, 1), each as likely, as a share of the range in [0, 1]. */
    double pick(double u);

    /** Number of levels of one cell in words: {@code "256"} or {@code "continuous"}. */
    String count();

    /** Levels of so many bits. */
    static ConductanceLevels ofBits(int bits) {
        return new DiscreteLevels(bits);
    }
}
