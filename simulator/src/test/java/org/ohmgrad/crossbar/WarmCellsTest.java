package org.ohmgrad.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ohmgrad.crossbar.Bench.G_MAX;
import static org.ohmgrad.crossbar.Bench.G_MIN;
import static org.ohmgrad.crossbar.Bench.VOLT;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.RandomStuckFaults;
import org.ohmgrad.device.StuckFaults;
import org.ohmgrad.device.Temperature;
import org.ohmgrad.device.law.ArrheniusTemperatureLaw;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.NoTelegraphNoise;
import org.ohmgrad.device.law.NoTemperatureLaw;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.law.SumReadNoise;
import org.ohmgrad.device.law.TemperatureLaw;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.SoftBounds;
import org.ohmgrad.random.Origin;

class WarmCellsTest {
    private static final double ELECTRONVOLT = 11_604.5;
    private static final TemperatureLaw LAW = new ArrheniusTemperatureLaw(0.05 * ELECTRONVOLT, -0.005 * ELECTRONVOLT);
    private static final TemperatureLaw COMMON = new ArrheniusTemperatureLaw(0.03 * ELECTRONVOLT, 0.03 * ELECTRONVOLT);
    private static final ConductanceMapping PAIR = new DifferentialPair(2);
    private static final ReadNoise NOISE =
            new SumReadNoise(List.of(new ProportionalReadNoise(0.02), new JohnsonReadNoise(1e8, 300)));
    private static final ParametricDeviceModel REAL = new ParametricDeviceModel(
            G_MIN, G_MAX, new GaussianProgrammingNoise(0.01), NOISE, new PowerLawDrift(0.05, 0.2, 1));

    private static Crossbar crossbar(
            ParametricDeviceModel device, TemperatureLaw law, WireResistance wires, Temperature temperature) {
        return crossbar(device, law, new NoStuckFaults(), PAIR, wires, temperature, 20);
    }

    private static Crossbar crossbar(
            ParametricDeviceModel device,
            TemperatureLaw law,
            StuckFaults faults,
            ConductanceMapping mapping,
            WireResistance wires,
            Temperature temperature,
            int size) {
        Cell cell = new Cell(new ContinuousLevels(), device.with(law, new NoTelegraphNoise()), faults);
        var crossbar = new Crossbar(
                size,
                size,
                new ArraySettings(cell, mapping, wires, VOLT, temperature),
                new Origin(1, "layer0/tile0,0"));
        crossbar.program(Bench.randomTargets(crossbar, 1), 0);
        return crossbar;
    }

    private static FMatrixRMaj read(Crossbar crossbar, Direction direction) {
        return Bench.read(crossbar, Bench.randomVoltages(3, crossbar.rows(), 2), Bench.TRAINING, direction);
    }

    private static Temperature operating(double kelvin) {
        return new Temperature(300, kelvin, 0);
    }

    /** Programming noise, drift and stuck cells first, temperature after them: a hundred thousand cells, each by its own energy. */
    @Test
    void everyCellIsSeenByItsOwnArrheniusFactor() {
        var crossbar = crossbar(
                REAL, LAW, new RandomStuckFaults(0.05, 0.05, 0, 0.05), PAIR, new NoWires(), operating(358), 224);
        crossbar.refresh(1000);
        crossbar.meanForward();
        DoubleUnaryOperator law = LAW.between(G_MIN, G_MAX, 300, 358);
        int cells = 0;
        for (Conductances plane : crossbar.planes()) {
            for (int cell = 0; cell < plane.now().length; cell++) {
                assertEquals((float) law.applyAsDouble(plane.now()[cell]), plane.seen()[cell]);
                cells++;
            }
        }
        assertTrue(cells > 100_000);
    }

