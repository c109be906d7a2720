package org.ohmgrad.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.device.law.ProportionalReadNoise;

class DeviceModelTest {
    private static final DeviceModel PARAMETRIC = new ParametricDeviceModel(
            1e-6,
            1e-4,
            new GaussianProgrammingNoise(0.01),
            new ProportionalReadNoise(0.02),
            new PowerLawDrift(5.82e-4, 0.1, 1));

    /** A device of a user's own that says no more than it must. */
    private record TwoConductances(double gMin, double gMax) implements CustomDeviceModel {}

    static Stream<DeviceModel> models() {
        return Stream.of(PARAMETRIC, ParametricDeviceModel.ideal(1e-6, 1e-4), new TwoConductances(1e-6, 1e-4));
    }

    private static double afterWrite(DeviceModel model, double target, double seconds) {
        return model.aged(model.programmed(target, 0), model.age(seconds), 0);
    }

    @ParameterizedTest
    @MethodSource("models")
    void onTheMeanAWriteLandsOnItsTarget(DeviceModel model) {
        for (double target = model.gMin(); target <= model.gMax(); target += 1e-6) {
            assertEquals(target, model.programmed(target, 0));
            assertEquals(target, afterWrite(model, target, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aHigherTargetConductsMoreAtEveryAge(DeviceModel model) {
        for (double seconds : new double[] {0, 1, 1e5, 1e9}) {
            double last = 0;
            for (double target = model.gMin(); target <= model.gMax(); target += 1e-6) {
                double here = afterWrite(model, target, seconds);
                assertTrue(here > last && Double.isFinite(here));
                last = here;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelSaysWhatItDraws(DeviceModel model) {
        assertTrue(model.drawsPerWrite() == 0 || model.drawsPerWrite() == 1);
        assertEquals(model.drawsPerWrite() == 0, model.programmed(5e-5, 3) == 5e-5);
        assertTrue(model.steadySeconds() > 0);
        model.varianceTerms().forEach(term -> assertTrue(term.variance(5e-5, 0.25) > 0));
    }

    @Test
    void aParametricModelIsTheSumOfItsParts() {
        assertEquals(50e-6 + 0.01 * 99e-6 * 1.5, PARAMETRIC.programmed(50e-6, 1.5), 1e-18);
        double exponent = 5.82e-4 * (1 + 0.1 * 2);
        assertEquals(50e-6 * Math.pow(1001, -exponent), PARAMETRIC.aged(50e-6, PARAMETRIC.age(1000), 2), 1e-17);
        assertEquals(new PowerLawDrift(5.82e-4, 0.1, 1).steadySeconds(1e-4), PARAMETRIC.steadySeconds());
        assertEquals(1, PARAMETRIC.varianceTerms().size());
    }

    @Test
    void aCustomModelIsAnIdealCellUntilItSaysOtherwise() {
        DeviceModel custom = new TwoConductances(1e-6, 1e-4);
        DeviceModel ideal = ParametricDeviceModel.ideal(1e-6, 1e-4);
        assertEquals(ideal.drawsPerWrite(), custom.drawsPerWrite());
        assertEquals(ideal.programmed(3e-5, 2), custom.programmed(3e-5, 2));
        assertEquals(List.of(), custom.varianceTerms());
        assertEquals(Double.POSITIVE_INFINITY, custom.steadySeconds());
        assertEquals(3e-5, custom.aged(3e-5, custom.age(1e9), 2));
        assertEquals(7, custom.age(7));
    }

    @Test
    void aConductanceRangeThatIsNoneIsRefused() {
        refused("gMin must not be negative but is -1", () -> ParametricDeviceModel.ideal(-1, 1));
        refused("gMax must be above gMin (2.0) but is 1.0", () -> ParametricDeviceModel.ideal(2, 1));
        refused(
                "gMax must be positive but is 0; gMax must be above gMin (0.0) but is 0.0",
                () -> ParametricDeviceModel.ideal(0, 0));
    }

    @Test
    void aConductanceRangeThatNoCellHasIsRefused() {
        refused(
                "gMax must be at most 1 siemens, more than which no cell conducts, but is 80.0 (is it in microsiemens, or in"
                        + " ohm?)",
                () -> ParametricDeviceModel.ideal(1, 80));
        refused(
                "gMax must be at least 1e-15 siemens, less than which cannot be measured, but is 1.0E-16",
                () -> ParametricDeviceModel.ideal(0, 1e-16));
        refused(
                "gMax must be above gMin (1.0E-4) by at least a thousandth but is 1.0000001E-4: conductances are kept in"
                        + " single precision, in which a closer range has no room for levels",
                () -> ParametricDeviceModel.ideal(1e-4, 1.0000001e-4));
        ParametricDeviceModel.ideal(9.9e-5, 1e-4);
        ParametricDeviceModel.ideal(0, 1);
    }

    /** What the bound is for: at its edge, levels of ten bits are still apart in single precision. */
    @Test
    void levelsOfTheNarrowestRangeAreApart() {
        double gMin = 1e-4;
        double step = 1.002e-3 * gMin / 1023;
        for (int level = 0; level < 1023; level++) {
            assertTrue((float) (gMin + level * step) < (float) (gMin + (level + 1) * step));
        }
    }

    @Test
    void aCellIsItsLevelsItsDeviceAndItsFaults() {
        ConductanceLevels levels = ConductanceLevels.ofBits(8);
        StuckFaults faults = new NoStuckFaults();
        Cell cell = new Cell(levels, PARAMETRIC, faults);
        assertSame(levels, cell.bits());
        assertSame(PARAMETRIC, cell.device());
        assertSame(faults, cell.faults());
    }
}
