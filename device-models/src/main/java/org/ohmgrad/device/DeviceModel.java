package org.ohmgrad.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ohmgrad.device.law.TelegraphNoise;
import org.ohmgrad.device.law.TemperatureLaw;
import org.ohmgrad.device.law.VarianceTerm;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseLaw;

/**
 * The physics of one memristor cell: how it takes a write, how it ages, and how noisily it is read.
 *
 * <p>Conductances are in siemens, times in seconds. A law never draws random numbers: it takes standard normals
 * {@code z}, so that {@code z = 0} is the mean law. All cells of a chip share one model; what differs between cells is
 * their state and their {@code z}.
 */
public sealed interface DeviceModel permits ParametricDeviceModel, CustomDeviceModel {
    /** Lowest conductance that a healthy cell is programmed to, in siemens. */
    double gMin();

    /** Highest conductance that a healthy cell is programmed to, in siemens. */
    double gMax();

    /** How many standard normals one write takes: 0 for an exact write, else 1. */
    int drawsPerWrite();

    /**
     * Conductance right after a write.
     *
     * @param target wanted conductance in siemens, in [gMin, gMax]
     * @param z standard normal of this write; ignored if {@link #drawsPerWrite()} is 0
     * @return conductance in siemens; it may leave [gMin, gMax], and the crossbar clips it at 0 only
     */
    double programmed(double target, double z);

    /** Variance of the current of one read of one cell, as a sum of terms; empty if reads are noiseless. */
    List<VarianceTerm> varianceTerms();

    /** The same terms for cells at another temperature, kelvin. */
    List<VarianceTerm> varianceTermsAt(double kelvin);

    /** Whether {@link #varianceTerms()} are those of cells at a temperature (kelvin), or depend on none. */
    boolean isNoiseOf(double kelvin);

    /** How conductances depend on the temperature at which cells are read. */
    TemperatureLaw temperatureLaw();

    /** How conductances jump between two values. */
    TelegraphNoise telegraphNoise();

    /**
     * Seconds for which a conductance may be taken as constant: within that time no cell's conductance changes by more
     * than 2<sup>-14</sup> of gMax, a sixty-fourth of an 8-bit level, and no variance of its noise by more than a
     * hundredth. Infinite if cells never drift.
     */
    double steadySeconds();

    /**
     * The age of a cell on the scale in which its drift law is simplest, computed once for all cells written together.
     *
     * @param seconds time since the cell's last write, at least 0
     */
    double age(double seconds);

    /**
     * Conductance some time after its write.
     *
     * @param written conductance right after the write, in siemens
     * @param age result of {@link #age(double)}
     * @param z standard normal of this cell, the same for all its life, or of its last write: see
     *     {@link #driftIsRedrawn()}
     * @return conductance in siemens; the crossbar clips it at 0
     */
    double aged(double written, double age, double z);

    /** Whether every write of a cell draws the z of its ageing anew; else a cell keeps its z for life. */
    boolean driftIsRedrawn();

    /** Longest time since a write for which all laws are known, seconds. */
    double longestSeconds();

    /** What a pulse does to a cell; empty if the device has no law of pulses. */
    Optional<PulseLaw> pulseLaw();

    /** In what cells differ from each other under pulses. */
    DeviceToDevice deviceToDevice();

    /** Where each constant comes from: JSON pointer inside the device to words. */
    Map<String, String> sources();
}
