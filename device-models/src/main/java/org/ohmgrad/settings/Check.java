package org.ohmgrad.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Collects the broken rules of one settings record, so that a user hears of all of them at once.
 *
 * <pre>{@code
 * Check.that().inRange("bits", bits, 2, 16).positive("range", range).holds();
 * }</pre>
 */
public final class Check {
    private final List<Violation> violations = new ArrayList<>();

    private Check() {}

    /** One broken rule: the component's name and the sentence that says what it must be. */
    public record Violation(String component, String message) {}

    /** Thrown by {@link #holds()}; carries every violation. */
    public static final class BrokenRules extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final transient List<Violation> violations;

        BrokenRules(List<Violation> violations) {
            super(String.join("; ", violations.stream().map(Violation::message).toList()));
            this.violations = List.copyOf(violations);
        }

        /** Every broken rule, in the order they were checked. */
        public List<Violation> violations() {
            return violations;
        }
    }

    /** Starts a list of rules. */
    public static Check that() {
        return new Check();
    }

    /** Whole number in [low, high]. */
    public Check inRange(String name, long value, long low, long high) {
        return rule(name, value >= low && value <= high, "must lie in [" + low + ", " + high + "] but is " + value);
    }

    /** Finite number in [low, high]. */
    public Check inRange(String name, double value, double low, double high) {
        return rule(
                name,
                value >= low && value <= high,
                "must lie in [" + text(low) + ", " + text(high) + "] but is " + text(value));
    }

    /** Whole number of at least low. */
    public Check atLeast(String name, long value, long low) {
        return rule(name, value >= low, "must be at least " + low + " but is " + value);
    }

    /** Finite number above zero. */
    public Check positive(String name, double value) {
        return rule(name, value > 0 && Double.isFinite(value), "must be positive but is " + text(value));
    }

    /** Finite number of at least zero. */
    public Check notNegative(String name, double value) {
        return rule(name, value >= 0 && Double.isFinite(value), "must not be negative but is " + text(value));
    }

    /** Any other rule: the message follows the component's name. */
    public Check rule(String name, boolean holds, String message) {
        if (!holds) {
            violations.add(new Violation(name, name + " " + message));
        }
        return this;
    }

    /**
     * Ends the list.
     *
     * @throws BrokenRules if any rule is broken; its message names all of them
     */
    public void holds() {
        if (!violations.isEmpty()) {
            throw new BrokenRules(violations);
        }
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.valueOf(value);
    }
}
