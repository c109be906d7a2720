package org.ohmgrad.device;

import org.ohmgrad.device.law.TemperatureLaw;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * How warm a chip's cells are. A conductance that a write aims at, its errors, its verify reads, pulses and drift are those
 * at {@code programming}; every read of a line, in training too, sees what the cells conduct at {@code operation}. So a write
 * under way does not know how warm the reads will be, and training in place does (assumed). All cells are equally warm.
 *
 * @param programming temperature for which cells are written and verified, kelvin
 * @param operation temperature at which the chip reads, kelvin
 * @param riseBeforeTest by how much the cells grow warmer, or colder if negative, between the end of training and the last test, kelvin
 */
public record Temperature(
        @Default("300") double programming,

        @Called("temperature of operation (kelvin)") @Default("300")
        double operation,

        @Called("rise before the test (kelvin)") @Default("0")
        double riseBeforeTest) {
    private static final double ROOM = 300;
    private static final double HOTTEST = 1000;

    /** Refuses temperatures outside ]0, 1000] kelvin. */
    public Temperature {
        Check.that()
                .rule("programming", isPossible(programming), "must lie above 0 and up to 1000 but is " + programming)
                .rule("operation", isPossible(operation), "must lie above 0 and up to 1000 but is " + operation)
                .rule(
                        "riseBeforeTest",
                        isPossible(operation + riseBeforeTest) || !isPossible(operation),
                        "must lead to a temperature above 0 and up to 1000 but is " + riseBeforeTest)
                .holds();
    }

    /** As a file that gives no key has it. */
    public Temperature() {
        this(ROOM, ROOM, 0);
    }

    private static boolean isPossible(double kelvin) {
        return kelvin > 0 && kelvin <= HOTTEST;
    }

    /** 300 kelvin at all times. */
    public static Temperature room() {
        return new Temperature();
    }

    /** Temperature of the last test, kelvin. */
    public double atLastTest() {
        return operation + riseBeforeTest;
    }

    /** Whether a law of conductances is known at all temperatures that occur. */
    public boolean isWithin(TemperatureLaw law) {
        return law.holds(programming) && law.holds(operation) && law.holds(atLastTest());
    }
}
