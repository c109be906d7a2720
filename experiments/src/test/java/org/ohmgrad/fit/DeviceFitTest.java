package org.ohmgrad.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseCurve;
import org.ohmgrad.device.pulse.PulseTable;
import org.ohmgrad.device.pulse.SoftBounds;
import org.ohmgrad.fit.PulseMeasurements.Point;
import org.ohmgrad.fit.PulseMeasurements.Train;
import org.ohmgrad.random.Draws;

class DeviceFitTest {
    /** Stated standard deviations that an estimate may be off: 1e-9, the build's budget for one assertion, of normal ones are. */
    private static final double WIDTH = 6.11;

    private static final DeviceToDevice ALIKE = DeviceToDevice.none();

    /** Conductances in microsiemens from a pulse on. */
    private static List<Reading> readings(boolean up, int first, int step, double... microsiemens) {
        List<Reading> readings = new ArrayList<>();
        for (int k = 0; k < microsiemens.length; k++) {
            readings.add(new Reading("", "", up, first + k * step, microsiemens[k] * 1e-6));
        }
        return readings;
    }

    private static PulseMeasurements measured(List<Reading> up, List<Reading> down) {
        List<Reading> all = new ArrayList<>(up);
        all.addAll(down);
        Conventions conventions = new Conventions();
        return Trains.of(conventions.counted(all), conventions.notes());
    }

    private static PulseCurve curve(DeviceFit fit) {
        return (PulseCurve) fit.device().pulses();
    }

    private static Map<String, Estimate> estimates(DeviceFit fit) {
        return fit.estimates().stream().collect(Collectors.toMap(Estimate::name, Function.identity()));
    }

    @ParameterizedTest
    @CsvSource({"97, 100, 2.4, -4.88", "32, 32, 1.75, 1.46", "128, 60, 0.04, -0.63", "50, 50, -3, 6", "64, 64, 0, 0"})
    void withoutNoiseTheParametersComeBackExactly(int up, int down, double labelUp, double labelDown) {
        ParametricDeviceModel device = Measured.device(new PulseCurve(up, down, labelUp, labelDown, 0), 0, ALIKE);
        DeviceFit fit = DeviceFit.of(Measured.of(device, up, down, 1, 1), "pulse-curve");
        assertEquals(Measured.G_MIN, fit.device().gMin(), 1e-6 * Measured.G_MAX);
        assertEquals(Measured.G_MAX, fit.device().gMax(), 1e-6 * Measured.G_MAX);
        assertEquals(labelUp, curve(fit).labelUp(), 1e-3);
        assertEquals(labelDown, curve(fit).labelDown(), 1e-3);
        assertEquals(0, curve(fit).cycleToCycle(), 1e-6);
        assertEquals(0, fit.distance(), 1e-6);
        assertEquals(up, curve(fit).pulsesUp());
        assertEquals(down, curve(fit).pulsesDown());
    }

    @Test
    void whereTheBestGMinIsBelowZeroTheOthersAreFittedAnewWithZero() {
        DeviceFit fit = DeviceFit.of(
                measured(readings(true, 0, 1, 0, 0.1, 1, 4, 8, 10), readings(false, 0, 1, 10, 5, 2, 0.5, 0.1, 0)),
                "pulse-curve");
        assertEquals(0, fit.device().gMin());
        assertEquals(1.0339e-5, fit.device().gMax(), 1e-9);
        assertEquals(-2.181, curve(fit).labelUp(), 1e-3);
        assertEquals(-4.058, curve(fit).labelDown(), 1e-3);
        assertEquals(0.05862, fit.distance(), 1e-5);
    }

    private static DeviceFit held() {
        return DeviceFit.of(
                measured(readings(true, 0, 1, 0, 0.1, 1, 4, 8, 10), readings(false, 0, 1, 10, 5, 2, 0.5, 0.1, 0)),
                "pulse-curve");
    }

