package org.ohmgrad.settings;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {
    @Test
    void aReasonEndsTheMessage() {
        Check.that().inRange("x", 2.0, 0, 2, "it breaks").holds();
        assertEquals(
                "x must lie in [0, 2] but is 2.5: it breaks",
                assertThrows(Check.BrokenRules.class, () -> Check.that()
                                .inRange("x", 2.5, 0, 2, "it breaks")
                                .holds())
                        .getMessage());
    }

    static Stream<Arguments> brokenRules() {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        return Stream.of(
                Arguments.of(Check.that().inRange("bits", 0, 2, 16), "bits must lie in [2, 16] but is 0"),
                Arguments.of(Check.that().inRange("bits", 17, 2, 16), "bits must lie in [2, 16] but is 17"),
                Arguments.of(Check.that().inRange("sigma", 1.5, 0, 1), "sigma must lie in [0, 1] but is 1.5"),
                Arguments.of(Check.that().inRange("sigma", -2.0, 0, 1), "sigma must lie in [0, 1] but is -2"),
                Arguments.of(Check.that().inRange("sigma", nan, 0, 1), "sigma must lie in [0, 1] but is NaN"),
                Arguments.of(Check.that().atLeast("epochs", 0, 1), "epochs must be at least 1 but is 0"),
                Arguments.of(Check.that().positive("range", 0), "range must be positive but is 0"),
                Arguments.of(Check.that().positive("range", -0.5), "range must be positive but is -0.5"),
                Arguments.of(Check.that().positive("range", infinity), "range must be positive but is Infinity"),
                Arguments.of(Check.that().positive("range", nan), "range must be positive but is NaN"),
                Arguments.of(Check.that().notNegative("rate", -1e-3), "rate must not be negative but is -0.001"),
                Arguments.of(Check.that().notNegative("rate", infinity), "rate must not be negative but is Infinity"),
                Arguments.of(Check.that().rule("gMax", false, "must be above gMin"), "gMax must be above gMin"));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void aBrokenRuleIsNamedWithItsRuleAndItsValue(Check check, String message) {
        assertEquals(
                message, assertThrows(Check.BrokenRules.class, check::holds).getMessage());
    }

    @Test
    void boundsThemselvesAreAllowed() {
        Check check = Check.that()
                .inRange("bits", 2, 2, 16)
                .inRange("bits", 16, 2, 16)
                .inRange("sigma", 0.0, 0, 1)
                .inRange("sigma", 1.0, 0, 1)
                .atLeast("epochs", 1, 1)
                .positive("range", Double.MIN_VALUE)
                .notNegative("rate", 0)
                .rule("anything", true, "is fine");
        assertDoesNotThrow(check::holds);
    }

    @Test
    void allBrokenRulesAreToldAtOnceInTheirOrder() {
        Check check = Check.that().inRange("bits", 0, 2, 16).positive("good", 1).positive("range", -1);
        Check.BrokenRules refusal = assertThrows(Check.BrokenRules.class, check::holds);
        assertEquals("bits must lie in [2, 16] but is 0; range must be positive but is -1", refusal.getMessage());
        assertEquals(
                List.of(
                        new Check.Violation("bits", "bits must lie in [2, 16] but is 0"),
                        new Check.Violation("range", "range must be positive but is -1")),
                refusal.violations());
    }
}
