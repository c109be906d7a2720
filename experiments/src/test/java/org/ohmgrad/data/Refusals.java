package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.function.Executable;
import org.ohmgrad.settings.Check;

/** What tests of refusals share. */
final class Refusals {
    private Refusals() {}

    /** The whole message must be the expected one, with {@code DIR} standing for the folder. */
    static void assertRefused(Path folder, String expected, Dataset dataset) {
        var refusal = assertThrows(DataException.class, () -> dataset.load(folder));
        assertEquals(expected, String.valueOf(refusal.getMessage()).replace(folder.toString(), "DIR"));
    }

    static void assertBroken(String expected, Executable settings) {
        assertEquals(expected, assertThrows(Check.BrokenRules.class, settings).getMessage());
    }
}
