package org.ohmgrad.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.ohmgrad.settings.Check;

/** How tests ask for a refusal. */
public final class Refusals {
    private Refusals() {}

    /** The action is refused with exactly this message. */
    public static void refused(String message, Executable action) {
        assertEquals(message, assertThrows(Check.BrokenRules.class, action).getMessage());
    }
}
