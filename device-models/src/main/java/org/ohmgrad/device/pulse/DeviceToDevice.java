package org.ohmgrad.device.pulse;

import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * In what cells differ from each other for all their life, as far as pulses tell: each number is the standard deviation
 * of a normal law over the cells. What differs from pulse to pulse of one cell is part of its {@link PulseResponse}.
 *
 * @param step of a cell's steps, as a share of a mean cell's
 * @param asymmetry of the difference between a cell's steps up and down, as a share of their mean
 * @param gMin of a cell's lowest conductance, as a share of gMax - gMin
 * @param gMax of a cell's highest conductance, as a share of gMax - gMin
 */
public record DeviceToDevice(
        @Default("0") double step,
        @Default("0") double asymmetry,
        @Default("0") double gMin,
        @Default("0") double gMax) {
    /** Number of standard normals that say what one cell is like. */
    public static final int DRAWS = 4;

    /** Refuses spreads outside [0, 1]. */
    public DeviceToDevice {
        Check.that()
                .inRange("step", step, 0, 1)
                .inRange("asymmetry", asymmetry, 0, 1)
                .inRange("gMin", gMin, 0, 1)
                .inRange("gMax", gMax, 0, 1)
                .holds();
    }

    /** As a file that gives no key has it. */
    public DeviceToDevice() {
        this(0, 0, 0, 0);
    }

    /** Cells that are all alike. */
    public static DeviceToDevice none() {
        return new DeviceToDevice();
    }

    /** Whether cells differ at all. */
    public boolean any() {
        return step > 0 || asymmetry > 0 || gMin > 0 || gMax > 0;
    }

    /**
     * One cell. Its steps never change sign, its range is not below 0 siemens and may be empty.
     *
     * @param low lowest conductance of a mean cell, siemens
     * @param high highest conductance of a mean cell, siemens
     * @param z {@link #DRAWS} standard normals of this cell from position {@code at}; not modified
     * @param at position of the first
     */
    public CellTraits cell(double low, double high, float[] z, int at) {
        double range = high - low;
        double both = 1 + step * z[at];
        double half = asymmetry / 2 * z[at + 1];
        double own = Math.max(0, low + gMin * range * z[at + 2]);
        double top = Math.max(own, high + gMax * range * z[at + 3]);
        return new CellTraits(own, top, Math.abs(both * (1 + half)), Math.abs(both * (1 - half)));
    }
}
