package org.ohmgrad.state;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what an {@link ArchiveWriter} wrote, into objects that visit the same kinds of values in the same order. */
public final class ArchiveReader implements Archive {
    private static final int ROOM = 1 << 16;

    private final InputStream in;
    private final byte[] bytes = new byte[ROOM];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Reads from a stream, which stays open; it reads no further than it is asked to. All methods throw {@link
     * UncheckedIOException} if the stream cannot be read or holds another kind of value, or another number of them, than is
     * asked for.
     */
    public ArchiveReader(InputStream in) {
        this.in = in;
    }

    @Override
    public long keep(long value) {
        begin(Kind.WHOLE);
        return next(Long.BYTES).getLong();
    }

    @Override
    public int keep(int value) {
        return Math.toIntExact(keep((long) value));
    }

    @Override
    public double keep(double value) {
        begin(Kind.NUMBER);
        return Double.longBitsToDouble(next(Long.BYTES).getLong());
    }

    @Override
    public boolean keep(boolean value) {
        begin(Kind.FLAG);
        return next(1).get() != 0;
    }

    @Override
    public String keep(String value) {
        begin(Kind.TEXT);
        int length = next(Integer.BYTES).getInt();
        try {
            byte[] text = in.readNBytes(length);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(float[] values) {
        begin(Kind.FLOATS, values.length);
        for (int from = 0; from < values.length; from += ROOM / Float.BYTES) {
            int count = Math.min(values.length - from, ROOM / Float.BYTES);
            next(count * Float.BYTES).asFloatBuffer().get(values, from, count);
        }
    }

    @Override
    public void keep(double[] values) {
        begin(Kind.DOUBLES, values.length);
        for (int from = 0; from < values.length; from += ROOM / Double.BYTES) {
            int count = Math.min(values.length - from, ROOM / Double.BYTES);
            next(count * Double.BYTES).asDoubleBuffer().get(values, from, count);
        }
    }

    @Override
    public void keep(int[] values) {
        begin(Kind.INTS, values.length);
        for (int from = 0; from < values.length; from += ROOM / Integer.BYTES) {
            int count = Math.min(values.length - from, ROOM / Integer.BYTES);
            next(count * Integer.BYTES).asIntBuffer().get(values, from, count);
        }
    }

    @Override
    public void keep(long[] values) {
        begin(Kind.LONGS, values.length);
        for (int from = 0; from < values.length; from += ROOM / Long.BYTES) {
            int count = Math.min(values.length - from, ROOM / Long.BYTES);
            next(count * Long.BYTES).asLongBuffer().get(values, from, count);
        }
    }

    private void begin(Kind wanted) {
        byte found = next(1).get();
        if (found != wanted.letter()) {
            throw corrupt("holds " + Kind.nameOf(found) + " in the place of " + wanted);
        }
    }

    private void begin(Kind wanted, int length) {
        begin(wanted);
        int found = next(Integer.BYTES).getInt();
        if (found != length) {
            throw corrupt("holds " + found + " values in the place of " + length);
        }
    }

    private ByteBuffer next(int count) {
        try {
            if (in.readNBytes(bytes, 0, count) < count) {
                throw new EOFException("ends early");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.clear().limit(count);
    }

    private static UncheckedIOException corrupt(String what) {
        return new UncheckedIOException(new StreamCorruptedException(what));
    }
}
