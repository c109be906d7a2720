package org.ohmgrad.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ohmgrad.device.law.NoTelegraphNoise;
import org.ohmgrad.device.law.NoTemperatureLaw;
import org.ohmgrad.device.law.TelegraphNoise;
import org.ohmgrad.device.law.TemperatureLaw;
import org.ohmgrad.device.law.VarianceTerm;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseLaw;

/**
 * A class of your own that implements this interface, from a jar or a notebook. Settings name it by its class; a program or
 * a notebook needs no name. The defaults are an ideal cell: exact writes, noiseless reads, no drift.
 */
public non-sealed interface CustomDeviceModel extends DeviceModel {
    @Override
    default int drawsPerWrite() {
        return 0;
    }

    @Override
    default double programmed(double target, double z) {
        return target;
    }

    @Override
    default List<VarianceTerm> varianceTerms() {
        return List.of();
    }

    @Override
    default List<VarianceTerm> varianceTermsAt(double kelvin) {
        return varianceTerms();
    }

    @Override
    default boolean isNoiseOf(double kelvin) {
        return true;
    }

    @Override
    default TemperatureLaw temperatureLaw() {
        return new NoTemperatureLaw();
    }

    @Override
    default TelegraphNoise telegraphNoise() {
        return new NoTelegraphNoise();
    }

    @Override
    default double steadySeconds() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    default double age(double seconds) {
        return seconds;
    }

    @Override
    default double aged(double written, double age, double z) {
        return written;
    }

    @Override
    default boolean driftIsRedrawn() {
        return false;
    }

    @Override
    default double longestSeconds() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    default Optional<PulseLaw> pulseLaw() {
        return Optional.empty();
    }

    @Override
    default DeviceToDevice deviceToDevice() {
        return DeviceToDevice.none();
    }

    @Override
    default Map<String, String> sources() {
        return Map.of();
    }
}
