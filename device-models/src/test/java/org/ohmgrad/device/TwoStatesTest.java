package org.ohmgrad.device;

import static org.ohmgrad.device.Refusals.refused;

import org.junit.jupiter.api.Test;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.ProgrammingNoise;
import org.ohmgrad.device.pulse.BinarySwitch;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.NoPulseResponse;
import org.ohmgrad.device.pulse.PulseResponse;
import org.ohmgrad.device.pulse.SoftBounds;

/** What a cell of two states cannot be. */
class TwoStatesTest {
    private static ParametricDeviceModel device(PulseResponse pulses, ProgrammingNoise noise) {
        return new ParametricDeviceModel(
                4e-5, 1e-4, noise, new NoReadNoise(), new NoDrift(), pulses, DeviceToDevice.none());
    }

    private static Cell cell(ConductanceLevels levels, PulseResponse pulses) {
        return new Cell(levels, device(pulses, new NoProgrammingNoise()), new NoStuckFaults());
    }

    @Test
    void aSwitchHasCellsOfOneBit() {
        var pulses = new BinarySwitch(0.5, 0.5);
        cell(ConductanceLevels.ofBits(1), pulses);
        refused("bits must be 1 for a device of two states but is 8", () -> cell(ConductanceLevels.ofBits(8), pulses));
        refused("bits must be 1 for a device of two states but is 2", () -> cell(ConductanceLevels.ofBits(2), pulses));
        refused(
                "bits must be 1 for a device of two states but is continuous",
                () -> cell(new ContinuousLevels(), pulses));
    }

    @Test
    void cellsOfOneBitMayBeOfAnyDevice() {
        cell(ConductanceLevels.ofBits(1), new NoPulseResponse());
        cell(ConductanceLevels.ofBits(1), new SoftBounds(0.1, 0.1, 0));
    }

    @Test
    void aSwitchIsNotWrittenBetweenItsStates() {
        refused(
                "programmingNoise must be none where pulses leave a cell two states, between which it cannot stand",
                () -> device(new BinarySwitch(0.5, 0.5), new GaussianProgrammingNoise(0.01)));
    }

    @Test
    void programmingNoiseHasNoPartInWritesByPulses() {
        var noisy = device(new SoftBounds(0.1, 0.1, 0), new GaussianProgrammingNoise(0.01));
        for (var programming :
                new Programming[] {new WriteVerifyProgramming(0.1, 9, 1, 1), new SinglePulseProgramming(9)}) {
            refused(
                    "device must have no programmingNoise where programming fires pulses, which leave an error of their"
                            + " own: set it to none, or take residual programming",
                    () -> new Cell(
                            ConductanceLevels.ofBits(8), noisy, new NoStuckFaults(), programming, new NoEndurance()));
        }
    }
}
