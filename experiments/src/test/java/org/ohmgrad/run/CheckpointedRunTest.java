package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.report.record.Provenance;
import org.ohmgrad.report.record.RunRecord;

/** A run that goes on from a checkpoint in fresh objects ends with the record of one that was never stopped. */
class CheckpointedRunTest {
    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    static Stream<Courses.Course> courses() {
        return Courses.all();
    }

    private static RunRecord record(Courses.Course course, Checkpoints checkpoints) {
        var run = new Run(course.settings(), Courses.data(), new FloatParts(), checkpoints);
        RunRecord record = run.execute(new Provenance("{}", "", "", "", "", 1));
        return new RunRecord(
                record.key(),
                record.seed(),
                record.summary(),
                record.epochs(),
                record.maps(),
                record.costs(),
                record.confusion(),
                record.provenance(),
                0);
    }

    /** Keeps one checkpoint, after an epoch. */
    private Checkpoints after(int epoch) {
        return new Checkpoints(Optional.of(folder), "test", 0) {
            @Override
            boolean areDue(Pace pace, int done, int all) {
                return done == epoch;
            }
        };
    }

    /** Else a run that begins anew would pass. */
    private void assertGoesOn(int epoch, int floatEpochs) {
        String words = (epoch < floatEpochs ? "in float " : "") + "goes on after epoch " + epoch + " of ";
        String heard = said.toString(StandardCharsets.UTF_8);
        said.reset();
        assertEquals(epoch != floatEpochs, heard.contains(words), heard);
        assertEquals(epoch == floatEpochs ? 0 : 1, heard.lines().count(), heard);
    }

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void speakAgain() {
        System.setErr(before);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void aRunThatGoesOnEndsLikeOneThatWasNotStopped(Courses.Course course) {
        RunRecord once = record(course, Checkpoints.none());
        int floatEpochs = course.rule().floatEpochs(Courses.EPOCHS);
        for (int epoch = 1; epoch < Courses.EPOCHS; epoch++) {
            Checkpoints kept = after(epoch);
            assertEquals(once, record(course, kept), "the run that keeps a checkpoint after epoch " + epoch);
            Checkpoint made = epoch > floatEpochs ? kept.of(course.settings()) : kept.ofFloatPart(course.settings());
            assertTrue(Files.exists(made.file().orElseThrow()), "checkpoint after epoch " + epoch);
            assertEquals(once, record(course, kept), "the run that goes on after epoch " + epoch);
            assertGoesOn(epoch, floatEpochs);
            made.delete();
        }
    }
}
