package org.ohmgrad.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers are taken exactly or refused. */
final class Numbers {
    private static final int LONGEST = 1000;
    private static final int LARGEST_EXPONENT = 100_000;
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");

    private Numbers() {}

    static boolean canBeKept(String spelling) {
        if (spelling.length() > LONGEST) {
            return false;
        }
        try {
            return Math.abs((long) new BigDecimal(spelling).scale()) <= LARGEST_EXPONENT;
        } catch (NumberFormatException tooLarge) {
            return false;
        }
    }

    /** The rule broken by taking this value for a whole number in [low, high], if any. */
    static Optional<String> notWhole(Json json, long low, long high) {
        if (!(json instanceof Json.Decimal decimal)) {
            return Optional.of(notOfKind("a whole number", json));
        } else if (!WHOLE.matcher(decimal.spelling()).matches()) {
            return Optional.of(
                    "must be a whole number, written without point or exponent, but is " + decimal.spelling());
        }
        BigInteger value = new BigInteger(decimal.spelling());
        boolean fits = value.compareTo(BigInteger.valueOf(low)) >= 0 && value.compareTo(BigInteger.valueOf(high)) <= 0;
        return fits ? Optional.empty() : Optional.of("must lie in [" + low + ", " + high + "] but is " + value);
    }

    /** The rule broken by taking this value for a floating-point number, given what it becomes when rounded. */
    static Optional<String> notReal(Json.Decimal decimal, double rounded, String type) {
        if (Double.isInfinite(rounded)) {
            return Optional.of("is too large for a " + type + ": " + decimal.spelling());
        } else if (rounded == 0 && decimal.value().signum() != 0) {
            return Optional.of("is too small for a " + type + " and would become 0: " + decimal.spelling());
        }
        return Optional.empty();
    }

    static String notOfKind(String kind, Json json) {
        String hint = json instanceof Json.Text text && canBeNumber(text.value()) ? " (leave the quotes out)" : "";
        return "must be " + kind + " but is " + json.words() + (kind.endsWith("number") ? hint : "");
    }

    private static boolean canBeNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
    }
}
