package org.ohmgrad.crossbar.plane;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.pulse.ConstantStep;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.random.Draws;

/** The loops of even steps: all implementations to the bit, and the device's own law. */
class PulseLoopsTest {
    private static final int CELLS = 700;
    private static final DeviceModel DEVICE = new ParametricDeviceModel(
            1e-6,
            1e-4,
            new NoProgrammingNoise(),
            new NoReadNoise(),
            new NoDrift(),
            new ConstantStep(0.01, 0.02, 0.3),
            new DeviceToDevice(0.3, 0.1, 0.15, 0.15));

    private final PulsedCells cells = new PulsedCells(DEVICE, CELLS, new Draws(1, "cells"));
    private final EvenSteps own = cells.even(cells.law().even().orElseThrow(), CELLS);
    private final float[] z = new float[CELLS];
    private final float[] start = new float[CELLS];
    private final int[] pulses = new int[CELLS];

    PulseLoopsTest() {
        new Draws(2, "z").normals(0, 0, z, 0, CELLS);
        new Draws(3, "start").uniforms(0, 0, start, 0, CELLS);
        for (int k = 0; k < CELLS; k++) {
            start[k] = own.low()[k] + start[k] * (own.high()[k] - own.low()[k]);
            pulses[k] = k % 9 - 4;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 333, 690})
    void implementationsAgreeToTheBit(int count) {
        float[] plain = start.clone();
        float[] best = start.clone();
        new PlainPulseLoops().fire(plain, 7, pulses, z, count, own);
        PulseLoops.BEST.fire(best, 7, pulses, z, count, own);
        assertArrayEquals(plain, best);
        PulseCounts counts = PulseCounts.roomFor(CELLS);
        for (int k = 0; k < CELLS; k++) {
            counts.up()[k] = k % 4;
            counts.down()[k] = k % 3 / 3f;
            counts.upVariance()[k] = k % 5;
            counts.downVariance()[k] = k % 7 / 5f;
        }
        new PlainPulseLoops().move(plain, 7, counts, z, count, own);
        PulseLoops.BEST.move(best, 7, counts, z, count, own);
        assertArrayEquals(plain, best);
    }

    /** Where the mean train reaches a bound, the law adds its deviation there, and the loops before they hold the cell. */
    @Test
    void aTrainWithinTheRangeDoesWhatTheDevicesLawSays() {
        float[] siemens = start.clone();
        PulseLoops.BEST.fire(siemens, 0, pulses, z, CELLS, own);
        int inside = 0;
        for (int k = 0; k < CELLS; k++) {
            double mean = cells.at(k).afterTrain(cells.law(), start[k], pulses[k], 0);
            double law = cells.at(k).afterTrain(cells.law(), start[k], pulses[k], z[k]);
            if (mean > own.low()[k] && mean < own.high()[k]) {
                assertEquals(law, siemens[k], 1e-10, "cell " + k);
                inside++;
            }
        }
        assertTrue(inside > CELLS / 2);
    }
}
