package org.ohmgrad.state;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes what it is given, for an {@link ArchiveReader}: before every value its kind as a byte, before every array and text its
 * length, little-endian. {@link #flush()} must follow the last value.
 */
public final class ArchiveWriter implements Archive {
    private static final int ROOM = 1 << 16;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);

    /** Writes to a stream, which stays open. All methods throw {@link UncheckedIOException} if it cannot be written. */
    public ArchiveWriter(OutputStream out) {
        this.out = out;
    }

    /** Sends on what is held back. */
    public void flush() {
        try {
            out.write(buffer.array(), 0, buffer.position());
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.clear();
    }

    @Override
    public long keep(long value) {
        begin(Kind.WHOLE, Long.BYTES).putLong(value);
        return value;
    }

    @Override
    public int keep(int value) {
        return (int) keep((long) value);
    }

    @Override
    public double keep(double value) {
        begin(Kind.NUMBER, Long.BYTES).putLong(Double.doubleToRawLongBits(value));
        return value;
    }

    @Override
    public boolean keep(boolean value) {
        begin(Kind.FLAG, 1).put((byte) (value ? 1 : 0));
        return value;
    }

    @Override
    public String keep(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        begin(Kind.TEXT, Integer.BYTES).putInt(bytes.length);
        for (byte one : bytes) {
            room(1, 1);
            buffer.put(one);
        }
        return value;
    }

    @Override
    public void keep(float[] values) {
        begin(Kind.FLOATS, Integer.BYTES).putInt(values.length);
        for (int from = 0; from < values.length; ) {
            int count = room(Float.BYTES, values.length - from);
            buffer.asFloatBuffer().put(values, from, count);
            from += passed(count, Float.BYTES);
        }
    }

    @Override
    public void keep(double[] values) {
        begin(Kind.DOUBLES, Integer.BYTES).putInt(values.length);
        for (int from = 0; from < values.length; ) {
            int count = room(Double.BYTES, values.length - from);
            buffer.asDoubleBuffer().put(values, from, count);
            from += passed(count, Double.BYTES);
        }
    }

    @Override
    public void keep(int[] values) {
        begin(Kind.INTS, Integer.BYTES).putInt(values.length);
        for (int from = 0; from < values.length; ) {
            int count = room(Integer.BYTES, values.length - from);
            buffer.asIntBuffer().put(values, from, count);
            from += passed(count, Integer.BYTES);
        }
    }

    @Override
    public void keep(long[] values) {
        begin(Kind.LONGS, Integer.BYTES).putInt(values.length);
        for (int from = 0; from < values.length; ) {
            int count = room(Long.BYTES, values.length - from);
            buffer.asLongBuffer().put(values, from, count);
            from += passed(count, Long.BYTES);
        }
    }

    private ByteBuffer begin(Kind kind, int bytes) {
        room(1 + bytes, 1);
        return buffer.put(kind.letter());
    }

    /** How many values of a size there is room for now, at least one and at most so many. */
    private int room(int bytes, int most) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return Math.min(most, buffer.remaining() / bytes);
    }

    private int passed(int count, int bytes) {
        buffer.position(buffer.position() + count * bytes);
        return count;
    }
}
