package org.ohmgrad.verify;

import java.util.List;
import org.ohmgrad.tile.Chip;

/** The one list of checks. */
public final class Checks {
    private Checks() {}

    /** All checks, of the simulator that is installed. */
    public static List<Check> all() {
        return List.of(
                new SpiceCircuits(Solver.USUAL),
                new QucsCircuits(Solver.USUAL),
                new Reciprocity(Solver.EXACT),
                new ReadNoiseMoments(ReadNoiseLaw.all()),
                new ProgrammingNoiseMoments(ProgrammingNoiseMoments.all()),
                new GradientDifferences(Chip.exactNumbers()),
                new IdealChipLearning(Chip.ideal(2)));
    }
}
