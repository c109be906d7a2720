package org.ohmgrad.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.ShotReadNoise;
import org.ohmgrad.device.law.SumReadNoise;
import org.ohmgrad.device.pulse.CellTraits;
import org.ohmgrad.device.pulse.ConstantStep;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.NoPulseResponse;
import org.ohmgrad.device.pulse.PulseResponse;
import org.ohmgrad.device.pulse.SoftBounds;

class ProgrammingTest {
    private static final double G_MIN = 1e-6;
    private static final double RANGE = 99e-6;
    private static final CellTraits MEAN = new CellTraits(G_MIN, G_MIN + RANGE, 1, 1);
    private static final int LONG_LIFE = Integer.MAX_VALUE;
    private static final WriteProcedure.Normals ZEROS = number -> 0;
    private static final PulseResponse TENTHS = new ConstantStep(0.1, 0.1, 0.5);

    static Stream<Programming> kinds() {
        return Stream.of(
                new ResidualProgramming(), new WriteVerifyProgramming(0.01, 50, 2, 3), new SinglePulseProgramming(60));
    }

    private static ParametricDeviceModel device(PulseResponse pulses, ReadNoise noise) {
        return new ParametricDeviceModel(
                G_MIN, G_MIN + RANGE, new NoProgrammingNoise(), noise, new NoDrift(), pulses, DeviceToDevice.none());
    }

    private static WriteProcedure procedure(Programming programming, PulseResponse pulses) {
        return programming.procedure(device(pulses, new NoReadNoise()), 0.25).orElseThrow();
    }

    private static double at(double state) {
        return G_MIN + state * RANGE;
    }

    private static void assertLeft(double state, int pulses, int reads, boolean failed, WriteOutcome outcome) {
        assertEquals(at(state), outcome.siemens(), 1e-16);
        assertEquals(List.of(pulses, reads, failed), List.of(outcome.pulses(), outcome.reads(), outcome.failed()));
    }