    @Test
    void aGMinHeldAtZeroIsSaidToBeAndLiesBelowABound() {
        DeviceFit fit = held();
        Estimate gMin = Objects.requireNonNull(estimates(fit).get("gMin"));
        assertTrue(fit.isHeld());
        assertEquals(0, gMin.value());
        assertEquals("siemens, held at 0", gMin.unit());
        assertTrue(gMin.error() > 1e-9 && gMin.error() < 1e-6, gMin::toString);
        assertTrue(fit.json("x").contains("\"/gMin\": \"x: held at 0, as the best value lies below\""), fit.json("x"));
        DeviceFit free =
                DeviceFit.of(measured(readings(true, 0, 1, 1, 4, 6, 7, 8), readings(false, 0, 1, DOWN)), "pulse-curve");
        assertFalse(free.isHeld());
        assertTrue(Objects.requireNonNull(estimates(free).get("gMin")).value() > 0);
    }

    /** Readings of exactly 0, beside noise in proportion, would otherwise seem to rule out any noise of steps. */
    @Test
    void noiseOfTwelvePointsIsKnownOnlyWithinAWideRange() {
        Map<String, Estimate> found = estimates(held());
        Estimate read = Objects.requireNonNull(found.get("readNoise"));
        assertTrue(read.isRange());
        assertTrue(read.high() > 1.7 * read.value() && read.low() < 0.75 * read.value(), read::toString);
        assertTrue(Objects.requireNonNull(found.get("cycleToCycle")).error() > 0.05, found::toString);
    }

    /** 9 degrees of freedom: quantiles of chi-squared are 2.700 and 19.023. */
    @Test
    void theRangeOfAStandardDeviationIsThatOfChiSquared() {
        Estimate noise = Estimate.ofNoise("x", 1, Math.sqrt(1 / 18.0), "");
        assertEquals(Math.sqrt(9 / 19.023), noise.low(), 1e-4);
        assertEquals(Math.sqrt(9 / 2.700), noise.high(), 1e-3);
        assertFalse(Estimate.ofNoise("x", 0, 1, "").isRange());
    }

    @ParameterizedTest
    @CsvSource({
        "0.00002532, 1.408e-6, 2.532e-5, 0.141e-5",
        "-5.752, 0.1545, -5.752, 0.154",
        "1.06e-10, 4.613e-11, 1.060e-10, 0.461e-10",
        "0, 0.00006419, 0, 6.419e-5",
        "0.05, 0.25, 0.0500, 0.2500",
        "12345678, 1000, 1.23457e7, 0.00010e7"
    })
    void aValueAndItsUncertaintyAreInOneNotation(double value, double error, String first, String second) {
        assertEquals(List.of(first, second), Digits.alike(value, error));
    }

    @Test
    void aTableFollowsEachBranchOverItsOwnRange() {
        PulseMeasurements measured =
                measured(readings(true, 0, 1, 3, 5, 7, 9, 11), readings(false, 0, 1, 6, 4, 2.5, 1.5, 1));
        DeviceFit fit = DeviceFit.of(measured, "pulse-table");
        assertEquals(1e-6, fit.device().gMin(), 1e-12);
        assertEquals(11e-6, fit.device().gMax(), 1e-12);
        assertEquals(0, fit.distance());
        assertEquals(3e-6, fit.simulated(1, 1).trains().get(0).points().get(0).conductance(), 1e-12);
        assertTrue(fit.followsPoints());
        assertTrue(Double.isNaN(
                Objects.requireNonNull(estimates(fit).get("cycleToCycle")).error()));
    }

    private static final double[] DOWN = {8, 5, 3, 2, 1};
    private static final double[] RISING = {1, 2, 3, 5, 8};

    @Test
    void aBranchDownFromLowToHighOrWithNumbersThatCountDownIsThatOfTheRightOrder() {
        List<Reading> up = readings(true, 0, 1, 1, 4, 6, 7, 8);
        PulseMeasurements right = measured(up, readings(false, 0, 1, DOWN));
        PulseMeasurements lowToHigh = measured(up, readings(false, 0, 1, RISING));
        PulseMeasurements countingDown = measured(up, readings(false, 4, -1, DOWN));
        assertEquals(right.trains().get(1).points(), sorted(lowToHigh));
        assertEquals(right.trains().get(1).points(), sorted(countingDown));
        assertEquals(List.of(), right.notes());
        assertTrue(lowToHigh.notes().get(0).contains("from low to high conductance"), lowToHigh.notes()::toString);
        assertEquals(lowToHigh.notes(), countingDown.notes());
        assertEquals(-2.1075, curve(DeviceFit.of(lowToHigh, "pulse-curve")).labelDown(), 1e-4);
    }

