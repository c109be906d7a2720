package org.ohmgrad.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.LimitedEndurance;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.ResidualProgramming;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.JohnsonReadNoise;
import org.ohmgrad.device.law.PowerLawDrift;
import org.ohmgrad.network.Weights;
import org.ohmgrad.state.ArchiveReader;
import org.ohmgrad.state.ArchiveWriter;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.correction.GaussianTransposedErrors;
import org.ohmgrad.tile.correction.KnownVectorsTransposeCalibration;
import org.ohmgrad.tile.correction.PerColumnDriftCompensation;
import org.ohmgrad.tile.correction.ReferenceCellsDriftCompensation;
import org.ohmgrad.training.optimizer.Adagrad;
import org.ohmgrad.training.optimizer.Adam;
import org.ohmgrad.training.optimizer.Momentum;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.optimizer.Sgd;
import org.ohmgrad.training.rule.Backpropagation;
import org.ohmgrad.training.rule.FeedbackPlace;
import org.ohmgrad.training.rule.KolenPollack;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.AccumulateAndProgram;
import org.ohmgrad.training.update.BatchPulses;
import org.ohmgrad.training.update.MixedPrecision;
import org.ohmgrad.training.update.NearestLevel;
import org.ohmgrad.training.update.PulseBench;
import org.ohmgrad.training.update.StochasticPulses;
import org.ohmgrad.training.update.StochasticRounding;
import org.ohmgrad.training.update.TargetTask;
import org.ohmgrad.training.update.TikiTakaV2;
import org.ohmgrad.training.update.UpdateScheme;

/** A training whose state was written and read into fresh objects goes on, bit for bit, as if nothing had been. */
class KeptTrainingTest {
    /** A rule and a scheme on a chip. */
    record Setting(String name, Chip chip, LearningRule rule, UpdateScheme scheme, Optimizer optimizer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Setting> settings() {
        var kolenPollack = new KolenPollack(FeedbackPlace.CHIP, 0);
        var varied = PulseBench.varied();
        return Stream.of(
                new Setting("numbers", Chip.exactNumbers(), kolenPollack, new NearestLevel(), new Momentum(0.5)),
                new Setting(
                        "noise", Bench.noisy(), kolenPollack, new AccumulateAndProgram(), new Adam(0.9, 0.99, 1e-8)),
                new Setting("drift and wear", aging(), new Backpropagation(), new StochasticRounding(), new Sgd()),
                new Setting(
                        "reference cells",
                        aging().with(new ReferenceCellsDriftCompensation(4, 4)),
                        new Backpropagation(),
                        new StochasticRounding(),
                        new Sgd()),
                new Setting("wires", wired(), new Backpropagation(), new StochasticRounding(), new Sgd()),
                new Setting("pulses", varied, kolenPollack, pulses(BatchPulses.PER_EXAMPLE), new Sgd()),
                new Setting("folded", varied, kolenPollack, pulses(BatchPulses.FOLDED), new Sgd()),
                new Setting("transfers", soft(), kolenPollack, new TikiTakaV2(5, 3, 1, 20, 0.1, 3, 1, 0.1), new Sgd()),
                new Setting("mixed", varied, kolenPollack, new MixedPrecision(1), new Adagrad(1e-8)));
    }

    private static StochasticPulses pulses(BatchPulses batch) {
        return new StochasticPulses(31, true, batch);
    }

    private static Chip soft() {
        return new TargetTask(20, 0.2, 1).chip(0.3);
    }

    private static Chip aging() {
        var device = new ParametricDeviceModel(
                1e-6,
                1e-4,
                new GaussianProgrammingNoise(0.01),
                new JohnsonReadNoise(300, 1e8),
                new PowerLawDrift(0.1, 0.2, 1e-7));
        var cell = new Cell(
                ConductanceLevels.ofBits(6),
                device,
                new NoStuckFaults(),
                new ResidualProgramming(),
                new LimitedEndurance(5, 0.5, 1));
        return chip(cell, new NoWires())
                .with(new GaussianTransposedErrors(0.1, 0.1), new KnownVectorsTransposeCalibration(8))
                .with(new PerColumnDriftCompensation(4));
    }

    private static Chip wired() {
        return chip(Bench.noisy().cell(), new NodalSolve(50, 40, Terminals.FAR, 2));
    }

    private static Chip chip(Cell cell, WireResistance wires) {
        return new Chip(
                "chip",
                "",
                cell,
                new DifferentialPair(2),
                1,
                new TileSize(4, 3),
                Converters.ideal(),
                Converters.ideal(),
                wires,
                new Timing(1e-8, 1e-6),
                Map.of());
    }

    private static Bench bench(Setting of) {
        return new Bench(Bench.smooth(), of.chip(), of.rule(), of.scheme(), Bench.training(of.optimizer(), 0.1));
    }

    /** Steps as an epoch has them, a calibration and a look at drift among them. */
    private static void train(Bench bench, int epoch) {
        bench.step.startEpoch(epoch);
        for (int k = 0; k < 5; k++) {
            bench.step.run(Bench.batch(8, 5L * epoch + k), 5L * epoch + k);
        }
        bench.network.watchDrift();
        bench.clock.advance(1);
        bench.network.compensateDrift();
    }

    private static byte[] written(Bench bench, Ledger ledger) {
        var bytes = new ByteArrayOutputStream();
        var writer = new ArchiveWriter(bytes);
        bench.step.keep(writer);
        ledger.keep(writer);
        writer.flush();
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatWasKeptGoesOnAsIfNothingHadBeen(Setting setting) {
        Bench first = bench(setting);
        Ledger ledger = new Ledger(first.step, setting.optimizer(), setting.scheme());
        train(first, 0);
        ledger.startAnew();
        train(first, 1);
        byte[] kept = written(first, ledger);

        Bench second = bench(setting);
        Ledger read = new Ledger(second.step, setting.optimizer(), setting.scheme());
        var reader = new ArchiveReader(new ByteArrayInputStream(kept));
        second.step.keep(reader);
        read.keep(reader);
        assertArrayEquals(kept, written(second, read));

        train(first, 2);
        train(second, 2);
        assertArrayEquals(written(first, ledger), written(second, read));
        assertEquals(ledger.work(), read.work());
        assertEquals(ledger.stock(), read.stock());
        Weights mine = Weights.realised(first.network);
        for (int layer = 0; layer < mine.depth(); layer++) {
            assertArrayEquals(
                    mine.matrices().get(layer).data,
                    Weights.realised(second.network).matrices().get(layer).data);
        }
    }
}
