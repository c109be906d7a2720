package org.ohmgrad.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ohmgrad.device.law.Drift;
import org.ohmgrad.device.law.Fit;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.NoTelegraphNoise;
import org.ohmgrad.device.law.NoTemperatureLaw;
import org.ohmgrad.device.law.ProgrammingNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.TelegraphNoise;
import org.ohmgrad.device.law.TemperatureLaw;
import org.ohmgrad.device.law.VarianceTerm;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.NoPulseResponse;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.device.pulse.PulseResponse;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * A cell put together from independent parts; each part has an ideal form that does nothing.
 *
 * @param gMin lowest programmed conductance, siemens
 * @param gMax highest programmed conductance, siemens
 * @param programmingNoise error that a write leaves
 * @param readNoise fresh noise of every read
 * @param drift change of conductance with the time since the write
 * @param temperatureLaw change of conductance with the temperature at which cells are read
 * @param telegraphNoise jumps of conductance between two values
 * @param pulses answer to programming pulses
 * @param deviceToDevice in what cells differ from each other under pulses
 * @param description what the device is, for people; changes no result
 * @param sources where each constant comes from: JSON pointer inside the device to words; changes no result
 */
public record ParametricDeviceModel(
        double gMin,
        double gMax,
        @Default("{\"type\": \"none\"}") ProgrammingNoise programmingNoise,
        @Default("{\"type\": \"none\"}") ReadNoise readNoise,
        @Default("{\"type\": \"none\"}") Drift drift,
        @Default("{\"type\": \"none\"}") TemperatureLaw temperatureLaw,
        @Default("{\"type\": \"none\"}") TelegraphNoise telegraphNoise,
        @Default("{\"type\": \"none\"}") PulseResponse pulses,
        @Default("{}") DeviceToDevice deviceToDevice,
        @Default("\"\"") String description,
        @Default("{}") Map<String, String> sources)
        implements DeviceModel {
    private static final double LARGEST = 1;
    private static final double SMALLEST = 1e-15;
    private static final double NARROWEST = 1e-3;

    /** Refuses a conductance range that no cell has or that single precision cannot divide, and one beyond what its laws were measured in. */
    public ParametricDeviceModel {
        Check.that()
                .notNegative("gMin", gMin)
                .positive("gMax", gMax)
                .rule("gMax", gMax > gMin, "must be above gMin (" + gMin + ") but is " + gMax)
                .rule(
                        "gMax",
                        !(gMax > LARGEST),
                        "must be at most 1 siemens, more than which no cell conducts, but is " + gMax
                                + " (is it in microsiemens, or in ohm?)")
                .rule(
                        "gMax",
                        !(gMax > 0 && gMax < SMALLEST),
                        "must be at least 1e-15 siemens, less than which cannot be measured, but is " + gMax)
                .rule(
                        "gMax",
                        !(gMax > gMin && gMax - gMin < NARROWEST * gMax),
                        "must be above gMin (" + gMin + ") by at least a thousandth but is " + gMax
                                + ": conductances are kept in single precision, in which a closer range has no room for"
                                + " levels")
                .rule(
                        "gMin",
                        gMin > 0 || !temperatureLaw.any(),
                        "must be positive where conductance is activated by heat")
                .holds();
        Fit fit = fit(programmingNoise, readNoise, drift).and(pulses.fit());
        Check.that()
                .rule(
                        "gMin",
                        fit.holds(gMin),
                        "must lie where its laws were measured (" + words(fit) + ") but is " + gMin)
                .rule(
                        "gMax",
                        fit.holds(gMax),
                        "must lie where its laws were measured (" + words(fit) + ") but is " + gMax)
                .rule(
                        "programmingNoise",
                        !hasStates(pulses, gMin, gMax) || programmingNoise.drawsPerWrite() == 0,
                        "must be none where pulses leave a cell two states, between which it cannot stand")
                .holds();
        sources = Map.copyOf(sources);
    }

    /** A device without words about it, whose conductances neither depend on temperature nor jump. */
    public ParametricDeviceModel(
            double gMin,
            double gMax,
            ProgrammingNoise programmingNoise,
            ReadNoise readNoise,
            Drift drift,
            PulseResponse pulses,
            DeviceToDevice deviceToDevice) {
        this(
                gMin,
                gMax,
                programmingNoise,
                readNoise,
                drift,
                new NoTemperatureLaw(),
                new NoTelegraphNoise(),
                pulses,
                deviceToDevice,
                "",
                Map.of());
    }

    /** The same without a law of pulses. */
    public ParametricDeviceModel(
            double gMin, double gMax, ProgrammingNoise programmingNoise, ReadNoise readNoise, Drift drift) {
        this(gMin, gMax, programmingNoise, readNoise, drift, new NoPulseResponse(), DeviceToDevice.none());
    }

    private static Fit fit(ProgrammingNoise programmingNoise, ReadNoise readNoise, Drift drift) {
        return programmingNoise.fit().and(readNoise.fit()).and(drift.fit());
    }

    private static boolean hasStates(PulseResponse pulses, double gMin, double gMax) {
        return pulses.any() && pulses.law(gMin, gMax).levels().isPresent();
    }

    private static String words(Fit fit) {
        return fit.low() + " to " + fit.high() + " siemens";
    }

    /** The same device whose conductances depend on temperature, and jump, otherwise. */
    public ParametricDeviceModel with(TemperatureLaw otherLaw, TelegraphNoise otherNoise) {
        return new ParametricDeviceModel(
                gMin,
                gMax,
                programmingNoise,
                readNoise,
                drift,
                otherLaw,
                otherNoise,
                pulses,
                deviceToDevice,
                description,
                sources);
    }

    /** A cell without any imperfection between the two conductances (siemens). */
    public static ParametricDeviceModel ideal(double gMin, double gMax) {
        return new ParametricDeviceModel(gMin, gMax, new NoProgrammingNoise(), new NoReadNoise(), new NoDrift());
    }

    @Override
    public int drawsPerWrite() {
        return programmingNoise.drawsPerWrite();
    }

    @Override
    public double programmed(double target, double z) {
        return target + programmingNoise.error(target, gMax - gMin, z);
    }

    @Override
    public List<VarianceTerm> varianceTerms() {
        return readNoise.terms();
    }

    @Override
    public List<VarianceTerm> varianceTermsAt(double kelvin) {
        return readNoise.at(kelvin).terms();
    }

    @Override
    public boolean isNoiseOf(double kelvin) {
        return readNoise.isAt(kelvin);
    }

    @Override
    public double steadySeconds() {
        return Math.min(drift.steadySeconds(gMax), readNoise.steadySeconds());
    }

    @Override
    public double age(double seconds) {
        return drift.age(seconds);
    }

    @Override
    public double aged(double written, double age, double z) {
        return drift.aged(written, age, z);
    }

    @Override
    public boolean driftIsRedrawn() {
        return drift.isRedrawn();
    }

    @Override
    public double longestSeconds() {
        return fit(programmingNoise, readNoise, drift).longestSeconds();
    }

    @Override
    public Optional<PulseLaw> pulseLaw() {
        return pulses.any() ? Optional.of(pulses.law(gMin, gMax)) : Optional.empty();
    }
}