    private static List<Point> sorted(PulseMeasurements measured) {
        return measured.trains().get(1).points();
    }

    @Test
    void numbersThatGoOnCountingAreCountedFromTheStartOfEachTrain() {
        PulseMeasurements measured = measured(readings(true, 0, 1, 1, 4, 6, 7, 8), readings(false, 5, 1, 5, 3, 2, 1));
        DeviceFit fit = DeviceFit.of(measured, "pulse-curve");
        assertEquals(-2.085, curve(fit).labelDown(), 1e-3);
        assertEquals(2.144, curve(fit).labelUp(), 1e-3);
        assertEquals(1.039e-6, fit.device().gMin(), 1e-9);
        assertTrue(measured.notes().get(0).contains("go on counting"));
        assertEquals(
                measured(readings(true, 0, 1, 1, 4, 6, 7, 8), readings(false, 1, 1, 5, 3, 2, 1))
                        .trains(),
                measured.trains());
    }

    @Test
    void aTableWhoseBranchDownLacksItsStartStartsWhereTheBranchUpEnded() {
        PulseMeasurements measured = measured(readings(true, 0, 1, 1, 4, 6, 7, 8), readings(false, 5, 1, 5, 3, 2, 1));
        DeviceFit fit = DeviceFit.of(measured, "table");
        assertEquals(8e-6, fit.device().gMax(), 1e-12);
        assertEquals(0, fit.distance(), 1e-6);
    }

    @Test
    void cyclesThatGoOnCountingAreTakenApart() {
        List<Reading> all = new ArrayList<>();
        for (int cycle = 0; cycle < 3; cycle++) {
            all.addAll(readings(true, 8 * cycle, 1, 5, 6, 7, 8));
            all.addAll(readings(false, 8 * cycle + 4, 1, 6, 4, 3, 2));
        }
        PulseMeasurements measured = measured(all, List.of());
        assertEquals(6, measured.trains().size());
        assertEquals(4, measured.pulses(false));
        assertTrue(measured.areTold());
    }

    @Test
    void aBranchDownThatDoesNotSayWhereItGoesIsRefused() {
        FitException e = assertThrows(
                FitException.class,
                () -> measured(readings(true, 0, 1, 1, 4, 6, 7, 8), readings(false, 0, 1, 2, 3, 1, 3, 2.5)));
        assertTrue(String.valueOf(e.getMessage()).contains("neither falls nor rises clearly"));
    }

