package org.ohmgrad.device.pulse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.PublishedValues;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.Fit;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;

class PulseResponseTest {
    private static final double G_MIN = 1e-6;
    private static final double G_MAX = 1e-4;

    static Stream<PulseResponse> kinds() {
        return Stream.of(
                new NoPulseResponse(),
                new ConstantStep(0.01, 0.012, 0.3),
                new LinearStep(0.001, 0.001, 0.1153, 0.5085, 0.4138, 0.3),
                new SoftBounds(0.02, 0.03, 0.5),
                new ExponentialStep(0.01, 0.01, 0.00081, 0.36833, 12.44625, 12.78785, 0.244, 0.2425, 0.3),
                new PulseCurve(97, 100, 2.4, -4.88, 0.035),
                new PulseTable(
                        List.of(1e-6, 10e-6, 20e-6, 35e-6, 50e-6, 70e-6, 85e-6, 100e-6),
                        List.of(101e-6, 90e-6, 70e-6, 55e-6, 40e-6, 25e-6, 10e-6, 1e-6),
                        0.1),
                new BinarySwitch(0.7, 0.2));
    }

    private static PulseLaw law(PulseResponse response) {
        return response.law(G_MIN, G_MAX);
    }

    private static double[] states() {
        return IntStream.rangeClosed(0, 100).mapToDouble(k -> k / 100.0).toArray();
    }

