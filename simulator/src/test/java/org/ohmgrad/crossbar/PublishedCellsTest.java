package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.random.Significance.assertFollows;
import static org.ohmgrad.random.Significance.assertMean;
import static org.ohmgrad.random.Significance.assertUncorrelated;
import static org.ohmgrad.random.Significance.assertVariance;

import java.util.Arrays;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.CmoProgrammingNoise;
import org.ohmgrad.device.law.CmoRelaxation;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.Drift;
import org.ohmgrad.device.law.MiloProgrammingNoise;
import org.ohmgrad.device.law.NeurramProgrammingNoise;
import org.ohmgrad.device.law.NeurramRelaxation;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.PcmDrift;
import org.ohmgrad.device.law.PcmProgrammingNoise;
import org.ohmgrad.device.law.PcmReadNoise;
import org.ohmgrad.device.law.ProgrammingNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.random.Origin;

/** One hundred thousand cells of each published device against its own law. */
class PublishedCellsTest {
    private static final int ROWS = 250;
    private static final int COLS = 400;
    private static final double DAY = 86400;
    private static final long SEED = 5;
    private static final NeurramProgrammingNoise NEURRAM =
            new NeurramProgrammingNoise(NeurramProgrammingNoise.Curve.QUARTIC);

    private static Crossbar written(ParametricDeviceModel device, float share) {
        Cell cell = new Cell(new ContinuousLevels(), device, new NoStuckFaults());
        Crossbar crossbar = new Crossbar(
                ROWS,
                COLS,
                new ArraySettings(cell, new DifferentialPair(2), new NoWires(), 0.2),
                new Origin(SEED, "layer0/tile0,0"));
        float[] targets = new float[ROWS * COLS];
        Arrays.fill(targets, share);
        crossbar.program(targets, 0);
        return crossbar;
    }

    private static ParametricDeviceModel device(
            double low, double high, ProgrammingNoise noise, ReadNoise read, Drift drift) {
        return new ParametricDeviceModel(low, high, noise, read, drift);
    }

    private static double[] conductances(Crossbar crossbar) {
        float[] now = crossbar.planes().get(0).now();
        double[] values = new double[now.length];
        Arrays.setAll(values, k -> now[k]);
        return values;
    }

    private static double[] differences(double[] now, double[] before) {
        double[] moved = new double[now.length];
        Arrays.setAll(moved, k -> now[k] - before[k]);
        return moved;
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                Arguments.of(new PcmProgrammingNoise(), 0, 25e-6, 0.5f, 0.952705e-6),
                Arguments.of(NEURRAM, 1e-6, 40e-6, 9f / 39, 2.25826953125e-6),
                Arguments.of(new MiloProgrammingNoise(), 50e-6, 225e-6, 100f / 175, 3.416271e-6),
                Arguments.of(new CmoProgrammingNoise(0.02), 9e-6, 88.2e-6, 41 / 79.2f, 0.57573224810e-6));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void writesLandAroundTheirTargetWithThePublishedSpread(
            ProgrammingNoise noise, double low, double high, float share, double sigma) {
        double target = low + share * (high - low);
        double[] landed = conductances(written(device(low, high, noise, new NoReadNoise(), new NoDrift()), share));
        assertMean(target, sigma, landed, SEED);
        assertVariance(sigma * sigma, landed, SEED);
        assertFollows(g -> Bench.normalCdf((g - target) / sigma), landed, SEED);
    }

    @Test
    void phaseChangeCellsEachDriftByAnExponentOfTheirOwn() {
        Crossbar crossbar =
                written(device(0, 25e-6, new NoProgrammingNoise(), new NoReadNoise(), new PcmDrift()), 0.25f);
        double[] before = conductances(crossbar);
        crossbar.refresh(DAY);
        double[] after = conductances(crossbar);
        double[] exponents = new double[after.length];
        Arrays.setAll(exponents, k -> Math.log(before[k] / after[k]) / Math.log1p(DAY / 20));
        assertFollows(nu -> foldedNormal(nu, 0.049, 0.011428679513998632), exponents, SEED);
    }

    private static double foldedNormal(double x, double mean, double sigma) {
        return x < 0 ? 0 : Bench.normalCdf((x - mean) / sigma) - Bench.normalCdf((-x - mean) / sigma);
    }

    @Test
    void theCellsOfNeurramMoveFromWhereTheyWereWritten() {
        ParametricDeviceModel exact =
                device(1e-6, 40e-6, new NoProgrammingNoise(), new NoReadNoise(), new NeurramRelaxation());
        Crossbar crossbar = written(exact, 9f / 39);
        double[] before = conductances(crossbar);
        crossbar.refresh(DAY);
        double spread = Math.sqrt(3.720757812499999 * 3.720757812499999 - 2.25826953125 * 2.25826953125) * 1e-6;
        double[] moved = differences(conductances(crossbar), before);
        assertFollows(g -> Bench.normalCdf(g / spread), moved, SEED);
    }

