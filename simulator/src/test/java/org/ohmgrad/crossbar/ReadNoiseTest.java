package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.ohmgrad.crossbar.Bench.RANGE;
import static org.ohmgrad.crossbar.Bench.TRAINING;
import static org.ohmgrad.crossbar.Bench.VOLT;
import static org.ohmgrad.random.Significance.assertFollows;
import static org.ohmgrad.random.Significance.assertMean;
import static org.ohmgrad.random.Significance.assertNormal;
import static org.ohmgrad.random.Significance.assertUncorrelated;
import static org.ohmgrad.random.Significance.assertVariance;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.device.RandomStuckFaults;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.ShotReadNoise;
import org.ohmgrad.device.law.SumReadNoise;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;

/** The noise of reads against closed forms, and against one draw per cell. */
class ReadNoiseTest {
    private static final int ROWS = 7;
    private static final int COLS = 5;
    private static final int READS = 5000;
    private static final double BOLTZMANN = 1.380649e-23;
    private static final double CHARGE = 1.602176634e-19;
    private static final ReadNoise PROPORTIONAL = new ProportionalReadNoise(0.05);
    private static final ReadNoise JOHNSON = new JohnsonReadNoise(1e8, 350);
    private static final ReadNoise SHOT = new ShotReadNoise(1e8);

    /** A noise and, written down once more, the variance of one cell's current from siemens and volt. */
    private record Law(ReadNoise noise, DoubleBinaryOperator variance) {}

    private static List<Law> laws() {
        DoubleBinaryOperator proportional = (g, v) -> Math.pow(0.05 * g * v, 2);
        DoubleBinaryOperator johnson = (g, v) -> 4 * BOLTZMANN * 350 * g * 1e8;
        DoubleBinaryOperator shot = (g, v) -> 2 * CHARGE * Math.abs(g * v) * 1e8;
        return List.of(
                new Law(PROPORTIONAL, proportional),
                new Law(JOHNSON, johnson),
                new Law(SHOT, shot),
                new Law(
                        new SumReadNoise(List.of(PROPORTIONAL, JOHNSON, SHOT)),
                        (g, v) -> proportional.applyAsDouble(g, v)
                                + johnson.applyAsDouble(g, v)
                                + shot.applyAsDouble(g, v)));
    }

    static Stream<Arguments> reads() {
        return laws().stream().flatMap(law -> Bench.mappings().flatMap(mapping -> Stream.of(Direction.values())
                .map(direction -> Arguments.of(law, mapping, direction))));
    }

    /** A crossbar on the bench, the voltages of its reads, and the variances that its cells' laws add up to. */
    private static final class Experiment {
        final Crossbar crossbar;
        final Direction direction;
        final FMatrixRMaj voltages;
        final DoubleBinaryOperator law;
        final int lines;

        Experiment(Law law, ConductanceMapping mapping, Direction direction, long seed) {
            Parts parts = Parts.ideal().with(law.noise()).with(new GaussianProgrammingNoise(0.05));
            crossbar = Bench.written(ROWS, COLS, parts, mapping, seed);
            this.direction = direction;
            this.law = law.variance();
            lines = direction.sensed(ROWS, COLS);
            FMatrixRMaj vector = Bench.randomVoltages(1, direction.driven(ROWS, COLS), seed);
            vector.data[1] = 0;
            vector.data[2] = -1;
            voltages = Bench.repeated(vector, READS);
        }

        FMatrixRMaj read(Occasion occasion) {
            return Bench.read(crossbar, voltages, occasion, direction);
        }

        private int cell(int line, int k) {
            int cols = crossbar.planes().get(0).cols();
            return direction.driven(k * cols + line, line * cols + k);
        }

        /** Variance of one cell's current in current units squared. */
        private double cellVariance(Conductances plane, int line, int k) {
            double variance = law.applyAsDouble(plane.now()[cell(line, k)], voltages.data[k] * VOLT);
            return variance / Math.pow(VOLT * RANGE, 2);
        }

        /** Variance of a line's own cells; the line after the last one is the reference. */
        double ownVariance(int line) {
            double sum = 0;
            for (Conductances plane : crossbar.planes()) {
                for (int k = 0; k < voltages.numCols; k++) {
                    sum += cellVariance(plane, line, k);
                }
            }
            return sum;
        }

