package org.ohmgrad.device.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.device.Refusals.refused;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.PublishedValues;
import org.ohmgrad.device.PublishedValues.Value;
import org.ohmgrad.device.law.NeurramProgrammingNoise.Curve;

/** Published laws against values worked out by other means. */
class PublishedLawsTest {
    private static final ReadNoise SILENT = new NoReadNoise();
    private static final Drift STILL = new NoDrift();

    private static void assertValues(String law, ToDoubleFunction<Value> ours) {
        for (Value value : PublishedValues.of(law)) {
            double size = Math.abs(value.value());
            assertEquals(value.value(), ours.applyAsDouble(value), 1e-9 * size, law + " at " + value);
        }
    }

    private static ToDoubleFunction<Value> microsiemens(ProgrammingNoise noise) {
        return value -> noise.error(value.siemens(), 1, 1) * 1e6;
    }

    @Test
    void theErrorsOfWritesHaveThePublishedSpread() {
        assertValues("pcm sigma of write, uS", microsiemens(new PcmProgrammingNoise()));
        assertValues("milo, uS", microsiemens(new MiloProgrammingNoise()));
        assertValues("neurram cubic, uS", microsiemens(new NeurramProgrammingNoise(Curve.CUBIC)));
        Map.of(0.002, 0.00081107 + 0.00106879 * 50, 0.02, 0.0112185391 + 0.01129027418 * 50)
                .forEach((acceptance, sigma) ->
                        assertEquals(sigma, new CmoProgrammingNoise(acceptance).error(50e-6, 1, 1) * 1e6, 1e-12));
    }

    @Test
    void anErrorIsItsSpreadTimesZ() {
        assertEquals(
                -2.5 * new PcmProgrammingNoise().error(10e-6, 1, 1),
                new PcmProgrammingNoise().error(10e-6, 25e-6, -2.5),
                1e-18);
    }

    @Test
    void theExponentsOfPhaseChangeCellsAreThePublishedOnes() {
        assertValues("pcm mean exponent", value -> PcmDrift.exponent(value.siemens(), 0));
        assertValues(
                "pcm spread of exponent",
                value -> PcmDrift.exponent(value.siemens(), 1) - PcmDrift.exponent(value.siemens(), 0));
        assertEquals(0.049 - 0.008 * 7, -PcmDrift.exponent(25e-6, -7), 1e-12);
    }

    @Test
    void phaseChangeCellsDriftAsPublished() {
        Drift drift = new PcmDrift();
        for (Value value : PublishedValues.of("pcm drift factor")) {
            double expected = value.siemens() * value.value();
            assertEquals(expected, drift.aged(value.siemens(), drift.age(value.seconds()), 0), 1e-9 * expected);
        }
    }

    @Test
    void theReadNoiseOfPhaseChangeCellsGrowsWithTimeAsPublished() {
        VarianceTerm term = new PcmReadNoise().terms().get(0);
        for (Value value : PublishedValues.of("pcm sigma of read, share")) {
            double current = value.siemens() * 0.3;
            double sigma = Math.sqrt(term.variance(value.siemens(), -0.3, value.seconds()));
            assertEquals(value.value() * current, sigma, 1e-9 * current);
        }
        assertTrue(term.grows());
    }

    /** How noisy a cell is, as a share of what it conducts, is decided by what it was written to, however far it has drifted. */
    @ParameterizedTest
    @CsvSource({
        "12.5, 3600, 0.06579",
        "12.5, 31536000, 0.07784",
        "2, 3600, 0.21653",
        "2, 31536000, 0.25616",
    })
    void theReadNoiseOfPhaseChangeCellsIsThatOfTheProgrammedConductance(double written, double seconds, double share) {
        Drift drift = new PcmDrift();
        VarianceTerm term = new PcmReadNoise().terms().get(0);
        double now = drift.aged(written * 1e-6, drift.age(seconds), 0);
        assertTrue(now < 0.8 * written * 1e-6 && term.remembers());
        assertEquals(share, Math.sqrt(term.variance(now, written * 1e-6, 1, seconds)) / now, 5e-6);
    }

