package org.ohmgrad.device;

/** The error that one finished write leaves on a cell. */
public sealed interface ProgrammingNoise permits NoProgrammingNoise, GaussianProgrammingNoise {
    /** How many standard normals one write takes: 0 or 1. */
    int drawsPerWrite();

    /**
     * Error of one write.
     *
     * @param range gMax - gMin, siemens
     * @param z standard normal of this write
     * @return siemens, added to the target
     */
    double error(double range, double z);
}
