package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.data.Examples;
import org.ohmgrad.network.Network;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.ArchiveReader;
import org.ohmgrad.state.ArchiveWriter;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.training.Ledger;
import org.ohmgrad.training.TrainingStep;
import org.ohmgrad.training.gradient.Batch;

/**
 * Nothing that changes in training is forgotten in a checkpoint: all fields that objects reach are compared, by reflection. A new
 * field that changes is either kept, in the method {@code keep} of its class, or marked {@link org.ohmgrad.state.NotKept}.
 */
class KeptStateTest {
    static Stream<Courses.Course> courses() {
        return Courses.all();
    }

    /** What a run on a chip keeps, without what it has measured. */
    private static final class Work {
        private static final Examples EXAMPLES = Courses.data().train();

        private final TrainingStep step;
        private final Ledger ledger;
        private final Clock clock = new Clock();

        Work(Courses.Course course) {
            RunSettings run = course.settings();
            var weights = run.network().initialWeights(EXAMPLES.features(), EXAMPLES.classes(), run.seed());
            Network network = run.network().build(weights, run.chip(), clock, run.seed());
            step = new TrainingStep(
                    network, run.rule(), run.update(), run.training(), run.network(), run.chip(), clock, run.seed());
            ledger = new Ledger(step, run.training().optimizer(), run.update());
        }

        void keep(Archive archive) {
            step.keep(archive);
            ledger.keep(archive);
        }

        /** Epochs as in a run, each with all that may come at its end. */
        Work train(int from, int to) {
            for (int epoch = from; epoch < to; epoch++) {
                step.startEpoch(epoch);
                for (int k = 0; k < 12; k++) {
                    step.run(batch(4 * k, 4 * k + 1, 4 * k + 2, 4 * k + 3), 12L * epoch + k);
                }
                Evaluation.of(step, EXAMPLES, Phase.TEST, epoch);
                step.probe(new Batch(EXAMPLES.inputs(), EXAMPLES.targets()), epoch);
                step.network().watchDrift();
                clock.advance(10);
                step.network().warmForLastTest();
                step.network().compensateDrift();
                ledger.startAnew();
                step.run(batch(0, 1), 12L * epoch + 1000);
            }
            return this;
        }

        /** Inputs of up to 3, so that converters clip some. */
        private static Batch batch(int... rows) {
            Examples chosen = EXAMPLES.select(rows);
            FMatrixRMaj inputs = chosen.inputs().copy();
            CommonOps_FDRM.scale(3, inputs);
            return new Batch(inputs, chosen.targets());
        }

        byte[] written() {
            var bytes = new ByteArrayOutputStream();
            var writer = new ArchiveWriter(bytes);
            keep(writer);
            writer.flush();
            return bytes.toByteArray();
        }

        Work read(byte[] bytes) {
            var in = new ByteArrayInputStream(bytes);
            keep(new ArchiveReader(in));
            assertEquals(0, in.available(), "bytes left over");
            return this;
        }
    }

    @ParameterizedTest
    @MethodSource("courses")
    void whatIsReadIsWhatWasWritten(Courses.Course course) {
        Work trained = new Work(course).train(0, 2);
        Work read = new Work(course).read(trained.written());
        assertEquals(List.of(), Alike.of(trained, read).differences());
        assertEquals(List.of(), Alike.of(trained.train(2, 3), read.train(2, 3)).differences(), "an epoch later");
    }

    @Test
    void everyFieldThatIsComparedChangesInSomeTrainingAndWhatIsSettledInNone() {
        Set<String> still = new TreeSet<>();
        Set<String> settled = new TreeSet<>();
        Set<String> changing = new TreeSet<>();
        courses().forEach(course -> {
            Alike alike = Alike.of(new Work(course).train(0, 2), new Work(course));
            still.addAll(alike.seen());
            settled.addAll(alike.settled());
            changing.addAll(alike.differing());
        });
        still.removeAll(changing);
        settled.retainAll(changing);
        assertEquals(Set.of(), still, "add a training that changes them to Courses, or mark them as settled");
        assertEquals(Set.of(), settled, "are said to be settled, and change");
    }
}