    @Test
    void theContractIsTestedOnEveryKind() {
        assertEquals(
                List.of(PulseResponse.class.getPermittedSubclasses()),
                kinds().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void noPulseLeavesTheRange(PulseResponse response) {
        for (double state : states()) {
            for (double z = -7; z <= 7; z += 0.5) {
                for (int pulses : new int[] {-50, -1, 0, 1, 50}) {
                    assertInRange(law(response).after(state, pulses > 0, 1.7, z));
                    assertInRange(law(response).afterTrain(state, pulses, 1.7, z));
                }
            }
        }
    }

    private static void assertInRange(double state) {
        assertTrue(state >= 0 && state <= 1, () -> "state " + state);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onTheMeanAPulseUpNeverLowersAndAPulseDownNeverRaises(PulseResponse response) {
        for (double state : states()) {
            assertTrue(law(response).step(state, true) >= 0);
            assertTrue(law(response).step(state, false) <= 0);
            assertEquals(response.any(), law(response).step(0.5, true) > 0);
            assertEquals(response.any(), law(response).step(0.5, false) < 0);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void onTheMeanNoPulseLetsOneCellOvertakeAnother(PulseResponse response) {
        for (boolean up : new boolean[] {true, false}) {
            double last = -1;
            for (double state : states()) {
                double here = Math.min(1, Math.max(0, state + law(response).step(state, up)));
                assertTrue(here >= last - 1e-15, response + " at " + state);
                last = here;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theMeanOverManyPulsesIsTheMeanLaw(PulseResponse response) {
        double[] normals = IntStream.range(0, 20_000)
                .mapToDouble(k -> quantile((k + 0.5) / 20_000))
                .toArray();
        for (boolean up : new boolean[] {true, false}) {
            double mean = DoubleStream.of(normals)
                    .map(z -> law(response).after(0.5, up, 1, z))
                    .average()
                    .orElseThrow();
            assertEquals(0.5 + law(response).step(0.5, up), mean, 1e-4);
        }
    }

    private static double quantile(double probability) {
        double low = -9;
        double high = 9;
        for (int k = 0; k < 60; k++) {
            double middle = (low + high) / 2;
            boolean isBelow = BinarySwitch.cumulative(middle) < probability;
            low = isBelow ? middle : low;
            high = isBelow ? high : middle;
        }
        return low;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutNoiseAPulseIsTheMeanLawAndATrainIsManyPulses(PulseResponse response) {
        if (response instanceof BinarySwitch) {
            assertEquals(1, law(response).after(0, true, 1, 0));
            assertEquals(1, law(response).after(1, false, 1, 0));
            assertEquals(0, law(response).afterTrain(1, -4, 1, 0));
            return;
        }
        for (int pulses : new int[] {-7, -1, 0, 1, 7}) {
            double single = 0.6;
            for (int k = 0; k < Math.abs(pulses); k++) {
                assertEquals(
                        Math.max(0, Math.min(1, single + 1.1 * law(response).step(single, pulses > 0))),
                        law(response).after(single, pulses > 0, 1.1, 0));
                single = law(response).after(single, pulses > 0, 1.1, 0);
            }
            assertEquals(single, law(response).afterTrain(0.6, pulses, 1.1, 0), 1e-15);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aTrainOfOnePulseIsThatPulse(PulseResponse response) {
        for (double z : new double[] {-2, -0.3, 0, 1.4}) {
            assertEquals(law(response).after(0.4, true, 1.2, z), law(response).afterTrain(0.4, 1, 1.2, z), 1e-12);
            assertEquals(law(response).after(0.4, false, 1.2, z), law(response).afterTrain(0.4, -1, 1.2, z), 1e-12);
        }
    }

    @Test
    void labelsGiveTheCurvesOfThePublishedTable() {
        for (PublishedValues.Value value : PublishedValues.of("pulse curve, A of label")) {
            assertEquals(value.value(), PulseCurve.parameter(value.argument()), 1e-9 * value.value());
            assertEquals(-value.value(), PulseCurve.parameter(-value.argument()), 1e-9 * value.value());
            assertEquals(value.argument(), PulseCurve.label(value.value()), 1e-9 * value.argument());
        }
    }

    @Test
    void pulsesFollowThePublishedCurves() {
        assertFollows("pulse curve, label 2.4 and 97 pulses, siemens", new PulseCurve(97, 97, 2.4, 2.4, 0), 97);
        assertFollows(
                "pulse curve, label -4.88 and 100 pulses, siemens", new PulseCurve(100, 100, -4.88, -4.88, 0), 100);
    }

    /** Up the curve from its foot, and down the same curve from its top. */
    private static void assertFollows(String curve, PulseCurve response, int pulses) {
        double low = 3.0769e-9;
        double high = 3.8462e-8;
        PulseLaw law = response.law(low, high);
        CellTraits cell = new CellTraits(low, high, 1, 1);
        for (PublishedValues.Value value : PublishedValues.of(curve)) {
            int count = (int) value.argument();
            assertEquals(value.value(), cell.afterTrain(law, low, count, 0), 1e-9 * value.value());
            assertEquals(value.value(), cell.afterTrain(law, high, count - pulses, 0), 1e-9 * value.value());
        }
    }

    @Test
    void thePulseCurveSpreadsWithTheRootOfTheNumberOfPulses() {
        PulseLaw law = law(new PulseCurve(97, 100, 2.4, -4.88, 0.035));
        double mean = law.afterTrain(0.3, 9, 1, 0);
        assertEquals(0.035 * 3 * 0.5, law.afterTrain(0.3, 9, 1, 0.5) - mean, 1e-12);
        assertEquals(0.035 * -1.2, law.after(0.5, false, 1, -1.2) - law.after(0.5, false, 1, 0), 1e-12);
    }

    @Test
    void aLabelOfNothingIsAStraightCurve() {
        PulseLaw law = law(new PulseCurve(50, 40, 0, 1e-3, 0));
        assertEquals(0.02, law.step(0.7, true), 1e-15);
        assertEquals(-0.025, law.step(0.7, false), 1e-4);
    }

    @Test
    void softBoundsAreApproachedInSteps() {
        PulseLaw law = law(new SoftBounds(0.1, 0.2, 0));
        assertEquals(1 - Math.pow(0.9, 20), law.afterTrain(0, 20, 1, 0), 1e-12);
        assertEquals(Math.pow(0.8, 20), law.afterTrain(1, -20, 1, 0), 1e-12);
    }

    @Test
    void aLinearStepHasItsNominalSizeAtTheOriginAndLosesGammaToTheBound() {
        PulseLaw law = law(new LinearStep(0.01, 0.02, 0.1, 0.5, 0.4, 0));
        assertEquals(0.01, law.step(0.4, true), 1e-15);
        assertEquals(0.009, law.step(1, true), 1e-15);
        assertEquals(-0.02, law.step(0.4, false), 1e-15);
        assertEquals(-0.01, law.step(0, false), 1e-15);
    }

    @Test
    void anExponentialStepIsTheStatedFormula() {
        PulseLaw law = law(new ExponentialStep(0.01, 0.02, 0.00081, 0.36833, 12.44625, 12.78785, 0.244, 0.2425, 0));
        double s = 0.244 * (2 * 0.8 - 1) + 0.2425;
        assertEquals(0.01 * (1 - 0.00081 * Math.exp(12.44625 * s)), law.step(0.8, true), 1e-15);
        assertEquals(-0.02 * (1 - 0.36833 * Math.exp(-12.78785 * s)), law.step(0.8, false), 1e-15);
    }

    @Test
    void aTableIsWalkedPointByPointAndBetweenItsPoints() {
        PulseLaw law = law(new PulseTable(List.of(1e-6, 20e-6, 60e-6, 100e-6), List.of(100e-6, 50e-6, 1e-6), 0));
        CellTraits cell = new CellTraits(G_MIN, G_MAX, 1, 1);
        assertEquals(20e-6, cell.after(law, 1e-6, true, 0), 1e-15);
        assertEquals(60e-6, cell.after(law, 20e-6, true, 0), 1e-15);
        assertEquals(80e-6, cell.after(law, 40e-6, true, 0), 1e-15);
        assertEquals(100e-6, cell.after(law, 100e-6, true, 0), 1e-15);
        assertEquals(25.5e-6, cell.after(law, 75e-6, false, 0), 1e-15);
        assertEquals(1e-6, cell.after(law, 40e-6, false, 0), 1e-15);
    }

    @Test
    void curvesOfATableMayCoverDifferentRanges() {
        PulseTable table = new PulseTable(List.of(20e-6, 60e-6, 100e-6), List.of(80e-6, 50e-6, 10e-6), 0);
        assertEquals(Fit.between(10e-6, 100e-6), table.fit());
        PulseLaw law = table.law(10e-6, 100e-6);
        CellTraits cell = new CellTraits(10e-6, 100e-6, 1, 1);
        assertEquals(60e-6, cell.after(law, 10e-6, true, 0), 1e-15);
        assertEquals(60e-6, cell.after(law, 20e-6, true, 0), 1e-15);
        assertEquals(50e-6, cell.after(law, 100e-6, false, 0), 1e-15);
        assertEquals(10e-6, cell.after(law, 10e-6, false, 0), 1e-15);
        assertEquals(100e-6, cell.after(law, 100e-6, true, 0), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3.7, -1, -0.2, 0, 0.5, 1.96, 4.2})
    void theNormalLawOfASwitchIsExactEnough(double z) {
        double step = 1e-4;
        double sum = 0;
        for (double x = -12 + step / 2; x < z; x += step) {
            sum += Math.exp(-x * x / 2) * step;
        }
        assertEquals(sum / Math.sqrt(2 * Math.PI), BinarySwitch.cumulative(z), 1e-5);
    }

    @Test
    void aTrainSwitchesUnlessEveryPulseFails() {
        PulseLaw law = law(new BinarySwitch(0.5, 0.25));
        double border = quantile(1 - Math.pow(0.75, 3));
        assertEquals(0, law.afterTrain(1, -3, 1, border - 1e-3));
        assertEquals(1, law.afterTrain(1, -3, 1, border + 1e-3));
        assertEquals(1, law.after(0, true, 2, 3));
    }

    @Test
    void cellsDifferByTheStatedSpreads() {
        DeviceToDevice spread = new DeviceToDevice(0.3, 0.02, 0.1, 0.2);
        float[] z = {9, 1, -1, 0.5f, 2};
        CellTraits cell = spread.cell(20e-6, 120e-6, z, 1);
        assertEquals(1.3 * 0.99, cell.up(), 1e-12);
        assertEquals(1.3 * 1.01, cell.down(), 1e-12);
        assertEquals(25e-6, cell.low(), 1e-18);
        assertEquals(160e-6, cell.high(), 1e-18);
        assertEquals(new CellTraits(20e-6, 120e-6, 1, 1), DeviceToDevice.none().cell(20e-6, 120e-6, z, 0));
        assertTrue(spread.any());
        assertFalse(DeviceToDevice.none().any());
    }

    @Test
    void aCellWithoutARangeStaysWhereItIs() {
        CellTraits cell = new DeviceToDevice(0, 0, 1, 1).cell(1e-6, 2e-6, new float[] {0, 0, 5, -5}, 0);
        assertEquals(cell.low(), cell.high());
        assertEquals(cell.low(), cell.after(law(new ConstantStep(0.1, 0.1, 0.3)), 1.5e-6, true, 1));
    }

    @Test
    void nonsenseIsRefused() {
        refused("up must lie in [0, 1] but is 2", () -> new ConstantStep(2, 0, 0));
        refused("down must lie in [0, 1] but is -1", () -> new SoftBounds(0, -1, 0));
        refused("origin must lie in [0.1, 0.9] but is 1", () -> new LinearStep(0.1, 0.1, 0, 0, 1, 0));
        refused("slope must lie in [0, 0.25] but is 3", () -> new ExponentialStep(0.01, 0.01, 0, 0, 0, 0, 3, 0, 0));
        refused(
                "pulsesUp must lie in [2, 1000000] but is 1; labelDown must lie in [-9, 9] but is -9.5:"
                        + " the published table of labels ends there",
                () -> new PulseCurve(1, 10, 0, -9.5, 0));
        refused(
                "up must hold at least 2 conductances, each above the last;"
                        + " down must hold at least 2 conductances, each below the last",
                () -> new PulseTable(List.of(1.0, 1.0), List.of(3.0), 0));
        refused("up must lie in [0, 1] but is 1.1", () -> new BinarySwitch(1.1, 0));
        refused("asymmetry must lie in [0, 1] but is 3", () -> new DeviceToDevice(0, 3, 0, 0));
    }

    @Test
    void aLabelsLargestBendIsTheTables() {
        assertEquals(43.84, 1 / PulseCurve.parameter(PulseCurve.LARGEST_LABEL), 0.01);
        new PulseCurve(10, 10, 9, -9, 0);
    }

    @Test
    void onlyASwitchHasStates() {
        kinds().filter(PulseResponse::any).forEach(response -> {
            boolean isSwitch = response instanceof BinarySwitch;
            assertEquals(
                    isSwitch ? Optional.of(ConductanceLevels.ofBits(1)) : Optional.empty(),
                    law(response).levels());
            for (double state : states()) {
                assertEquals(isSwitch ? Math.round(state) : state, law(response).settled(state));
            }
        });
    }

    @Test
    void aDeviceSaysWhetherPulsesMoveIt() {
        ParametricDeviceModel without = ParametricDeviceModel.ideal(1e-6, 1e-4);
        assertTrue(without.pulseLaw().isEmpty());
        ParametricDeviceModel with = new ParametricDeviceModel(
                1e-6,
                1e-4,
                new NoProgrammingNoise(),
                new NoReadNoise(),
                new NoDrift(),
                new ConstantStep(0.1, 0.1, 0),
                DeviceToDevice.none());
        assertEquals(0.1, with.pulseLaw().orElseThrow().step(0.5, true));
    }
}
