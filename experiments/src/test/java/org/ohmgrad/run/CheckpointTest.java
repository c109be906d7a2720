package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmgrad.state.Archive;

/** The file of a checkpoint: whole or of no use. */
class CheckpointTest {
    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    /** One value of every kind. */
    private static final class Values implements Checkpoint.Content {
        private long whole;
        private int small;
        private double number;
        private boolean flag;
        private String text = "";
        private final float[] floats = new float[40_000];
        private final double[] doubles = new double[3];
        private final int[] ints = new int[2];
        private final long[] longs = new long[20_000];

        static Values some() {
            Values values = new Values();
            values.whole = Long.MIN_VALUE;
            values.small = -3;
            values.number = -0.0;
            values.flag = true;
            values.text = "Ω ".repeat(50_000);
            Arrays.setAll(values.longs, k -> (long) k << 40);
            values.floats[39_999] = Float.intBitsToFloat(0x7fc00123);
            values.doubles[1] = Double.MIN_VALUE;
            values.ints[1] = Integer.MAX_VALUE;
            return values;
        }

        @Override
        public void keep(Archive archive) {
            whole = archive.keep(whole);
            small = archive.keep(small);
            number = archive.keep(number);
            flag = archive.keep(flag);
            text = archive.keep(text);
            archive.keep(floats);
            archive.keep(doubles);
            archive.keep(ints);
            archive.keep(longs);
        }
    }

    @BeforeEach
    void listen() {
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void speakAgain() {
        System.setErr(before);
    }

    private Path file() {
        return folder.resolve("within").resolve("a.checkpoint");
    }

    private Checkpoint checkpoint(String name) {
        return new Checkpoint(Optional.of(file()), name, "1of1");
    }

    private String heard() {
        String heard = said.toString(StandardCharsets.UTF_8);
        said.reset();
        return heard;
    }

    private void assertOfNoUse(byte[] bytes, String why) throws IOException {
        Files.write(file(), bytes);
        assertOfNoUse(Values::new, why);
    }

    private void assertOfNoUse(Supplier<? extends Checkpoint.Content> fresh, String why) {
        assertTrue(checkpoint("run").read(fresh).isEmpty());
        String heard = heard();
        assertTrue(heard.startsWith("Note: " + file() + " is of no use (") && heard.contains(why), heard);
        assertEquals(1, heard.lines().count(), heard);
    }

    @Test
    void everyBitComesBack() {
        Values some = Values.some();
        checkpoint("run").write(some);
        Values read = checkpoint("run").read(Values::new).orElseThrow();
        assertEquals(some.whole, read.whole);
        assertEquals(some.small, read.small);
        assertEquals(Double.doubleToRawLongBits(some.number), Double.doubleToRawLongBits(read.number));
        assertEquals(some.flag, read.flag);
        assertEquals(some.text, read.text);
        assertEquals(0x7fc00123, Float.floatToRawIntBits(read.floats[39_999]));
        assertArrayEquals(some.doubles, read.doubles);
        assertArrayEquals(some.ints, read.ints);
        assertArrayEquals(some.longs, read.longs);
        assertEquals("", heard());
    }

    @Test
    void whereThereIsNoFileThereIsNothingToGoOnFrom() {
        assertTrue(checkpoint("run").read(Values::new).isEmpty());
        new Checkpoint(Optional.empty(), "run", "").write(Values.some());
        assertEquals("", heard());
    }

    @Test
    void aTornFileIsOfNoUse() throws IOException {
        checkpoint("run").write(Values.some());
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length += length < 100 ? 1 : 9_973) {
            assertOfNoUse(Arrays.copyOf(whole, length), "");
        }
        assertOfNoUse(Arrays.copyOf(whole, whole.length + 1), "torn or damaged");
    }

    @Test
    void aFileWithOneWrongBitIsOfNoUse() throws IOException {
        checkpoint("run").write(archive -> archive.keep(new double[] {1, 2, 3}));
        byte[] whole = Files.readAllBytes(file());
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] wrong = whole.clone();
            wrong[bit / 8] ^= (byte) (1 << bit % 8);
            assertOfNoUse(wrong, bit < 64 ? "no checkpoint" : bit < 128 ? "another version" : "torn or damaged");
        }
    }

    @Test
    void aFileOfAnotherRunOrLayoutIsOfNoUse() {
        checkpoint("other").write(Values.some());
        assertOfNoUse(Values::new, "of another run");
        checkpoint("run").write(Values.some());
        assertOfNoUse(() -> archive -> archive.keep(1.5), "holds WHOLE in the place of NUMBER");
        assertOfNoUse(() -> archive -> archive.keep(1L), "holds more than it should");
        checkpoint("run").write(archive -> archive.keep(new float[2]));
        assertOfNoUse(() -> archive -> archive.keep(new float[3]), "holds 2 values in the place of 3");
    }

    @Test
    void whatWasKeptStaysWhenTheNextCannotBeWritten() throws IOException {
        checkpoint("run").write(Values.some());
        byte[] kept = Files.readAllBytes(file());
        checkpoint("run").write(archive -> {
            archive.keep(new float[100_000]);
            throw new UncheckedIOException(new IOException("no space"));
        });
        assertTrue(heard().startsWith("Note: cannot write " + file()));
        assertArrayEquals(kept, Files.readAllBytes(file()));
        try (var files = Files.list(file().resolveSibling(""))) {
            assertEquals(1, files.count(), "no other file is left");
        }
    }

    @Test
    void aDeletedCheckpointLeavesNothing() throws IOException {
        checkpoint("run").write(Values.some());
        Files.writeString(file().resolveSibling("run.1of1.part"), "left by a kill");
        checkpoint("run").delete();
        Checkpoints checkpoints = new Checkpoints(Optional.of(file().resolveSibling("")), "1of1", 0);
        checkpoints.tidy();
        assertFalse(Files.exists(file().resolveSibling("")));
        checkpoints.tidy();
        assertEquals("", heard());
    }
}