    /** Seeds whose estimates are independent of each other: each is judged by the uncertainty it states. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noiseOfReadingAndOfStepsAreToldApartInOneDevice(long seed) {
        ParametricDeviceModel device = Measured.device(new PulseCurve(60, 60, 2, -3, 0.005), 0.01, ALIKE);
        Map<String, Estimate> found = estimates(DeviceFit.of(Measured.of(device, 60, 60, 1, seed), "pulse-curve"));
        assertNear(0.01, found, "readNoise", seed);
        assertNear(0.005, found, "cycleToCycle", seed);
        assertNear(2, found, "labelUp", seed);
        assertNear(-3, found, "labelDown", seed);
        assertFalse(found.containsKey("deviceToDevice gMax"));
    }

    private static void assertNear(double expected, Map<String, Estimate> found, String name, long seed) {
        Estimate estimate = Objects.requireNonNull(found.get(name), name);
        assertEquals(expected, estimate.value(), WIDTH * estimate.error(), () -> name + ", seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noiseOfReadingIsNotTakenForThatOfSteps(long seed) {
        ParametricDeviceModel device = Measured.device(new PulseCurve(50, 50, 2.4, -2.4, 0), 0, ALIKE);
        PulseMeasurements measured = Measured.with(Measured.of(device, 50, 50, 1, seed), 0.01, seed);
        DeviceFit fit = DeviceFit.of(measured, "pulse-curve");
        assertTrue(curve(fit).cycleToCycle() < 0.002, () -> fit.estimates().toString());
        assertEquals(0.01, fit.expectedDistance(), 0.003);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatDiffersBetweenDevicesIsToldFromBoth(long seed) {
        DeviceToDevice spread = new DeviceToDevice(0, 0, 0.03, 0.08);
        ParametricDeviceModel device = Measured.device(new PulseCurve(20, 20, 2, -2, 0.01), 0.02, spread);
        DeviceFit fit = DeviceFit.of(Measured.of(device, 20, 20, 12, seed), "pulse-curve");
        Map<String, Estimate> found = estimates(fit);
        assertNear(0.02, found, "readNoise", seed);
        assertNear(0.01, found, "cycleToCycle", seed);
        assertNear(0.03, found, "deviceToDevice gMin", seed);
        assertNear(0.08, found, "deviceToDevice gMax", seed);
        assertNear(fit.device().deviceToDevice().gMax(), found, "deviceToDevice gMax", seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aFittedDeviceSimulatedScattersLikeItsMeasurement(long seed) {
        ParametricDeviceModel device =
                Measured.device(new PulseCurve(20, 20, 2, -3, 0.01), 0.02, new DeviceToDevice(0, 0, 0.05, 0.05));
        PulseMeasurements measured = Measured.of(device, 20, 20, 20, seed);
        DeviceFit fit = DeviceFit.of(measured, "pulse-curve");
        assertEquals(fit.distance(), distance(fit, fit.simulated(100, seed + 9)), 0.2 * fit.distance());
        assertEquals(fit.distance(), fit.expectedDistance(), 0.2 * fit.distance());
    }

    private static double distance(DeviceFit fit, PulseMeasurements simulated) {
        double sum = 0;
        for (Train train : simulated.trains()) {
            double[] curve = fit.curve(train.up());
            for (Point point : train.points()) {
                double off = point.conductance() - curve[point.pulse()];
                sum += off * off;
            }
        }
        return Math.sqrt(sum / simulated.count())
                / (fit.device().gMax() - fit.device().gMin());
    }

    /** Errors of an instrument that drifts for a while look, from one reading to the next, like errors of steps. */
    @Test
    void errorsThatLastForSomePulsesAndDoNotAddUpAreNoNoiseOfSteps() {
        ParametricDeviceModel device = Measured.device(new PulseCurve(200, 200, 1, -2, 0), 0, ALIKE);
        PulseMeasurements clean = Measured.of(device, 200, 200, 1, 1);
        Draws draws = new Draws(5, "test/slow");
        List<Train> trains = new ArrayList<>();
        for (Train train : clean.trains()) {
            List<Point> points = new ArrayList<>();
            double slow = 0;
            for (Point point : train.points()) {
                slow = 0.8 * slow + 0.6 * draws.normal(trains.size(), point.pulse());
                points.add(new Point(point.pulse(), point.conductance() + 0.08 * slow * Measured.G_MAX));
            }
            trains.add(new Train(train.up(), "", points));
        }
        DeviceFit fit = DeviceFit.of(new PulseMeasurements(trains), "pulse-curve");
        assertTrue(fit.memory() > 2 && fit.memory() < 12, () -> "memory " + fit.memory());
        double simulated = distance(fit, fit.simulated(10, 1));
        assertTrue(simulated < 1.3 * fit.distance(), () -> simulated + " beside " + fit.distance());
    }

    private static List<Reading> threeDevices() {
        List<Reading> readings = new ArrayList<>();
        for (double top : new double[] {90, 100, 110}) {
            ParametricDeviceModel device = new ParametricDeviceModel(
                    1e-6,
                    top * 1e-6,
                    new NoProgrammingNoise(),
                    new NoReadNoise(),
                    new NoDrift(),
                    new PulseCurve(12, 12, 2, -2, 0),
                    ALIKE);
            for (Train train : Measured.of(device, 12, 12, 1, 1).trains()) {
                train.points()
                        .forEach(point -> readings.add(
                                new Reading("", "", train.up(), point.pulse(), Digits.written(point.conductance()))));
            }
        }
        return readings;
    }

    @Test
    void theSameRowsInAnyOrderGiveTheSameFile() {
        List<Reading> rows = threeDevices();
        DeviceFit fit = DeviceFit.of(Trains.of(rows, List.of()), "pulse-curve");
        assertEquals(0.09, fit.device().deviceToDevice().gMax(), 0.03);
        assertEquals(0, curve(fit).cycleToCycle(), 1e-5);
        for (int shuffle = 1; shuffle <= 3; shuffle++) {
            List<Reading> mixed = new ArrayList<>();
            for (int place : new Draws(shuffle, "test/rows").permutation(0, rows.size())) {
                mixed.add(rows.get(place));
            }
            mixed.sort(Reading.ORDER);
            assertEquals(
                    fit.json("x"),
                    DeviceFit.of(Trains.of(mixed, List.of()), "pulse-curve").json("x"));
        }
    }