    @Test
    void theReadNoiseOfCmoCellsIsThePublishedOne() {
        VarianceTerm term = new CmoReadNoise().terms().get(0);
        double expected = 0.0277316483 * Math.log10(50) * Math.sqrt(Math.log((3600 + 1e-6) / 2e-6)) * 1e-6;
        assertEquals(expected * 0.2, Math.sqrt(term.variance(50e-6, 0.2, 3600)), 1e-9 * expected);
        assertEquals(term.variance(50e-6, 0.2, 1), term.variance(50e-6, 0.2, 0));
    }

    /** Programming noise and relaxation together have the published variance. */
    @Test
    void theCellsOfNeurramDeviateFromTheirTargetAsPublished() {
        NeurramRelaxation relaxation = new NeurramRelaxation();
        ProgrammingNoise noise = new NeurramProgrammingNoise(Curve.QUARTIC);
        for (Value value : PublishedValues.of("neurram quartic, uS")) {
            double written = noise.error(value.siemens(), 1, 1);
            double moved = NeurramRelaxation.spread(value.siemens(), relaxation.age(value.seconds()));
            assertEquals(value.value(), Math.hypot(written, moved) * 1e6, 1e-9, value::toString);
            assertEquals(
                    value.siemens() + 2 * moved,
                    relaxation.aged(value.siemens(), relaxation.age(value.seconds()), 2),
                    1e-18);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, 0.20591671", "1, 0, 0.41183342", "86400, -1.0116, 0.88933"})
    void cmoCellsRelaxWithTheLogarithmOfTime(double seconds, double mean, double spread) {
        Drift drift = new CmoRelaxation();
        double age = drift.age(seconds);
        assertEquals(mean, (drift.aged(30e-6, age, 0) - 30e-6) * 1e6, 1e-4);
        assertEquals(spread, (drift.aged(30e-6, age, 1) - drift.aged(30e-6, age, 0)) * 1e6, 1e-4);
    }

    @Test
    void anAgeBeyondTheMeasuredTimeIsHeldThere() {
        assertEquals(new NeurramRelaxation().age(172_800), new NeurramRelaxation().age(1e7));
        assertEquals(new PcmDrift().age(31_536_000), new PcmDrift().age(1e9));
    }

    @Test
    void aConductanceRangeThatWasNotMeasuredIsRefused() {
        refused(
                "gMax must lie where its laws were measured (0.0 to 2.5E-5 siemens) but is 3.0E-5",
                () -> new ParametricDeviceModel(1e-6, 30e-6, new PcmProgrammingNoise(), SILENT, STILL));
        refused(
                "gMin must lie where its laws were measured (5.0E-5 to 2.25E-4 siemens) but is 1.0E-6",
                () -> new ParametricDeviceModel(1e-6, 100e-6, new MiloProgrammingNoise(), SILENT, STILL));
        refused(
                "gMin must lie where its laws were measured (9.0E-6 to 2.5E-5 siemens) but is 1.0E-6;"
                        + " gMax must lie where its laws were measured (9.0E-6 to 2.5E-5 siemens) but is 4.0E-5",
                () -> new ParametricDeviceModel(
                        1e-6, 40e-6, new PcmProgrammingNoise(), new CmoReadNoise(), new NeurramRelaxation()));
    }

    @Test
    void anAcceptanceRangeThatWasNotMeasuredIsRefused() {
        refused(
                "acceptance must be 0.002 or 0.02, the ranges that were measured, but is 0.01",
                () -> new CmoProgrammingNoise(0.01));
    }

    @Test
    void aDeviceIsKnownForAsLongAsTheShortestOfItsLaws() {
        DeviceModel device = new ParametricDeviceModel(
                1e-6, 40e-6, new NeurramProgrammingNoise(Curve.QUARTIC), SILENT, new NeurramRelaxation());
        assertEquals(172_800, device.longestSeconds());
        assertTrue(device.driftIsRedrawn());
    }
}
