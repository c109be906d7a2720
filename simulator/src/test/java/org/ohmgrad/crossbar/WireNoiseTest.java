package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.random.Significance.assertVariance;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmgrad.circuit.CircuitFrame;
import org.ohmgrad.circuit.Contacts;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Solution;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.PlaneSettings;
import org.ohmgrad.crossbar.plane.SharedWrites;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.ShotReadNoise;
import org.ohmgrad.device.law.VarianceTerm;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;

/**
 * The noise of lines with wires beside noise drawn in every cell of the circuit. Wires take an eighth of the voltage of the
 * mean cell when that is driven alone, as those of 2.37 ohm do in 64 x 64 cells of all conductances.
 */
class WireNoiseTest {
    private static final int LINES = 32;
    private static final double OHMS = 9.5;
    private static final double SIGMA = 0.02;
    private static final double[] CELLS = uniforms("cells", LINES * LINES, 1e-6, 1e-4);
    private static final ReadNoise PROPORTIONAL = new ProportionalReadNoise(SIGMA);

    private static double[] uniforms(String what, int count, double low, double high) {
        float[] u = new float[count];
        new Draws(5, what).uniforms(0, 0, u, 0, count);
        double[] result = new double[count];
        Arrays.setAll(result, k -> (float) (low + (high - low) * u[k]));
        return result;
    }

    private static double[] volts(boolean signed) {
        return uniforms("volts", LINES, signed ? -1 : 0, 1);
    }

    private static Solution read(double[] cells, double[] volts, Direction direction, Terminals terminals) {
        var circuit = new WireCircuit(cells, LINES, LINES, OHMS, OHMS);
        return switch (direction) {
            case FORWARD -> circuit.read(volts);
            case TRANSPOSED -> circuit.readTransposed(volts, terminals);
        };
    }

    /** By reciprocity: the voltage across every cell when a sensed line's terminal alone is driven. */
    private static double[] sensitivity(int line, Direction direction, Terminals terminals) {
        boolean far = terminals == Terminals.FAR;
        double[] one = new double[LINES];
        one[far ? LINES - 1 - line : line] = 1;
        Direction back = direction.driven(Direction.TRANSPOSED, Direction.FORWARD);
        double[] across = across(read(far ? turned(CELLS) : CELLS, one, back, Terminals.SAME));
        return far ? turned(across) : across;
    }

    /** The array turned by half a circle: its far terminals are where the near ones were. */
    private static double[] turned(double[] cells) {
        double[] result = new double[cells.length];
        Arrays.setAll(result, k -> cells[cells.length - 1 - k]);
        return result;
    }

    private static double[] across(Solution solution) {
        double[] across = new double[LINES * LINES];
        Arrays.setAll(across, k -> solution.wordLineVolts()[k] - solution.bitLineVolts()[k]);
        return across;
    }

    /** Variances and covariances of the lines' currents from every cell's own variance at its true voltage. */
    private static double[][] exact(ReadNoise noise, double[] volts, Direction direction, Terminals terminals) {
        double[] across = across(read(CELLS, volts, direction, terminals));
        double[] variances = new double[CELLS.length];
        for (VarianceTerm term : noise.terms()) {
            Arrays.setAll(variances, k -> variances[k] + term.variance(CELLS[k], across[k]));
        }
        double[][] paths = new double[LINES][];
        Arrays.setAll(paths, line -> sensitivity(line, direction, terminals));
        double[][] covariance = new double[LINES][LINES];
        for (int a = 0; a < LINES; a++) {
            for (int b = 0; b < LINES; b++) {
                for (int k = 0; k < CELLS.length; k++) {
                    covariance[a][b] += paths[a][k] * paths[b][k] * variances[k];
                }
            }
        }
        return covariance;
    }

