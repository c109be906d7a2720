package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.Bench.Parts;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.RandomStuckFaults;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.random.Origin;

/** What reads take up, beside sums over single cells and beside the currents of circuits. */
class LoadTest {
    private static final int ROWS = 21;
    private static final int COLS = 14;
    private static final double WORD_OHMS = 20;
    private static final double BIT_OHMS = 30;

    private static final Parts REAL = Parts.ideal()
            .with(new GaussianProgrammingNoise(0.05))
            .with(new PowerLawDrift(0.05, 0.1, 1))
            .with(new RandomStuckFaults(0.05, 0.05, 0, 0.05));

    static Stream<Arguments> reads() {
        return Bench.mappings()
                .flatMap(mapping -> Stream.of(Direction.values()).map(direction -> Arguments.of(mapping, direction)));
    }

    /** Sum over vectors, planes and all cells on driven lines, one by one. */
    private static double cellByCell(Crossbar crossbar, FMatrixRMaj voltages, Direction direction) {
        double sum = 0;
        for (Conductances plane : crossbar.planes()) {
            for (int cell = 0; cell < plane.now().length; cell++) {
                int line = direction.driven(cell / plane.cols(), cell % plane.cols());
                for (int vector = 0; vector < voltages.numRows && line < voltages.numCols; vector++) {
                    double volt = voltages.get(vector, line);
                    sum += volt * volt * plane.now()[cell];
                }
            }
        }
        return sum;
    }

    private static void assertCounted(Crossbar crossbar, Direction direction, long seed) {
        FMatrixRMaj voltages = Bench.randomVoltages(5, direction.driven(ROWS, COLS), seed);
        Bench.read(crossbar, voltages, Bench.TRAINING, direction);
        double wanted = cellByCell(crossbar, voltages, direction);
        assertEquals(wanted, crossbar.load(direction, voltages), 1e-12 * wanted);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void aReadTakesUpSquaredVoltageTimesConductanceOfEveryCell(ConductanceMapping mapping, Direction direction) {
        assertCounted(Bench.written(ROWS, COLS, REAL, mapping, 1), direction, 1);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whatIsWrittenLaterIsCountedToo(ConductanceMapping mapping, Direction direction) {
        Crossbar crossbar = Bench.written(ROWS, COLS, REAL, mapping, 2);
        var chance = new Random(2);
        for (int step = 0; step < 50; step++) {
            float[] wanted = crossbar.targets().clone();
            wanted[chance.nextInt(wanted.length)] = crossbar.mapping().lowest(255) + chance.nextInt(255);
            crossbar.program(wanted, step);
            assertCounted(crossbar, direction, step);
        }
        crossbar.program(Bench.randomTargets(crossbar, 3), 60);
        crossbar.refresh(1e6);
        assertCounted(crossbar, direction, 99);
    }

    @Test
    void exactNumbersTakeUpNothing() {
        var numbers = new Crossbar(
                3,
                2,
                new ArraySettings(Cell.ofNumbers(), new Identity(), new NoWires(), 1),
                new Origin(1, "layer0/tile0,0"));
        assertTrue(numbers.isDigital());
        assertEquals(0, numbers.load(Direction.FORWARD, Bench.randomVoltages(4, 3, 1)));
    }

    private static Crossbar wired() {
        var wires = new NodalSolve(WORD_OHMS, BIT_OHMS, Terminals.SAME, 1);
        var crossbar = new Crossbar(
                ROWS,
                COLS,
                new ArraySettings(Parts.ideal().cell(), new DifferentialPair(2), wires, Bench.VOLT),
                new Origin(1, "layer0/tile0,0"));
        crossbar.program(Bench.randomTargets(crossbar, 1), 0);
        return crossbar;
    }

    /** Volt times ampere at the driven terminals of both planes' circuits, per squared unit of voltage. */
    private static double atTerminals(Crossbar crossbar, FMatrixRMaj voltages) {
        double sum = 0;
        for (Conductances plane : crossbar.planes()) {
            double[] cells = new double[plane.now().length];
            Arrays.setAll(cells, k -> plane.now()[k]);
            var circuit = new WireCircuit(cells, ROWS, COLS, WORD_OHMS, BIT_OHMS);
            for (int vector = 0; vector < voltages.numRows; vector++) {
                double[] volts = new double[ROWS];
                int from = vector * ROWS;
                Arrays.setAll(volts, line -> voltages.data[from + line]);
                double[] nodes = circuit.read(volts).wordLineVolts();
                for (int line = 0; line < ROWS; line++) {
                    sum += volts[line] * (volts[line] - nodes[line * COLS]) / WORD_OHMS;
                }
            }
        }
        return sum;
    }

    private static double excess(FMatrixRMaj voltages) {
        Crossbar crossbar = wired();
        Bench.read(crossbar, voltages, Bench.TRAINING, Direction.FORWARD);
        return crossbar.load(Direction.FORWARD, voltages) / atTerminals(crossbar, voltages) - 1;
    }

    @Test
    void aWiredLineThatIsDrivenAloneTakesUpWhatItsCircuitDoes() {
        FMatrixRMaj alone = new FMatrixRMaj(ROWS, ROWS);
        for (int line = 0; line < ROWS; line++) {
            alone.set(line, line, 1);
        }
        assertEquals(0, excess(alone), 1e-3);
    }

    @Test
    void wiredLinesDrivenTogetherTakeUpNearlyThatForInputsOfBothSigns() {
        assertEquals(0, excess(Bench.randomVoltages(200, ROWS, 4)), 0.01);
    }

    @Test
    void inputsOfOneSignTakeUpLessByNoMoreThanTheDropOfTheBitLines() {
        FMatrixRMaj ones = new FMatrixRMaj(1, ROWS);
        Arrays.fill(ones.data, 1);
        double excess = excess(ones);
        assertTrue(excess > 0 && excess < ROWS * ROWS * BIT_OHMS * Bench.G_MAX, "excess " + excess);
    }
}