    static List<ConductanceMapping> mappings() {
        return Bench.mappings().toList();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void aLawChangesNoBitWhereCellsAreReadAtTheTemperatureOfTheirWrite(ConductanceMapping mapping) {
        for (Direction direction : Direction.values()) {
            var without = crossbar(
                    REAL, new NoTemperatureLaw(), new NoStuckFaults(), mapping, new NoWires(), operating(300), 20);
            var with = crossbar(REAL, LAW, new NoStuckFaults(), mapping, new NoWires(), operating(300), 20);
            assertArrayEquals(read(without, direction).data, read(with, direction).data);
        }
    }

    /** All cells of one energy conduct a factor more, which is an array of cells whose range is larger by that factor. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 5})
    void wiresAreSolvedForTheConductancesThatReadsSee(double ohms) {
        WireResistance wires = ohms == 0 ? new NoWires() : new NodalSolve(ohms, ohms, Terminals.FAR, 10);
        double factor = COMMON.between(G_MIN, G_MAX, 300, 358).applyAsDouble(1);
        ParametricDeviceModel cold = ParametricDeviceModel.ideal(G_MIN, G_MAX);
        ParametricDeviceModel larger = ParametricDeviceModel.ideal(G_MIN * factor, G_MAX * factor);
        var warm = crossbar(cold, COMMON, wires, operating(300));
        warm.meanForward();
        warm.warm(358);
        var expected = crossbar(larger, new NoTemperatureLaw(), wires, operating(300));
        assertScaled(expected.meanForward(), factor, warm.meanForward());
        assertScaled(expected.meanTransposed(), factor, warm.meanTransposed());
        FMatrixRMaj volts = Bench.randomVoltages(3, 20, 2);
        assertEquals(
                expected.load(Direction.FORWARD, volts),
                warm.load(Direction.FORWARD, volts),
                1e-5 * warm.load(Direction.FORWARD, volts));
    }

    private static void assertScaled(FMatrixRMaj expected, double factor, FMatrixRMaj found) {
        for (int k = 0; k < found.data.length; k++) {
            assertEquals(factor * expected.data[k], found.data[k], 2e-5);
        }
    }

    @Test
    void coolingDownAgainLeavesNoTrace() {
        var still = crossbar(REAL, LAW, new NoWires(), operating(300));
        var moved = crossbar(REAL, LAW, new NoWires(), operating(300));
        moved.warm(358);
        assertNotEquals(read(still, Direction.FORWARD).data[0], read(moved, Direction.FORWARD).data[0]);
        moved.warm(300);
        assertArrayEquals(read(still, Direction.FORWARD).data, read(moved, Direction.FORWARD).data);
    }

    @Test
    void johnsonNoiseGrowsWithTheRootOfTheTemperatureOfTheRead() {
        var device = new ParametricDeviceModel(
                G_MIN, G_MAX, new NoProgrammingNoise(), new JohnsonReadNoise(1e8, 300), new NoDrift());
        var crossbar = crossbar(device, new NoTemperatureLaw(), new NoWires(), operating(300));
        FMatrixRMaj zero = new FMatrixRMaj(4, 20);
        FMatrixRMaj cold = Bench.read(crossbar, zero, Bench.TRAINING, Direction.FORWARD);
        crossbar.warm(363);
        FMatrixRMaj warm = Bench.read(crossbar, zero, Bench.TRAINING, Direction.FORWARD);
        for (int k = 0; k < cold.data.length; k++) {
            assertEquals(Math.sqrt(1.21) * cold.data[k], warm.data[k], 1e-6 * Math.abs(cold.data[k]));
        }
    }

    /** Writes and pulses know nothing of the temperature of the reads; what they leave is seen by the same law. */
    @Test
    void pulsesMoveCellsAtTheTemperatureOfProgramming() {
        var device = new ParametricDeviceModel(
                G_MIN,
                G_MAX,
                new NoProgrammingNoise(),
                new NoReadNoise(),
                new NoDrift(),
                new SoftBounds(0.05, 0.05, 0.3),
                DeviceToDevice.none());
        float[] cold = pulsed(device, 300).planes().get(0).now();
        Conductances warm = pulsed(device, 358).planes().get(0);
        assertArrayEquals(cold, warm.now());
        DoubleUnaryOperator law = LAW.between(G_MIN, G_MAX, 300, 358);
        for (int cell = 0; cell < cold.length; cell++) {
            assertEquals((float) law.applyAsDouble(cold[cell]), warm.seen()[cell]);
        }
    }

    private static Crossbar pulsed(ParametricDeviceModel device, double kelvin) {
        var crossbar = crossbar(device, LAW, new NoWires(), operating(kelvin));
        crossbar.beginPulses();
        crossbar.meanForward();
        int[] one = new int[20];
        one[3] = 5;
        crossbar.pulse(2, one, 1, new PulseMoment(0, 0, 1));
        crossbar.meanForward();
        return crossbar;
    }
}
