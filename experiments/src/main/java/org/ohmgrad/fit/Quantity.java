package org.ohmgrad.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an instrument may give instead of a conductance in siemens. */
enum Quantity {
    CONDUCTANCE("S", "conductance", "g", "siemens", "conductivity"),
    RESISTANCE("ohm", "resistance", "r", "ohm", "ohms"),
    CURRENT("A", "current", "i", "ampere", "amperes");

    private static final Map<String, Double> PREFIXES = Map.of(
            "", 1.0, "p", 1e-12, "n", 1e-9, "u", 1e-6, "µ", 1e-6, "μ", 1e-6, "m", 1e-3, "k", 1e3, "M", 1e6, "G", 1e9);

    private final String unit;
    private final String names;

    Quantity(String unit, String... names) {
        this.unit = unit;
        this.names = String.join(",", names);
    }

    /** Names that a column of it may have. */
    String[] names() {
        return names.split(",", -1);
    }

    /**
     * A unit of one of the quantities.
     *
     * @param quantity what is given in it
     * @param size how many siemens, ohms or amperes it is
     */
    record Unit(Quantity quantity, double size) {
        /** Conductance in siemens of a value in this unit, read at a voltage. */
        double siemens(double value, double volts) {
            return switch (quantity) {
                case CONDUCTANCE -> value * size;
                case RESISTANCE -> 1 / (value * size);
                case CURRENT -> value * size / volts;
            };
        }
    }

    /** The unit of this quantity without a prefix. */
    Unit plain() {
        return new Unit(this, 1);
    }

    /** The unit that a word names: S, uS, nS, ohm, kohm, A, uA and their like. */
    static Optional<Unit> unit(String word) {
        String ascii = word.replace("Ω", "ohm").replace("Ω", "ohm").replace("siemens", "S");
        return Arrays.stream(values())
                .filter(quantity -> ascii.toLowerCase(Locale.ROOT).endsWith(quantity.unit.toLowerCase(Locale.ROOT)))
                .flatMap(quantity ->
                        Optional.ofNullable(PREFIXES.get(ascii.substring(0, ascii.length() - quantity.unit.length())))
                                .map(size -> new Unit(quantity, size))
                                .stream())
                .findFirst();
    }

    /** Units, for a message. */
    static String units() {
        return List.of("S", "uS", "nS", "ohm", "kohm", "Mohm", "A", "uA", "nA").stream()
                .collect(Collectors.joining(", "));
    }
}
