package org.ohmgrad.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.config.ConfigReader;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.training.rule.LearningRule;

class ChecksTest {
    /** A check of something with a fault. */
    private record Faulty(String fault, Check check) {
        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Faulty> faults() {
        Solver wordLines = (cells, rows, cols, word, bit) -> new WireCircuit(cells, rows, cols, 1.0001 * word, bit);
        Solver bitLines = (cells, rows, cols, word, bit) -> new WireCircuit(cells, rows, cols, word, 1.0001 * bit);
        Solver coarse = (cells, rows, cols, word, bit) -> new WireCircuit(cells, rows, cols, word, bit, 1e-6);
        Solver oneCell = (cells, rows, cols, word, bit) -> {
            double[] other = cells.clone();
            other[0] *= 1.001;
            return new WireCircuit(other, rows, cols, word, bit);
        };
        return Stream.of(
                new Faulty("word lines of 0.01 % more ohms", new SpiceCircuits(wordLines)),
                new Faulty("bit lines of 0.01 % more ohms", new QucsCircuits(bitLines)),
                new Faulty("one cell of 0.1 % more conductance", new SpiceCircuits(oneCell)),
                new Faulty("solutions to one millionth", new Reciprocity(coarse)),
                new Faulty("read noise with one percent less deviation", new ReadNoiseMoments(offBy(1.02))),
                new Faulty("no read noise", new ReadNoiseMoments(silent())),
                new Faulty(
                        "programming noise with three percent more deviation",
                        new ProgrammingNoiseMoments(
                                List.of(new ProgrammingNoiseMoments.Law(new GaussianProgrammingNoise(0.0103), 0.01)))),
                new Faulty("gradients through levels of ten bits", new GradientDifferences(tenBits())),
                new Faulty("learning on levels of ten bits", new IdealChipLearning(tenBits())));
    }

    /** Laws whose closed forms have a larger variance than the simulator draws. */
    private static List<ReadNoiseLaw> offBy(double factor) {
        return ReadNoiseLaw.all().stream()
                .map(law -> new ReadNoiseLaw(
                        law.name(),
                        law.noise(),
                        law.gMin(),
                        law.gMax(),
                        (g, v) -> factor * law.variance().applyAsDouble(g, v)))
                .toList();
    }

    private static List<ReadNoiseLaw> silent() {
        return ReadNoiseLaw.all().stream()
                .map(law -> new ReadNoiseLaw(law.name(), new NoReadNoise(), law.gMin(), law.gMax(), law.variance()))
                .toList();
    }

    private static Chip tenBits() {
        return new Chip(
                "levels",
                "",
                new Cell(ConductanceLevels.ofBits(10), ParametricDeviceModel.ideal(1e-6, 1e-4), new NoStuckFaults()),
                new DifferentialPair(2),
                1,
                new TileSize(256, 256),
                Converters.ideal(),
                Converters.ideal(),
                new NoWires(),
                new Timing(0, 0),
                Map.of());
    }

    private static String printed(List<Check> checks, boolean holds) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertEquals(holds, new Verification(out).run(checks), () -> bytes.toString(StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyCheckHoldsForThisSimulator() {
        String text = printed(Checks.all(), true);
        assertFalse(text.contains("FAILED"));
        assertTrue(text.contains("comparisons are within their tolerance"), text);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyCheckFailsForASimulatorWithAFault(Faulty faulty) {
        List<Comparison> comparisons = faulty.check().run();
        assertTrue(
                comparisons.stream().anyMatch(comparison -> !comparison.holds()),
                () -> "missed: " + faulty + ", " + comparisons);
    }

    @Test
    void aFailureIsPrintedAndCounted() {
        Check check = new IdealChipLearning(tenBits());
        String text = printed(List.of(check), false);
        assertTrue(text.contains("backpropagation"));
        assertTrue(text.contains("  FAILED\n"), text);
        int rules = IdealChipLearning.rules().size();
        assertTrue(text.contains("FAILED: " + rules + " of " + rules + " comparisons."), text);
    }

    /** A check that gives what it is told to. */
    private record Told(Stream<Comparison> comparisons) implements Check {
        @Override
        public String title() {
            return "title";
        }

        @Override
        public String measure() {
            return "measure";
        }

        @Override
        public List<Comparison> run() {
            return comparisons.toList();
        }
    }

    @Test
    void aCheckThatBreaksOffFails() {
        Stream<Comparison> broken = Stream.of(1).map(number -> {
            throw new IllegalStateException("no convergence");
        });
        String text = printed(List.of(new Told(broken), new Told(Stream.empty())), false);
        assertTrue(text.contains("broke off with java.lang.IllegalStateException: no convergence"), text);
        assertTrue(text.contains("FAILED: 1 of 1 comparisons."), text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void anErrorBeyondTheToleranceOrNoNumberDoesNotHold(double error) {
        var worst = new Worst();
        worst.add(0.5);
        worst.add(-error);
        worst.add(0.1);
        assertFalse(worst.within(1, "").holds());
        assertEquals(3, worst.within(1, "").numbers());
    }

    @Test
    void everyReadNoiseHasItsClosedForm() {
        var checked =
                ReadNoiseLaw.all().stream().map(law -> law.noise().getClass()).collect(Collectors.toSet());
        for (Class<?> kind : ReadNoise.class.getPermittedSubclasses()) {
            assertTrue(kind == NoReadNoise.class || checked.contains(kind), () -> "not checked: " + kind);
        }
    }

    @Test
    void everyLearningRuleIsComparedWithFloat() {
        assertEquals(
                ConfigReader.typeNames(LearningRule.class).stream()
                        .filter(name -> !name.equals("custom"))
                        .toList(),
                new IdealChipLearning(Chip.ideal(2))
                        .run().stream().map(Comparison::what).toList());
    }
}