        double sharedVariance() {
            return crossbar.mapping().referenceLines() == 0 ? 0 : ownVariance(lines);
        }

        double variance(int line) {
            return ownVariance(line) + sharedVariance();
        }

        double mean(int line) {
            return ownMean(line) - (crossbar.mapping().referenceLines() == 0 ? 0 : ownMean(lines));
        }

        private double ownMean(int line) {
            double sum = 0;
            for (int p = 0; p < crossbar.planes().size(); p++) {
                for (int k = 0; k < voltages.numCols; k++) {
                    double g = crossbar.planes().get(p).now()[cell(line, k)];
                    sum += crossbar.mapping().sign(p) * g / RANGE * voltages.data[k];
                }
            }
            return sum;
        }

        /** Reads in which every cell draws for itself. */
        double[][] perCellReads(long seed) {
            Draws draws = new Draws(seed, "test/oracle");
            int cells = crossbar.planes().size() * voltages.numCols;
            int readLines = lines + crossbar.mapping().referenceLines();
            float[] z = new float[cells];
            double[][] currents = new double[lines][READS];
            for (int read = 0; read < READS; read++) {
                double reference = 0;
                for (int line = readLines - 1; line >= 0; line--) {
                    draws.normals(read, (long) line * cells, z, 0, cells);
                    double current = ownMean(line);
                    for (int c = 0; c < cells; c++) {
                        Conductances plane = crossbar.planes().get(c / voltages.numCols);
                        current += Math.sqrt(cellVariance(plane, line, c % voltages.numCols)) * z[c];
                    }
                    if (line == lines) {
                        reference = current;
                    } else {
                        currents[line][read] = current - reference;
                    }
                }
            }
            return currents;
        }
    }

    private static double[] combined(double[] a, double[] b, double sign) {
        double[] result = new double[a.length];
        Arrays.setAll(result, k -> a[k] + sign * b[k]);
        return result;
    }

