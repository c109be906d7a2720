package org.ohmgrad.verify;

import java.util.List;
import org.ohmgrad.crossbar.WireCircuit;
import org.ohmgrad.tile.Chip;

/** The one list of checks. */
public final class Checks {
    private Checks() {}

    /** All checks, of the simulator that is installed. */
    public static List<Check> all() {
        return List.of(
                new SpiceCircuits(WireCircuit::new),
                new QucsCircuits(WireCircuit::new),
                new Reciprocity(WireCircuit::new),
                new ReadNoiseMoments(ReadNoiseLaw.all()),
                new ProgrammingNoiseMoments(ProgrammingNoiseMoments.all()),
                new GradientDifferences(Chip.exactNumbers()),
                new IdealChipLearning(Chip.ideal(2)));
    }
}
