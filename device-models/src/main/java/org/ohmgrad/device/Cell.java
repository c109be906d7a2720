package org.ohmgrad.device;

import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.DiscreteLevels;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * What stands at a crossing of a word line and a bit line.
 *
 * @param bits conductance levels a cell can be asked to take: 1 to 10 bits, or {@code "continuous"}
 * @param device the physics of the cell
 * @param faults cells that no write moves
 * @param programming how a wanted conductance gets into a cell
 * @param endurance how much writing a cell survives
 */
public record Cell(
        ConductanceLevels bits,
        DeviceModel device,
        @Default("{\"type\": \"none\"}") StuckFaults faults,
        @Default("{\"type\": \"residual\"}") Programming programming,
        @Default("{\"type\": \"none\"}") Endurance endurance) {
    /**
     * Refuses pulses at a device without a law of them or with programming noise, which then would have no part, and levels
     * that the device does not have.
     */
    public Cell {
        Check.that()
                .rule(
                        "programming",
                        !programming.firesPulses() || device.pulseLaw().isPresent(),
                        "fires pulses, of which the device has no law: give it pulses, or take residual programming")
                .rule(
                        "device",
                        !programming.firesPulses() || device.drawsPerWrite() == 0,
                        "must have no programmingNoise where programming fires pulses, which leave an error of their own:"
                                + " set it to none, or take residual programming")
                .rule("bits", takes(device, bits), "must be 1 for a device of two states but is " + words(bits))
                .holds();
    }

    private static boolean takes(DeviceModel device, ConductanceLevels bits) {
        return device.pulseLaw().flatMap(PulseLaw::levels).map(bits::equals).orElse(true);
    }

    private static String words(ConductanceLevels bits) {
        return bits instanceof DiscreteLevels discrete ? String.valueOf(discrete.bits()) : bits.count();
    }

    /** A cell whose writes leave the device's programming noise, and which never wears out. */
    public Cell(ConductanceLevels bits, DeviceModel device, StuckFaults faults) {
        this(bits, device, faults, new ResidualProgramming(), new NoEndurance());
    }

    /** The same cell with other physics. */
    public Cell madeOf(DeviceModel other) {
        return new Cell(bits, other, faults, programming, endurance);
    }

    /** A cell without levels or imperfections, whose conductance is the number that it stands for. */
    public static Cell ofNumbers() {
        return new Cell(new ContinuousLevels(), ParametricDeviceModel.ideal(0, 1), new NoStuckFaults());
    }
}