    @ParameterizedTest
    @MethodSource("reads")
    void aLinesCurrentHasTheMeanAndTheVarianceThatItsCellsAddUpTo(
            Law law, ConductanceMapping mapping, Direction direction) {
        Experiment experiment = new Experiment(law, mapping, direction, 11);
        FMatrixRMaj currents = experiment.read(TRAINING);
        for (int line = 0; line < 3; line++) {
            double[] samples = Bench.column(currents, line);
            assertMean(experiment.mean(line), Math.sqrt(experiment.variance(line)), samples, 11);
            assertVariance(experiment.variance(line), samples, 11);
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void twoLinesShareTheNoiseOfTheirReferenceAndNothingElse(Law law, ConductanceMapping mapping, Direction direction) {
        Experiment experiment = new Experiment(law, mapping, direction, 12);
        FMatrixRMaj currents = experiment.read(TRAINING);
        for (int line = 1; line < 3; line++) {
            double[] here = Bench.column(currents, line);
            double[] before = Bench.column(currents, line - 1);
            double own = experiment.ownVariance(line) + experiment.ownVariance(line - 1);
            assertVariance(own, combined(here, before, -1), 12);
            assertVariance(own + 4 * experiment.sharedVariance(), combined(here, before, 1), 12);
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void oneDrawPerLineFollowsTheSameLawAsOneDrawPerCell(Law law, ConductanceMapping mapping, Direction direction) {
        Experiment experiment = new Experiment(law, mapping, direction, 13);
        FMatrixRMaj perLine = experiment.read(TRAINING);
        double[][] perCell = experiment.perCellReads(13);
        for (int line = 0; line < 2; line++) {
            double mean = experiment.mean(line);
            double sigma = Math.sqrt(experiment.variance(line));
            assertFollows(x -> Bench.normalCdf((x - mean) / sigma), Bench.column(perLine, line), 13);
            assertFollows(x -> Bench.normalCdf((x - mean) / sigma), perCell[line], 13);
            assertSameVariance(Bench.column(perLine, line), perCell[line]);
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            double[] lines = combined(Bench.column(perLine, 0), Bench.column(perLine, 1), sign);
            assertSameVariance(lines, combined(perCell[0], perCell[1], sign));
        }
    }

    /** The logarithm of the ratio of two sample variances is nearly normal with variance 4/(n - 1). */
    private static void assertSameVariance(double[] a, double[] b) {
        double ratio = Math.log(sampleVariance(a) / sampleVariance(b));
        assertNormal(0, Math.sqrt(4.0 / (READS - 1)), ratio, "log ratio of variances", READS, 13);
    }

    private static double sampleVariance(double[] samples) {
        double mean = Arrays.stream(samples).average().orElseThrow();
        return Arrays.stream(samples).map(x -> (x - mean) * (x - mean)).sum() / (samples.length - 1);
    }

    @ParameterizedTest
    @MethodSource("org.ohmgrad.crossbar.Bench#mappings")
    void everyStepExampleAndDirectionDrawsAfresh(ConductanceMapping mapping) {
        Experiment forward = new Experiment(laws().get(0), mapping, Direction.FORWARD, 14);
        Experiment back = new Experiment(laws().get(0), mapping, Direction.TRANSPOSED, 14);
        double[] first = errors(forward, TRAINING);
        assertUncorrelated(first, errors(forward, new Occasion(Phase.TRAIN, 2, 0)), 14);
        assertUncorrelated(first, errors(forward, new Occasion(Phase.TRAIN, 1, READS)), 14);
        assertUncorrelated(first, errors(forward, new Occasion(Phase.TEST, 1, 0)), 14);
        assertUncorrelated(first, errors(forward, new Occasion(Phase.VALIDATION, 1, 0)), 14);
        assertUncorrelated(first, errors(forward, new Occasion(Phase.PROBE, 1, 0)), 14);
        assertUncorrelated(first, errors(back, TRAINING), 14);
        double[] later = Arrays.copyOfRange(first, 1, READS);
        assertUncorrelated(Arrays.copyOfRange(first, 0, READS - 1), later, 14);
    }

    /** The errors of line 0 in units of their standard deviation. */
    private static double[] errors(Experiment experiment, Occasion occasion) {
        double mean = experiment.mean(0);
        double sigma = Math.sqrt(experiment.variance(0));
        return Arrays.stream(Bench.column(experiment.read(occasion), 0))
                .map(current -> (current - mean) / sigma)
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void theSameOccasionGivesTheSameBits(Law law, ConductanceMapping mapping, Direction direction) {
        Experiment experiment = new Experiment(law, mapping, direction, 15);
        Occasion occasion = new Occasion(Phase.TEST, -3, 77);
        float[] once = experiment.read(occasion).data;
        experiment.read(TRAINING);
        assertArrayEquals(once, experiment.read(occasion).data);
        assertArrayEquals(once, new Experiment(law, mapping, direction, 15).read(occasion).data);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void theBitsDoNotDependOnHowABatchIsDivided(Law law, ConductanceMapping mapping, Direction direction) {
        Experiment experiment = new Experiment(law, mapping, direction, 16);
        FMatrixRMaj voltages = Bench.randomVoltages(101, experiment.voltages.numCols, 16);
        Occasion occasion = new Occasion(Phase.TRAIN, 4, 1000);
        float[] whole = Bench.read(experiment.crossbar, voltages, occasion, direction).data;
        int from = 0;
        for (int count : new int[] {2, 3, 17, 64, 13, 2}) {
            FMatrixRMaj piece = new FMatrixRMaj(count, voltages.numCols);
            System.arraycopy(voltages.data, from * voltages.numCols, piece.data, 0, piece.data.length);
            FMatrixRMaj part = Bench.read(experiment.crossbar, piece, occasion.from(1000 + from), direction);
            float[] expected = Arrays.copyOfRange(whole, from * part.numCols, (from + count) * part.numCols);
            assertArrayEquals(expected, part.data);
            from += count;
        }
        assertEquals(voltages.numRows, from);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 17})
    void switchingTheReadNoiseOffChangesNoConductance(long seed) {
        Parts noisy = Parts.ideal()
                .with(PROPORTIONAL)
                .with(new GaussianProgrammingNoise(0.05))
                .with(new PowerLawDrift(0.05, 0.1, 1))
                .with(new RandomStuckFaults(0.05, 0.05, 0.05, 0.05));
        Crossbar with = Bench.written(20, 20, noisy, new DifferentialPair(2), seed);
        Crossbar without = Bench.written(20, 20, noisy.with(new NoReadNoise()), new DifferentialPair(2), seed);
        Bench.read(with, Bench.randomVoltages(3, 20, seed), TRAINING, Direction.FORWARD);
        for (Crossbar crossbar : List.of(with, without)) {
            crossbar.refresh(1000);
        }
        for (int p = 0; p < 2; p++) {
            assertArrayEquals(
                    with.planes().get(p).now(), without.planes().get(p).now());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 18})
    void switchingTheProgrammingNoiseOffChangesNoOtherDraw(long seed) {
        Parts quiet = Parts.ideal().with(PROPORTIONAL).with(new PowerLawDrift(0.05, 0.1, 1));
        Parts noisy = quiet.with(new GaussianProgrammingNoise(0.001));
        assertArrayEquals(readDraws(quiet, seed), readDraws(noisy, seed), 2e-3);
        assertArrayEquals(driftShares(quiet, seed), driftShares(noisy, seed), 1e-6);
    }

    /** The standard normals behind one read, recovered from its errors. */
    private static double[] readDraws(Parts parts, long seed) {
        Crossbar crossbar = Bench.written(9, 20, parts, new DifferentialPair(2), seed);
        FMatrixRMaj voltages = Bench.repeated(Bench.randomVoltages(1, 9, seed), 2);
        FMatrixRMaj currents = Bench.read(crossbar, voltages, TRAINING, Direction.FORWARD);
        double[] draws = new double[20];
        for (int line = 0; line < 20; line++) {
            double mean = 0;
            double variance = 0;
            for (int k = 0; k < 9; k++) {
                mean += voltages.data[k] * (double) crossbar.meanForward().get(k, line);
                for (Conductances plane : crossbar.planes()) {
                    variance += Math.pow(0.05 * plane.now()[k * 20 + line] * voltages.data[k] / RANGE, 2);
                }
            }
            draws[line] = (currents.data[line] - mean) / Math.sqrt(variance);
        }
        return draws;
    }

    private static double[] driftShares(Parts parts, long seed) {
        Crossbar crossbar = Bench.written(9, 20, parts, new DifferentialPair(2), seed);
        float[] written = crossbar.planes().get(0).now().clone();
        crossbar.refresh(1e4);
        double[] shares = new double[written.length];
        Arrays.setAll(shares, k -> crossbar.planes().get(0).now()[k] / (double) written[k]);
        return shares;
    }

    @Test
    void aLineWithoutVoltageIsSilentButForJohnsonNoise() {
        for (Law law : laws()) {
            Experiment experiment = new Experiment(law, new DifferentialPair(2), Direction.FORWARD, 19);
            float current =
                    Bench.read(experiment.crossbar, new FMatrixRMaj(2, ROWS), TRAINING, Direction.FORWARD).data[0];
            if (law.variance().applyAsDouble(1e-4, 0) == 0) {
                assertEquals(0, current);
            } else {
                assertNotEquals(0, current);
            }
        }
    }

    @Test
    void otherSeedsAndPlacesDrawOtherNoise() {
        float[] here = noiseOf(1, "layer0/tile0,0");
        assertArrayEquals(here, noiseOf(1, "layer0/tile0,0"));
        assertNotEquals(here[0], noiseOf(2, "layer0/tile0,0")[0]);
        assertNotEquals(here[0], noiseOf(1, "layer0/tile1,0")[0]);
    }

    private static float[] noiseOf(long seed, String place) {
        Crossbar crossbar = Bench.fresh(2, 2, Parts.ideal().with(PROPORTIONAL), new DifferentialPair(2), seed, place);
        crossbar.program(new float[] {10, 20, 30, 40}, 0);
        return Bench.read(crossbar, Bench.randomVoltages(2, 2, 1), TRAINING, Direction.FORWARD).data;
    }
}
