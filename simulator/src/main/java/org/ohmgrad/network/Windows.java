package org.ohmgrad.network;

import java.util.function.IntUnaryOperator;
import org.ejml.data.FMatrixRMaj;

/**
 * Square windows that step over images. A window that would leave the image, its padding included, is left out.
 *
 * @param image channels x height x width
 * @param size of a window
 * @param stride from one window to the next
 * @param padding lines and columns of zeros around the image
 */
record Windows(Shape image, int size, int stride, int padding) {
    /** Refuses images without room for a window. */
    Windows {
        if (steps(image.height(), size, stride, padding) < 1 || steps(image.width(), size, stride, padding) < 1) {
            throw new IllegalArgumentException("has windows of " + size + " x " + size + ", for which an input of "
                    + image + (padding == 0 ? "" : " with " + padding + " of padding") + " has no room");
        }
        if (stride > Math.max(image.height(), image.width()) + 2 * padding) {
            throw new IllegalArgumentException("has a stride of " + stride + ", which steps over an input of " + image
                    + " as a whole: a stride of " + size + " or less leaves nothing out");
        }
    }

    private static int steps(int length, int size, int stride, int padding) {
        return length + 2 * padding < size ? 0 : (length + 2 * padding - size) / stride + 1;
    }

    /** Windows below one another. */
    int down() {
        return steps(image.height(), size, stride, padding);
    }

    /** Windows beside one another. */
    int across() {
        return steps(image.width(), size, stride, padding);
    }

    /** Number of windows. */
    int count() {
        return down() * across();
    }

    /** Numbers in a window, all channels together. */
    int width() {
        return image.channels() * size * size;
    }

    /** Where a number of a window stands in the image: window, channel, line and column in it; -1 in the padding. */
    int at(int window, int channel, int line, int column) {
        int y = window / across() * stride + line - padding;
        int x = window % across() * stride + column - padding;
        boolean inside = y >= 0 && y < image.height() && x >= 0 && x < image.width();
        return inside ? (channel * image.height() + y) * image.width() + x : -1;
    }

    /** Places of all numbers of all windows, window by window, in each channel by channel. */
    int[] places() {
        int[] places = new int[count() * width()];
        int k = 0;
        for (int window = 0; window < count(); window++) {
            for (int channel = 0; channel < image.channels(); channel++) {
                for (int number = 0; number < size * size; number++) {
                    places[k++] = at(window, channel, number / size, number % size);
                }
            }
        }
        return places;
    }

    /**
     * The windows as rows.
     *
     * @param places those of {@link #places()}
     * @param images examples x features; not modified
     * @return examples x windows rows of {@link #width()}
     */
    FMatrixRMaj cut(int[] places, FMatrixRMaj images) {
        FMatrixRMaj rows = new FMatrixRMaj(images.numRows * count(), width());
        for (int example = 0; example < images.numRows; example++) {
            int from = example * images.numCols;
            int to = example * places.length;
            for (int k = 0; k < places.length; k++) {
                rows.data[to + k] = places[k] < 0 ? 0 : images.data[from + places[k]];
            }
        }
        return rows;
    }

    /** The reverse: what stands in several windows adds up. */
    FMatrixRMaj gather(int[] places, FMatrixRMaj rows) {
        FMatrixRMaj images = new FMatrixRMaj(rows.numRows / count(), image.features());
        for (int example = 0; example < images.numRows; example++) {
            int to = example * images.numCols;
            int from = example * places.length;
            for (int k = 0; k < places.length; k++) {
                if (places[k] >= 0) {
                    images.data[to + places[k]] += rows.data[from + k];
                }
            }
        }
        return images;
    }

    /** Shape of an output of so many channels, one number a window in each. */
    Shape outputs(int channels) {
        return Shape.of(channels, down(), across());
    }

    /** Channels behind one another in every row, to rows of one example: examples x (channels x windows). */
    FMatrixRMaj byChannel(FMatrixRMaj rows) {
        int channels = rows.numCols;
        FMatrixRMaj images = new FMatrixRMaj(rows.numRows / count(), channels * count());
        move(images.numRows, channels, (from, to) -> images.data[to] = rows.data[from]);
        return images;
    }

    /** The reverse. */
    FMatrixRMaj byWindow(FMatrixRMaj images) {
        int channels = images.numCols / count();
        FMatrixRMaj rows = new FMatrixRMaj(images.numRows * count(), channels);
        move(images.numRows, channels, (to, from) -> rows.data[to] = images.data[from]);
        return rows;
    }

    private interface Move {
        void between(int inRows, int inImages);
    }

    private void move(int examples, int channels, Move move) {
        int windows = count();
        IntUnaryOperator start = example -> example * windows * channels;
        for (int example = 0; example < examples; example++) {
            for (int window = 0; window < windows; window++) {
                for (int channel = 0; channel < channels; channel++) {
                    int base = start.applyAsInt(example);
                    move.between(base + window * channels + channel, base + channel * windows + window);
                }
            }
        }
    }
}
