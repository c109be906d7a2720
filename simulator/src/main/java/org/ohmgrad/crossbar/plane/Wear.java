package org.ohmgrad.crossbar.plane;

import java.util.List;

/**
 * How far cells have worn.
 *
 * @param cells how many they are
 * @param total writes that they have taken together, or pulses in units of writes
 * @param worst the same of the cell that has taken most
 * @param shares shares of their own endurance that they have used, summed; 0 if cells never wear out
 * @param worstShare the share of the cell that has used most of its own
 * @param wornOut cells that stick where they are because they are worn out
 */
public record Wear(long cells, double total, double worst, double shares, double worstShare, int wornOut) {
    /** All cells of planes together. */
    public static Wear of(List<Conductances> planes) {
        return planes.stream().map(Conductances::wear).reduce(new Wear(0, 0, 0, 0, 0, 0), Wear::and);
    }

    private Wear and(Wear other) {
        return new Wear(
                cells + other.cells,
                total + other.total,
                Math.max(worst, other.worst),
                shares + other.shares,
                Math.max(worstShare, other.worstShare),
                wornOut + other.wornOut);
    }

    /** Mean over the cells of what each has taken, in writes; 0 without cells. */
    public double mean() {
        return cells == 0 ? 0 : total / cells;
    }

    /** Mean over the cells of the share of its own endurance that each has used. */
    public double meanShare() {
        return cells == 0 ? 0 : shares / cells;
    }
}
