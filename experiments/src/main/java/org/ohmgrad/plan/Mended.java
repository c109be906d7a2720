package org.ohmgrad.plan;

import java.util.Arrays;
import java.util.List;
import org.ohmgrad.device.law.VarianceTerm;
import org.ohmgrad.tile.Chip;

/**
 * What has been mended in the physics since runs were first recorded. A run on a chip that is concerned says so in its key and
 * is made anew; all others keep their keys, and so their records.
 */
enum Mended {
    /** Beside a reference column, a weight of zero is a level of the cell. */
    ZERO_OF_A_REFERENCE_COLUMN {
        @Override
        boolean concerns(Chip chip) {
            return chip.mapping().top(chip.cell().bits()) != chip.cell().bits().top();
        }
    },
    /** The read noise of phase-change cells depends on the conductance programmed, not on what drift left of it. */
    NOISE_OF_THE_PROGRAMMED_CONDUCTANCE {
        @Override
        boolean concerns(Chip chip) {
            return chip.cell().device().varianceTerms().stream().anyMatch(VarianceTerm::remembers);
        }
    };

    /** Whether a chip gives other results since. */
    abstract boolean concerns(Chip chip);

    /** All that concern a chip. */
    static List<Mended> of(Chip chip) {
        return Arrays.stream(values()).filter(mended -> mended.concerns(chip)).toList();
    }
}
