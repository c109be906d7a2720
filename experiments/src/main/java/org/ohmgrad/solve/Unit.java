package org.ohmgrad.solve;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the numbers of a table are in. Units are divisors, as the quotient of a number as it is written is rounded once. */
public enum Unit {
    SIEMENS("S", Quantity.CONDUCTANCE, 1),
    MILLISIEMENS("mS", Quantity.CONDUCTANCE, 1e3),
    MICROSIEMENS("uS", Quantity.CONDUCTANCE, 1e6),
    NANOSIEMENS("nS", Quantity.CONDUCTANCE, 1e9),
    OHM("ohm", Quantity.CONDUCTANCE, 1) {
        @Override
        double inSi(double value) {
            return 1 / value;
        }
    },
    KILOHM("kohm", Quantity.CONDUCTANCE, 1e3) {
        @Override
        double inSi(double value) {
            return 1 / (value * 1e3);
        }
    },
    VOLT("V", Quantity.VOLTAGE, 1),
    MILLIVOLT("mV", Quantity.VOLTAGE, 1e3);

    private final String symbol;
    private final Quantity quantity;
    private final double divisor;

    Unit(String symbol, Quantity quantity, double divisor) {
        this.symbol = symbol;
        this.quantity = quantity;
        this.divisor = divisor;
    }

    /**
     * The unit that users name so.
     *
     * @param ofVoltages or of conductances
     * @throws IllegalArgumentException if there is none, with all that there are
     */
    public static Unit of(String symbol, boolean ofVoltages) {
        Quantity wanted = ofVoltages ? Quantity.VOLTAGE : Quantity.CONDUCTANCE;
        return Arrays.stream(values())
                .filter(unit -> unit.quantity == wanted && unit.symbol.equals(symbol))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("must be one of " + symbols(wanted) + " but is " + symbol));
    }

    private static String symbols(Quantity quantity) {
        return Arrays.stream(values())
                .filter(unit -> unit.quantity == quantity)
                .map(unit -> unit.symbol)
                .collect(Collectors.joining(", "));
    }

    /** How users name it. */
    public String symbol() {
        return symbol;
    }

    /** A number of this unit in siemens or volt. */
    double inSi(double value) {
        return value / divisor;
    }

    /**
     * A table in siemens or volt, checked for what can hardly be meant unless the user has named the SI unit himself.
     *
     * @param named by the user; the SI unit is checked only where it is taken for granted
     */
    static NumberTable inSi(Path file, NumberTable table, Quantity quantity, Optional<Unit> named) {
        Unit standard = quantity == Quantity.VOLTAGE ? VOLT : SIEMENS;
        Unit unit = named.orElse(standard);
        NumberTable converted = table.map(unit::inSi);
        if (named.filter(standard::equals).isEmpty()) {
            new Plausible(file, table, converted, unit).check();
        }
        return converted;
    }
}