    @Test
    void afterADayTheCellsOfNeurramDeviateByAboutThePublishedSpread() {
        Crossbar crossbar = written(device(1e-6, 40e-6, NEURRAM, new NoReadNoise(), new NeurramRelaxation()), 19f / 39);
        crossbar.refresh(DAY);
        double squares = Arrays.stream(conductances(crossbar))
                .map(g -> (g - 20e-6) * (g - 20e-6))
                .average()
                .orElseThrow();
        assertEquals(3.909e-6, Math.sqrt(squares), 0.04 * 3.909e-6);
    }

    @Test
    void cmoCellsRelaxByThePublishedMeanAndSpread() {
        Crossbar crossbar =
                written(device(9e-6, 88.2e-6, new NoProgrammingNoise(), new NoReadNoise(), new CmoRelaxation()), 0.5f);
        double[] before = conductances(crossbar);
        crossbar.refresh(3600);
        double mean = -0.08900206e-6 * Math.log(3600);
        double spread = 0.04201137e-6 * Math.log(3600) + 0.41183342e-6;
        assertFollows(g -> Bench.normalCdf((g - mean) / spread), differences(conductances(crossbar), before), SEED);
    }

    @Test
    void aRelaxationIsDrawnAnewWithEveryWrite() {
        Crossbar crossbar =
                written(device(9e-6, 88.2e-6, new NoProgrammingNoise(), new NoReadNoise(), new CmoRelaxation()), 0.5f);
        double[] before = conductances(crossbar);
        crossbar.refresh(100);
        double[] first = differences(conductances(crossbar), before);
        float[] targets = new float[ROWS * COLS];
        Arrays.fill(targets, 0.25f);
        crossbar.program(targets, 100);
        Arrays.fill(targets, 0.5f);
        crossbar.program(targets, 100);
        assertArrayEquals(before, conductances(crossbar));
        crossbar.refresh(200);
        double[] second = differences(conductances(crossbar), before);
        assertUncorrelated(standard(first), standard(second), SEED);
    }

    private static double[] standard(double[] moved) {
        double mean = -0.08900206e-6 * Math.log(100);
        double spread = 0.04201137e-6 * Math.log(100) + 0.41183342e-6;
        return Arrays.stream(moved).map(g -> (g - mean) / spread).toArray();
    }

    /** The variance of a line is the sum over its cells, each with its conductance and its time since the write. */
    @ParameterizedTest
    @MethodSource("org.ohmgrad.crossbar.Bench#mappings")
    void theNoiseOfALineGrowsWithTheTimeSinceItsCellsWereWritten(ConductanceMapping mapping) {
        ParametricDeviceModel device = device(0, 25e-6, new NoProgrammingNoise(), new PcmReadNoise(), new PcmDrift());
        Cell cell = new Cell(new ContinuousLevels(), device, new NoStuckFaults());
        Crossbar crossbar = new Crossbar(
                40, 1, new ArraySettings(cell, mapping, new NoWires(), 0.2), new Origin(SEED, "layer0/tile0,0"));
        float[] targets = new float[40];
        Arrays.fill(targets, 0.6f);
        crossbar.program(targets, 0);
        Arrays.fill(targets, 0, 20, 0.7f);
        crossbar.program(targets, DAY);
        crossbar.refresh(2 * DAY);
        int reads = 20_000;
        FMatrixRMaj voltages = new FMatrixRMaj(reads, 40);
        Arrays.fill(voltages.data, 0.5f);
        double[] currents = Bench.column(Bench.read(crossbar, voltages, Bench.TRAINING, Direction.FORWARD), 0);
        assertVariance(variance(crossbar, mapping), currents, SEED);
        assertTrue(variance(crossbar, mapping) > 0);
    }

    private static double variance(Crossbar crossbar, ConductanceMapping mapping) {
        double sum = 0;
        for (int p = 0; p < crossbar.planes().size(); p++) {
            Conductances plane = crossbar.planes().get(p);
            for (int row = 0; row < 40; row++) {
                for (int col = 0; col < plane.cols(); col++) {
                    boolean rewritten =
                            row < 20 && col == 0 && mapping.cellLevel(p, 0.7f) != mapping.cellLevel(p, 0.6f);
                    int cell = row * plane.cols() + col;
                    double seconds = rewritten ? DAY : 2 * DAY;
                    sum += Math.pow(0.5 * sigma(plane.now()[cell], plane.written(cell), seconds) / 25e-6, 2);
                }
            }
        }
        return sum;
    }

    /** What a cell was written to decides how noisy it is, as a share of what it conducts. */
    private static double sigma(double g, double written, double seconds) {
        double q = Math.min(0.2, 0.0088 / Math.max(Math.pow(written / 25e-6, 0.65), 1e-3));
        return g * q * Math.sqrt(Math.log((seconds + 20 + 250e-9) / 500e-9));
    }
}