    @Test
    void trainsThatNothingTellsApartAreNotSeparated() {
        ParametricDeviceModel device = Measured.device(new PulseCurve(20, 20, 1, -1, 0.01), 0.03, ALIKE);
        List<Reading> rows = new ArrayList<>();
        Measured.of(device, 20, 20, 4, 1).trains().forEach(train -> train.points()
                .forEach(point -> rows.add(new Reading("", "", train.up(), point.pulse(), point.conductance()))));
        DeviceFit fit = DeviceFit.of(Trains.of(rows, List.of()), "pulse-curve");
        assertFalse(fit.measured().areTold());
        assertEquals(0, curve(fit).cycleToCycle());
        assertFalse(fit.device().deviceToDevice().any());
        assertTrue(fit.readNoise().isEmpty());
        assertEquals(1, curve(fit).labelUp(), 0.3);
    }

    @Test
    void oneBranchAloneIsFittedAndTheOtherAssumedToMirrorIt() {
        DeviceFit fit = DeviceFit.of(measured(readings(true, 0, 1, 1, 4, 6, 7, 8), List.of()), "pulse-curve");
        assertEquals(-curve(fit).labelUp(), curve(fit).labelDown());
        assertEquals(4, curve(fit).pulsesDown());
        assertTrue(fit.json("measured").contains("the way down was not measured and is assumed to mirror the other"));
        DeviceFit down = DeviceFit.of(measured(List.of(), readings(false, 0, 1, DOWN)), "soft-bounds");
        assertEquals(
                ((SoftBounds) down.device().pulses()).down(),
                ((SoftBounds) down.device().pulses()).up());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pulse-curve", "soft-bounds", "linear-step", "exponential-step", "pulse-table"})
    void everyLawFollowsADeviceThatApproachesItsBounds(String law) {
        ParametricDeviceModel device = Measured.device(new SoftBounds(0.04, 0.05, 0), 0, ALIKE);
        DeviceFit fit = DeviceFit.of(Measured.of(device, 80, 80, 1, 1), law);
        assertTrue(fit.distance() < 0.03, () -> law + " leaves " + fit.distance());
        assertEquals(law, fit.law());
    }

    @Test
    void theLawThatMadeThePulsesHasTheLowestCriterion() {
        ParametricDeviceModel device = Measured.device(new SoftBounds(0.04, 0.05, 0), 0.01, ALIKE);
        Map<String, Double> criteria = DeviceFit.criteria(Measured.of(device, 60, 60, 1, 1));
        assertEquals("soft-bounds", criteria.keySet().iterator().next(), criteria::toString);
    }

    @Test
    void aTableIsTheMonotoneSequenceNearestToTheMeans() {
        PulseMeasurements measured =
                measured(readings(true, 0, 1, 1, 3, 2.8, 4, 6, 9), readings(false, 0, 1, 9, 5, 5.2, 3, 2, 1));
        DeviceFit fit = DeviceFit.of(measured, "pulse-table");
        PulseTable table = (PulseTable) fit.device().pulses();
        assertEquals(1e-6, table.up().get(0), 1e-12);
        assertEquals(2.9e-6, (table.up().get(1) + table.up().get(2)) / 2, 1e-8);
        assertEquals(6e-6, table.up().get(4), 1e-12);
        assertEquals(1e-6, fit.device().gMin());
        assertEquals(9e-6, fit.device().gMax());
    }

    @Test
    void aLabelAtItsEndIsADoubt() {
        double[] jump = {1, 9, 9.01, 9, 9.01, 9, 9.01, 9, 9.01, 9, 9.01, 9, 9.01, 9, 9.01, 9, 9.01};
        double[] fall = {9, 8, 7.5, 6, 5, 4, 3, 2, 1};
        DeviceFit fit = DeviceFit.of(measured(readings(true, 0, 8, jump), readings(false, 0, 1, fall)), "pulse-curve");
        assertEquals(
                List.of("labelUp lies at the end of what the law allows: the best value may lie beyond"), fit.doubts());
    }
}