    /** Variances that the crossbar draws its lines' noise with, ampere squared. */
    private static float[] drawn(ReadNoise noise, double[] volts, Direction direction, Terminals terminals) {
        var settings = new PlaneSettings(Bench.Parts.ideal().cell(), 0, 1, 300);
        var plane = new Conductances(LINES, LINES, settings, new SharedWrites(), new Origin(1, "plane"));
        for (int k = 0; k < CELLS.length; k++) {
            plane.write(k, CELLS[k], 0);
        }
        var wires = new NodalSolve(OHMS, OHMS, terminals, 1).of(plane);
        wires.solve();
        double unit = 1e-6;
        var lines = new LineNoise(noise.terms(), List.of(plane), List.of(wires), LINES, LINES, 1, unit);
        lines.makeAll();
        var one = new FMatrixRMaj(1, LINES);
        for (int line = 0; line < LINES; line++) {
            one.data[line] = (float) volts[line];
        }
        float[] variances = lines.variance(direction, one).data;
        for (int line = 0; line < LINES; line++) {
            variances[line] *= (float) (unit * unit);
        }
        return variances;
    }

    @ParameterizedTest
    @EnumSource
    void cellsThatAreDrawnOneByOneGiveTheVariancesOfTheSensitivities(Direction direction) {
        double[] volts = volts(false);
        double[] mean = read(CELLS, volts, direction, Terminals.SAME).currents();
        int reads = 2000;
        float[] z = new float[CELLS.length];
        double[][] samples = new double[LINES][reads];
        for (int read = 0; read < reads; read++) {
            new Draws(5, "noise").normals(read, 0, z, 0, z.length);
            double[] noisy = new double[CELLS.length];
            Arrays.setAll(noisy, k -> CELLS[k] * (1 + SIGMA * z[k]));
            double[] currents = read(noisy, volts, direction, Terminals.SAME).currents();
            for (int line = 0; line < LINES; line++) {
                samples[line][read] = currents[line] - mean[line];
            }
        }
        double[][] expected = exact(PROPORTIONAL, volts, direction, Terminals.SAME);
        for (int line = 0; line < LINES; line += 7) {
            assertVariance(expected[line][line], samples[line], 5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "proportional, true, 0.95, 1.10",
        "proportional, false, 1.05, 1.35",
        "shot, true, 0.98, 1.05",
        "shot, false, 1.03, 1.20",
        "johnson, true, 0.995, 1.005",
        "johnson, false, 0.995, 1.005"
    })
    void theVarianceDrawnIsThatOfAllCellsWithinABound(String law, boolean signed, double least, double most) {
        ReadNoise noise = law.equals("shot")
                ? new ShotReadNoise(1e8)
                : law.equals("johnson") ? new JohnsonReadNoise(1e8, 300) : PROPORTIONAL;
        for (Direction direction : Direction.values()) {
            for (Terminals terminals : Terminals.values()) {
                Terminals used = direction.driven(Terminals.SAME, terminals);
                double[][] exact = exact(noise, volts(signed), direction, used);
                float[] drawn = drawn(noise, volts(signed), direction, terminals);
                for (int line = 0; line < LINES; line++) {
                    double ratio = drawn[line] / exact[line][line];
                    assertTrue(ratio > least && ratio < most, law + " line " + line + ": " + ratio);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCorrelationThatIsLeftOutIsUnderThreePerCent(Direction direction) {
        double[][] exact = exact(PROPORTIONAL, volts(false), direction, Terminals.SAME);
        for (int a = 0; a < LINES; a++) {
            for (int b = 0; b < a; b++) {
                double correlation = exact[a][b] / Math.sqrt(exact[a][a] * exact[b][b]);
                assertTrue(Math.abs(correlation) < 0.03, a + ", " + b + ": " + correlation);
            }
        }
    }

    @Test
    void theSharesOfALineAreThoseOfTheCircuitWithinAThousandth() {
        double[] shares = new CircuitFrame(CELLS, LINES, LINES, OHMS, OHMS, Contacts.of(Terminals.SAME), 1e-10)
                .acrossCells(false);
        double sum = 0;
        for (int col = 0; col < LINES; col++) {
            double[] exact = sensitivity(col, Direction.FORWARD, Terminals.SAME);
            for (int row = 0; row < LINES; row++) {
                assertEquals(-exact[row * LINES + col], shares[row * LINES + col], 1e-3);
                sum -= exact[row * LINES + col];
            }
        }
        assertEquals(0.87, sum / CELLS.length, 0.03);
    }
}
