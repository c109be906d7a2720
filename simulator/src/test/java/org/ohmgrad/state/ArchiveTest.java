package org.ohmgrad.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
    private static byte[] written(Consumer<Archive> content) {
        var bytes = new ByteArrayOutputStream();
        var writer = new ArchiveWriter(bytes);
        content.accept(writer);
        writer.flush();
        return bytes.toByteArray();
    }

    private static Archive reader(byte[] bytes) {
        return new ArchiveReader(new ByteArrayInputStream(bytes));
    }

    private static void assertRefused(byte[] bytes, String why, Consumer<Archive> wanted) {
        Archive reader = reader(bytes);
        var refusal = assertThrows(UncheckedIOException.class, () -> wanted.accept(reader));
        assertTrue(String.valueOf(refusal.getMessage()).contains(why), refusal.getMessage());
    }

    @Test
    void singleValuesComeBackInOrder() {
        Archive reader = reader(written(archive -> {
            archive.keep(Long.MIN_VALUE);
            archive.keep(-7);
            archive.keep(-0.0);
            archive.keep(Double.NaN);
            archive.keep(true);
            archive.keep("Ohm Ω");
            archive.keep("");
        }));
        assertEquals(Long.MIN_VALUE, reader.keep(0L));
        assertEquals(-7, reader.keep(0));
        assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(reader.keep(1.0)));
        assertEquals(Double.NaN, reader.keep(1.0));
        assertTrue(reader.keep(false));
        assertEquals("Ohm Ω", reader.keep("else"));
        assertEquals("", reader.keep("else"));
    }

    /** Lengths about what readers and writers hold in memory. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 8191, 8192, 8193, 16_384, 65_535, 65_536, 200_001})
    void arraysOfAnyLengthComeBack(int length) {
        float[] floats = new float[length];
        double[] doubles = new double[length];
        int[] ints = new int[length];
        long[] longs = new long[length];
        boolean[] flags = new boolean[length];
        for (int k = 0; k < length; k++) {
            floats[k] = Float.intBitsToFloat(0x3f80_0000 + k);
            doubles[k] = 1.0 / (k + 1);
            ints[k] = -k;
            longs[k] = (long) k << 33;
            flags[k] = k % 3 == 0;
        }
        byte[] bytes = written(archive -> {
            archive.keep(floats);
            archive.keep(doubles);
            archive.keep(new float[][] {floats, {1}});
            archive.keep(ints);
            archive.keep(longs);
            archive.keep(flags);
        });
        float[][] rows = {new float[length], new float[1]};
        float[] readFloats = new float[length];
        double[] readDoubles = new double[length];
        int[] readInts = new int[length];
        long[] readLongs = new long[length];
        boolean[] readFlags = new boolean[length];
        Archive reader = reader(bytes);
        reader.keep(readFloats);
        reader.keep(readDoubles);
        reader.keep(rows);
        reader.keep(readInts);
        reader.keep(readLongs);
        reader.keep(readFlags);
        assertArrayEquals(floats, readFloats);
        assertArrayEquals(doubles, readDoubles);
        assertArrayEquals(new float[][] {floats, {1}}, rows);
        assertArrayEquals(ints, readInts);
        assertArrayEquals(longs, readLongs);
        assertArrayEquals(flags, readFlags);
    }

    @Test
    void anotherLayoutIsRefused() {
        assertRefused(written(archive -> archive.keep(1L)), "WHOLE in the place of NUMBER", a -> a.keep(1.0));
        assertRefused(
                written(archive -> archive.keep(new int[2])), "2 values in the place of 3", a -> a.keep(new int[3]));
        assertRefused(new byte[] {99}, "no kind in the place of FLAG", a -> a.keep(true));
    }

    @Test
    void anEarlyEndIsRefused() {
        byte[] bytes = written(archive -> archive.keep(new long[] {1, 2}));
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), "ends early", archive -> archive.keep(new long[2]));
        }
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        var writer = new ArchiveWriter(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no room");
            }
        });
        writer.keep(1L);
        assertThrows(UncheckedIOException.class, writer::flush);
    }
}
