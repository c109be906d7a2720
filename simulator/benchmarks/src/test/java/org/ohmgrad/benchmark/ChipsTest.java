package org.ohmgrad.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ohmgrad.tile.Chip;

/** A setting that the simulator has come to refuse ends the whole table at its line. */
class ChipsTest {
    @Test
    void everyChipOfTheTableCanBeMade() {
        for (Chip chip : new Chip[] {Chips.proportional(), Chips.johnson(), Chips.shot(), Chips.writeVerified()}) {
            assertTrue(chip.readVoltage() > 0);
        }
    }

    @Test
    void theArrayBehindWiresCanBeWritten() {
        var settings = new Wires();
        settings.size = 16;
        var trained = new Wires.Trained();
        trained.write(settings);
        assertEquals(15, trained.written().rows());
    }
}
