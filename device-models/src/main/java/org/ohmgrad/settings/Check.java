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

    /**
     * One broken rule.
     *
     * @param component name of the record component that breaks it
     * @param message sentence that says what the component must be, and what it is
     */
    public record Violation(String component, String message) {}

    /** Thrown by {@link #holds()}; carries every violation. */
    public static final class BrokenRules extends IllegalArgumentException {
        private static final long serialVersionUID = 1;
        private final transient List<Violation> violations;

        BrokenRules(List<Violation> violations) {
            super(String.join("; ", violations.stream().map(Violation::message).toList()));
            this.violations = List.copyOf(violations);
        }

        /** {@return every broken rule, in the order they were checked} */
        public List<Violation> violations() {
            return violations;
        }
    }

    /** {@return an empty list of rules} */
    public static Check that() {
        return new Check();
    }

    /**
     * Whole number in [low, high].
     *
     * @param name component that the message names
     * @param value the component's value
     * @param low smallest value allowed
     * @param high largest value allowed
     * @return this list
     */
    public Check inRange(String name, long value, long low, long high) {
        return rule(name, value >= low && value <= high, "must lie in [" + low + ", " + high + "] but is " + value);
    }

    /**
     * Finite number in [low, high].
     *
     * @param name component that the message names
     * @param value the component's value
     * @param low smallest value allowed
     * @param high largest value allowed
     * @return this list
     */
    public Check inRange(String name, double value, double low, double high) {
        return rule(
                name,
                value >= low && value <= high,
                "must lie in [" + text(low) + ", " + text(high) + "] but is " + text(value));
    }

    /**
     * Finite number in [low, high], beyond which something goes wrong.
     *
     * @param name component that the message names
     * @param value the component's value
     * @param low smallest value allowed
     * @param high largest value allowed
     * @param reason what goes wrong, for the end of the message
     * @return this list
     */
    public Check inRange(String name, double value, double low, double high, String reason) {
        return rule(
                name,
                value >= low && value <= high,
                "must lie in [" + text(low) + ", " + text(high) + "] but is " + text(value) + ": " + reason);
    }

    /**
     * Whole number of at least low.
     *
     * @param name component that the message names
     * @param value the component's value
     * @param low smallest value allowed
     * @return this list
     */
    public Check atLeast(String name, long value, long low) {
        return rule(name, value >= low, "must be at least " + low + " but is " + value);
    }

    /**
     * Finite number above zero.
     *
     * @param name component that the message names
     * @param value the component's value
     * @return this list
     */
    public Check positive(String name, double value) {
        return rule(name, value > 0 && Double.isFinite(value), "must be positive but is " + text(value));
    }

    /**
     * Finite number of at least zero.
     *
     * @param name component that the message names
     * @param value the component's value
     * @return this list
     */
    public Check notNegative(String name, double value) {
        return rule(name, value >= 0 && Double.isFinite(value), "must not be negative but is " + text(value));
    }

    /**
     * Any other rule.
     *
     * @param name component that the message names
     * @param holds whether the rule is kept
     * @param message what to say if it is broken, after the name: "must be ... but is ..."
     * @return this list
     */
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