    @Test
    void theContractIsTestedOnEveryKind() {
        assertEquals(
                List.of(Programming.class.getPermittedSubclasses()),
                kinds().<Class<?>>map(Object::getClass).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindFiresPulsesIfItHasAProcedureForThem(Programming programming) {
        var device = device(TENTHS, new NoReadNoise());
        assertEquals(
                programming.firesPulses(), programming.procedure(device, 0.25).isPresent());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void pulsesAtADeviceWithoutALawOfThemAreRefused(Programming programming) {
        var device = device(new NoPulseResponse(), new NoReadNoise());
        var levels = ConductanceLevels.ofBits(8);
        var healthy = new NoStuckFaults();
        if (programming.firesPulses()) {
            refused(
                    "programming fires pulses, of which the device has no law: give it pulses, or take residual"
                            + " programming",
                    () -> new Cell(levels, device, healthy, programming, new NoEndurance()));
        } else {
            assertEquals(programming, new Cell(levels, device, healthy).programming());
        }
    }

    @Test
    void eachPulseIsVerifiedUntilOneReadPasses() {
        var procedure = procedure(new WriteVerifyProgramming(0.051, 50, 1, 1), TENTHS);
        assertLeft(0.5, 5, 6, false, procedure.write(MEAN, G_MIN, at(0.55), LONG_LIFE, ZEROS));
        assertLeft(0.4, 4, 5, false, procedure.write(MEAN, at(0.8), at(0.35), LONG_LIFE, ZEROS));
        assertLeft(0.33, 0, 1, false, procedure.write(MEAN, at(0.33), at(0.3), LONG_LIFE, ZEROS));
    }

    @Test
    void softBoundsAreClimbedInAsManyPulsesAsTheirLogarithmSays() {
        var procedure = procedure(new WriteVerifyProgramming(1e-3, 1000, 3, 1), new SoftBounds(0.01, 0.01, 0));
        WriteOutcome outcome = procedure.write(MEAN, G_MIN, at(0.9), LONG_LIFE, ZEROS);
        int pulses = (int) Math.ceil(Math.log(0.101) / Math.log(0.99));
        assertEquals(pulses, outcome.pulses());
        assertEquals(3 * (pulses + 1), outcome.reads());
        assertEquals(at(1 - Math.pow(0.99, pulses)), outcome.siemens(), 1e-16);
    }

    @Test
    void aTrainIsAsLongAsTheMeanLawAdvises() {
        var procedure = procedure(new WriteVerifyProgramming(0.02, 50, 1, 4), TENTHS);
        assertLeft(0.7, 7, 3, false, procedure.write(MEAN, G_MIN, at(0.71), LONG_LIFE, ZEROS));
        CellTraits strong = new CellTraits(G_MIN, G_MIN + RANGE, 2, 1);
        assertLeft(0.5, 7, 3, false, procedure.write(strong, G_MIN, at(0.5), LONG_LIFE, ZEROS));
    }

    @Test
    void aWriteGivesUpAtTheLastPulse() {
        CellTraits narrow = new CellTraits(at(0.2), at(0.6), 1, 1);
        var single = procedure(new WriteVerifyProgramming(0.01, 37, 1, 1), TENTHS);
        assertLeft(0.6, 37, 38, true, single.write(narrow, at(0.2), at(0.9), LONG_LIFE, ZEROS));
        assertLeft(0.2, 37, 38, true, single.write(narrow, at(0.5), at(0.1), LONG_LIFE, ZEROS));
        var trains = procedure(new WriteVerifyProgramming(0.01, 37, 1, 10), TENTHS);
        assertEquals(
                37, trains.write(narrow, at(0.2), at(0.9), LONG_LIFE, ZEROS).pulses());
    }

    @Test
    void pulsesBeyondACellsLifeAreFiredInVain() {
        var verified = procedure(new WriteVerifyProgramming(0.01, 20, 1, 1), TENTHS);
        assertLeft(0.3, 20, 21, true, verified.write(MEAN, G_MIN, at(0.7), 3, ZEROS));
        assertLeft(0.5, 20, 21, true, verified.write(MEAN, at(0.5), at(0.7), 0, ZEROS));
        assertLeft(0.5, 0, 1, false, verified.write(MEAN, at(0.5), at(0.5), 0, ZEROS));
        var blind = procedure(new SinglePulseProgramming(20), TENTHS);
        assertLeft(0.3, 7, 1, false, blind.write(MEAN, G_MIN, at(0.7), 3, ZEROS));
        assertLeft(0.5, 2, 1, true, blind.write(MEAN, at(0.5), at(0.7), 0, ZEROS));
    }

    @Test
    void aSingleTrainEndsNearestToTheTargetOnTheMean() {
        var procedure = procedure(new SinglePulseProgramming(100), TENTHS);
        assertLeft(0.6, 6, 1, false, procedure.write(MEAN, G_MIN, at(0.64), LONG_LIFE, ZEROS));
        assertLeft(0.1, 6, 1, false, procedure.write(MEAN, at(0.7), at(0.06), LONG_LIFE, ZEROS));
        assertLeft(0.7, 0, 1, false, procedure.write(MEAN, at(0.7), at(0.74), LONG_LIFE, ZEROS));
        var shorter = procedure(new SinglePulseProgramming(3), TENTHS);
        assertLeft(0.3, 3, 1, false, shorter.write(MEAN, G_MIN, at(0.64), LONG_LIFE, ZEROS));
    }

    @Test
    void aVerifySeesTheMeanOfItsReadsWithTheirNoise() {
        var noise = new SumReadNoise(
                List.of(new ProportionalReadNoise(0.02), new JohnsonReadNoise(1e8, 300), new ShotReadNoise(1e8)));
        double g = 4e-5;
        double volts = 0.25;
        double variance = noise.terms().stream()
                .mapToDouble(term -> term.variance(g, volts))
                .sum();
        var read = new CellRead(noise.terms(), volts, 9);
        assertEquals(g + 2 * Math.sqrt(variance / 9) / volts, read.seen(g, 2), 1e-18);
        assertEquals(g, new CellRead(List.of(), volts, 1).seen(g, 2));
    }

    @Test
    void aNoisyVerifyPassesACellThatIsElsewhere() {
        var noisy = device(TENTHS, new ProportionalReadNoise(0.1));
        var procedure = new WriteVerifyProgramming(0.01, 20, 1, 1)
                .procedure(noisy, 0.25)
                .orElseThrow();
        double half = at(0.5);
        assertLeft(0.5, 0, 1, false, procedure.write(MEAN, half, 1.1 * half, LONG_LIFE, number -> number == 0 ? 1 : 0));
        assertFalse(procedure
                        .write(MEAN, half, half, LONG_LIFE, number -> number == 0 ? 1 : 0)
                        .pulses()
                == 0);
    }

    @Test
    void normalsAreAskedForInRisingOrder() {
        int[] last = {-1};
        WriteProcedure.Normals counted = number -> {
            assertTrue(number > last[0]);
            last[0] = number;
            return 0;
        };
        procedure(new WriteVerifyProgramming(0.001, 100, 1, 3), TENTHS).write(MEAN, G_MIN, at(0.777), 1000, counted);
        assertTrue(last[0] <= 2 * 100, "at most a verify and a train for each pulse");
    }

    @Test
    void settingsThatNoProcedureHasAreRefused() {
        refused("tolerance must lie in (0, 1] but is 0.0", () -> new WriteVerifyProgramming(0, 10, 1, 1));
        refused("tolerance must lie in (0, 1] but is NaN", () -> new WriteVerifyProgramming(Double.NaN, 10, 1, 1));
        refused(
                "maxPulses must lie in [1, 100000] but is 0; verifyReads must lie in [1, 100000] but is 0;"
                        + " longestTrain must lie in [1, 100000] but is 0",
                () -> new WriteVerifyProgramming(0.1, 0, 0, 0));
        refused("maxPulses must lie in [1, 100000] but is 0", () -> new SinglePulseProgramming(0));
    }

    @Test
    void enduranceIsLogNormalOverTheCells() {
        var limited = new LimitedEndurance(1000, 0.5, 20);
        assertEquals(20_000, limited.pulses(0));
        assertEquals(Math.rint(20_000 * Math.exp(0.5)), limited.pulses(1));
        assertEquals(Math.rint(20_000 * Math.exp(-1)), limited.pulses(-2));
        assertEquals(1, new LimitedEndurance(1, 5, 1).pulses(-6));
        assertEquals(Integer.MAX_VALUE, new LimitedEndurance(1e12, 0, 1).pulses(0));
        assertEquals(Integer.MAX_VALUE, new NoEndurance().pulses(-6));
        assertFalse(new NoEndurance().isLimited());
    }

    @Test
    void cellsThatTakeNoWriteAtAllAreRefused() {
        refused(
                "writes must lie in [1, 1000000000000] but is 0; spread must lie in [0, 10] but is -1;"
                        + " pulsesPerWrite must lie in [1, 1000000] but is 0",
                () -> new LimitedEndurance(0, -1, 0));
    }
}
