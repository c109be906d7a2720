package org.ohmgrad.device.law;

/** The error that one finished write leaves on a cell. */
public sealed interface ProgrammingNoise
        permits NoProgrammingNoise,
                GaussianProgrammingNoise,
                PcmProgrammingNoise,
                NeurramProgrammingNoise,
                MiloProgrammingNoise,
                CmoProgrammingNoise {
    /** How many standard normals one write takes: 0 or 1. */
    int drawsPerWrite();

    /**
     * Error of one write.
     *
     * @param target wanted conductance, siemens
     * @param range gMax - gMin, siemens
     * @param z standard normal of this write
     * @return siemens, added to the target
     */
    double error(double target, double range, double z);

    /** Where the law was measured. */
    default Fit fit() {
        return Fit.ANYWHERE;
    }
}
