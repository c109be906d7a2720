package org.ohmgrad.device;

import java.util.List;
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
 */
public record ParametricDeviceModel(
        double gMin,
        double gMax,
        @Default("{\"type\": \"none\"}") ProgrammingNoise programmingNoise,
        @Default("{\"type\": \"none\"}") ReadNoise readNoise,
        @Default("{\"type\": \"none\"}") Drift drift)
        implements DeviceModel {
    /** Refuses a negative or empty conductance range. */
    public ParametricDeviceModel {
        Check.that()
                .notNegative("gMin", gMin)
                .positive("gMax", gMax)
                .rule("gMax", gMax > gMin, "must be above gMin (" + gMin + ") but is " + gMax)
                .holds();
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
        return target + programmingNoise.error(gMax - gMin, z);
    }

    @Override
    public List<VarianceTerm> varianceTerms() {
        return readNoise.terms();
    }

    @Override
    public double steadySeconds() {
        return drift.steadySeconds();
    }

    @Override
    public double age(double seconds) {
        return drift.age(seconds);
    }

    @Override
    public double aged(double written, double age, double z) {
        return written * drift.remaining(age, z);
    }
}
