package org.ohmgrad.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.tile.Capacity;
import org.ohmgrad.tile.Chip;

/** What a chip can hold and do, by its constants, beside what its maker says of it. */
final class CapacityFacts {
    private static final double ALIKE = 1.5;

    private final Chip chip;
    private final Capacity stated;
    private final double seconds;
    private final long arrayCells;
    private final List<String> lines = new ArrayList<>();

    private CapacityFacts(Chip chip) {
        this.chip = chip;
        stated = chip.capacity();
        seconds = chip.timing().readSeconds();
        arrayCells = (long) chip.tile().rows() * chip.tile().cols();
    }

    /** A table, and a sentence for every disagreement. */
    static List<String> of(Chip chip) {
        CapacityFacts facts = new CapacityFacts(chip);
        facts.table();
        facts.cells();
        facts.throughput();
        facts.power();
        facts.readEnergy();
        return facts.lines;
    }

    private int planes() {
        return chip.mapping().planes();
    }

    /** Tiles as this simulator counts them, of all the cells that its weights take; 0 if unknown. */
    static long tiles(Chip chip) {
        long weights = (long) chip.tile().rows() * chip.tile().cols();
        return chip.capacity().cells() / (weights * chip.mapping().planes());
    }

    private void table() {
        Rows rows = new Rows();
        boolean silent = stated.equals(Capacity.unknown());
        rows.add("capacity", "computed", "unit", silent ? "" : "stated");
        add(rows, "weights of a tile", count(arrayCells), "", "", silent);
        add(rows, "cells of a tile", count(arrayCells * planes()), "", count(arrayCells), silent);
        add(rows, "cells of the chip", "", "", known(stated.cells()), silent);
        add(rows, "weights of the chip", known(stated.cells() / planes()), "", "", silent);
        add(
                rows,
                "tiles of the chip",
                known(tiles(chip)),
                planes() > 1 ? "of " + planes() + " arrays" : "",
                known(stated.tiles()),
                silent);
        add(rows, "a read of a tile", shown(seconds), "seconds", "", silent);
        add(rows, "operations a second, one tile", shown(operations(1)), "", "", silent);
        add(
                rows,
                "operations a second, all tiles",
                shown(operations(tiles(chip))),
                "",
                shown(stated.operationsPerSecond()),
                silent);
        add(rows, "energy of a read: crossbar", shown(crossbarJoules()), "joule", "", silent);
        add(rows, "energy of a read: DACs", shown(dacJoules()), "joule", "", silent);
        add(rows, "energy of a read: ADCs", shown(adcJoules()), "joule", "", silent);
        add(rows, "energy of a read", shown(readJoules()), "joule", shown(stated.tileReadJoules()), silent);
        add(rows, "power, all tiles reading", shown(power(tiles(chip))), "watt", shown(stated.watts()), silent);
        if (!silent) {
            add(rows, "year", "", "", stated.year(), false);
            add(rows, "learns by", "", "", stated.learning(), false);
        }
        lines.addAll(rows.aligned());
        lines.add(
                "An operation is a multiplication or an addition. Energy of a read: all inputs fully on, all cells at mid"
                        + " conductance, V^2 G t; unknown parts left out.");
    }

    private static void add(Rows rows, String what, String computed, String unit, String stated, boolean silent) {
        if (!(silent && computed.isEmpty())) {
            rows.add(what, computed, computed.isEmpty() ? "" : unit, silent ? "" : stated);
        }
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String known(long number) {
        return number == 0 ? "unknown" : count(number);
    }

    private static String shown(double number) {
        return number == 0 ? "unknown" : ChipFacts.shown(number);
    }

    private double operations(long tiles) {
        return seconds > 0 ? 2.0 * arrayCells * tiles / seconds : 0;
    }

    private double crossbarJoules() {
        double middle = (chip.cell().device().gMin() + chip.cell().device().gMax()) / 2;
        return cellJoules(middle) * planes();
    }

    /** Energy of one read of one array whose cells all conduct so much. */
    private double cellJoules(double siemens) {
        double driven =
                chip.wires().drivenSiemens(chip.tile().rows(), chip.tile().cols(), siemens);
        return chip.readVoltage() * chip.readVoltage() * driven * seconds;
    }

    private double dacJoules() {
        return chip.costs().dacJoules() * chip.tile().rows();
    }

    private double adcJoules() {
        return chip.costs().adcJoules() * chip.tile().cols();
    }

    private double readJoules() {
        return crossbarJoules() + dacJoules() + adcJoules();
    }

    private double power(long tiles) {
        return seconds > 0 ? readJoules() / seconds * tiles : 0;
    }

    private void cells() {
        if (planes() > 1 && !stated.equals(Capacity.unknown())) {
            lines.add("Disagreement: a weight takes " + planes() + " cells here, so a tile is " + planes()
                    + " arrays of " + Words.count(arrayCells, "cell") + "; the stated tile is one.");
        }
    }

    private void throughput() {
        double all = seconds > 0 ? 2.0 * stated.cells() / seconds : 0;
        if (disagree(all, stated.operationsPerSecond())) {
            lines.add("Disagreement: " + tilesInWords() + Words.count(stated.cells(), "cell") + " at " + shown(seconds)
                    + " seconds a read would be " + shown(all) + " operations a second with one cell a weight, not "
                    + shown(stated.operationsPerSecond()) + ".");
        }
    }

    private String tilesInWords() {
        return stated.tiles() == 0 ? "" : Words.count(stated.tiles(), "tile") + " with ";
    }

    private void power() {
        double one = seconds > 0 ? stated.tileReadJoules() / seconds : 0;
        if (disagree(one * stated.tiles(), stated.watts())) {
            lines.add("Disagreement: " + shown(stated.tileReadJoules()) + " joule a tile read at " + shown(seconds)
                    + " seconds would be " + shown(one) + " watt a tile and " + shown(one * stated.tiles())
                    + " watt for "
                    + Words.count(stated.tiles(), "tile") + ", not " + shown(stated.watts()) + ".");
        }
    }

    private void readEnergy() {
        if (disagree(power(tiles(chip)), stated.watts())) {
            lines.add("Disagreement: all tiles reading at once would take " + shown(power(tiles(chip)))
                    + " watt by these constants, not " + shown(stated.watts()) + ".");
        }
        if (disagree(readJoules(), stated.tileReadJoules())) {
            lines.add("Disagreement: " + shown(chip.readVoltage()) + " volt on all cells of one array for "
                    + shown(seconds)
                    + " seconds are " + shown(cellJoules(chip.cell().device().gMin())) + " joule with all at gMin and "
                    + shown(cellJoules(chip.cell().device().gMax())) + " with all at gMax, and a tile read, converters"
                    + " included, is said to be " + shown(stated.tileReadJoules()) + ".");
        }
    }

    private static boolean disagree(double computed, double stated) {
        return computed > 0 && stated > 0 && (computed > ALIKE * stated || stated > ALIKE * computed);
    }
}
