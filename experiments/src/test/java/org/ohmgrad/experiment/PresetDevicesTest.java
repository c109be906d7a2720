package org.ohmgrad.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Document;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.plan.Experiment;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.tile.Chip;

/** One contract for every device that a user can name: a new model is tested as soon as it has a preset. */
class PresetDevicesTest {
    static Stream<DeviceModel> devices() {
        Stream<DeviceModel> ofChips = Catalogue.list("chips").stream()
                .map(file ->
                        Settings.reader().read(file).bind(Chip.class).cell().device());
        Stream<DeviceModel> alone = Catalogue.list("devices").stream()
                .map(file -> Settings.reader().read(file).bind(DeviceModel.class));
        return Stream.concat(ofChips, alone);
    }

    @Test
    void everyKindOfDeviceHasAPreset() {
        Arrays.stream(DeviceModel.class.getPermittedSubclasses())
                .filter(Class::isRecord)
                .forEach(kind -> assertTrue(devices().anyMatch(kind::isInstance), kind + " has no preset"));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void conductancesStayFiniteAndInOrderAtEveryAge(DeviceModel device) {
        double step = (device.gMax() - device.gMin()) / 50;
        for (double seconds : new double[] {0, 1, 1e5, 3e8}) {
            double last = Double.NEGATIVE_INFINITY;
            for (int k = 0; k <= 50; k++) {
                double written = device.programmed(device.gMin() + k * step, 0);
                double now = device.aged(written, device.age(seconds), 0);
                assertTrue(Double.isFinite(now) && now >= last, device + " gives " + now + " after " + last);
                last = now;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("devices")
    void aFreshCellIsAsItWasWritten(DeviceModel device) {
        assertEquals(device.gMax(), device.aged(device.gMax(), device.age(0), 3), 1e-12 * device.gMax());
        assertTrue(device.steadySeconds() > 0);
        device.varianceTerms().forEach(term -> assertTrue(term.variance(device.gMax(), 0.25) >= 0));
    }

    @Test
    void anExperimentDoesNotWaitLongerThanItsCellsAreKnown() {
        Document document = Settings.reader()
                .read(Catalogue.path("experiments/drift.json"))
                .with("/chip/cell/device", "\"devices/neurram-hfox.json\"");
        document.with("/training/waitBeforeTest", "172800").bind(Experiment.class);
        String message = String.valueOf(
                assertThrows(ConfigException.class, () -> document.with("/training/waitBeforeTest", "172801")
                                .bind(Experiment.class))
                        .getMessage());
        assertTrue(
                message.contains("must not wait longer before the test than the laws of the chip's cells are known"
                        + " (172800.0 seconds) but has a waitBeforeTest of 172801.0"),
                message);
    }
}
