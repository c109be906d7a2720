package org.ohmgrad.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.table.Source;

/**
 * The content of one IDX file of unsigned bytes: a magic number, the size of every dimension as a big-endian 32-bit
 * number, then the bytes in row-major order.
 */
final class IdxFile {
    private static final int IMAGES = 0x00000803;
    private static final int LABELS = 0x00000801;

    private final byte[] bytes;
    private final int start;
    private final int[] sizes;

    private IdxFile(byte[] bytes, int start, int[] sizes) {
        this.bytes = bytes;
        this.start = start;
        this.sizes = sizes;
    }

    /** Images: count x rows x columns. */
    static IdxFile images(Source source, byte[] bytes) {
        return read(source, bytes, IMAGES, 3);
    }

    /** Labels: one byte each, at most the given one. */
    static IdxFile labels(Source source, byte[] bytes, int highest) {
        var labels = read(source, bytes, LABELS, 1);
        for (int i = 0; i < labels.count(); i++) {
            if (labels.at(i) > highest) {
                throw source.refuse("has the label " + labels.at(i) + " at position " + i + " where labels lie in [0, "
                        + highest + "]");
            }
        }
        return labels;
    }

    /** The largest byte. */
    int highest() {
        int highest = 0;
        for (int i = 0; i < bytes.length - start; i++) {
            highest = Math.max(highest, at(i));
        }
        return highest;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Number of images or labels. */
    int count() {
        return sizes[0];
    }

    /** Bytes of one image or label. */
    int size() {
        return (bytes.length - start) / count();
    }

    /** The byte at a position of the data, 0 to 255. */
    int at(int position) {
        return bytes[start + position] & 0xff;
    }

    /** Whether every image has as many rows and columns as every image of another file. */
    boolean isShapedLike(IdxFile other) {
        return shape().equals(other.shape());
    }

    /** Rows of an image. */
    int rows() {
        return sizes[1];
    }

    /** Columns of an image. */
    int columns() {
        return sizes[2];
    }

    /** Rows x columns of an image, as text. */
    String shape() {
        return sizes[1] + " x " + sizes[2];
    }

    private static IdxFile read(Source source, byte[] bytes, int magic, int dimensions) {
        int start = Integer.BYTES * (1 + dimensions);
        if (bytes.length < start) {
            throw source.refuse(
                    "is cut off: it has " + Words.count(bytes.length, "byte") + " where the header alone has " + start);
        }
        var header = ByteBuffer.wrap(bytes);
        requireMagic(source, header.getInt(), magic);
        long[] sizes = new long[dimensions];
        Arrays.setAll(sizes, i -> Integer.toUnsignedLong(header.getInt()));
        requireLength(source, sizes, bytes.length - start);
        return new IdxFile(
                bytes, start, Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray());
    }

    private static void requireMagic(Source source, int found, int wanted) {
        if (found != wanted) {
            throw source.refuse(String.format(
                    "is no IDX file of %s: it must begin with the magic number %08x but begins with %s",
                    words(wanted), wanted, known(found)));
        }
    }

    private static String known(int magic) {
        String digits = String.format("%08x", magic);
        return magic == IMAGES || magic == LABELS ? digits + ", that of " + words(magic) : digits;
    }

    private static String words(int magic) {
        return magic == IMAGES ? "images" : "labels";
    }

    private static void requireLength(Source source, long[] sizes, int length) {
        String product = Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(" x "));
        long expected = Arrays.stream(sizes).reduce(1, IdxFile::multiplied);
        if (expected == 0) {
            throw source.refuse("is empty: its header announces " + product + " bytes");
        }
        if (expected != length) {
            throw source.refuse((length < expected ? "is cut off" : "is too long") + ": its header announces " + product
                    + " bytes but " + length + " follow");
        }
    }

    /** The product, or some number beyond any file's length; without overflow for factors below 2^32. */
    private static long multiplied(long product, long size) {
        return Math.min(product, Integer.MAX_VALUE + 1L) * size;
    }
}
