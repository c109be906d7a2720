package org.ohmgrad.network;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How the numbers of one example are arranged: features, or channels x height x width.
 *
 * @param sizes one for each dimension, the slowest first
 */
public record Shape(List<Integer> sizes) {
    private static final int OF_IMAGES = 3;

    /** Refuses shapes of nothing. */
    public Shape {
        if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("sizes must be at least 1 but are " + sizes);
        }
        double all = sizes.stream().mapToDouble(size -> size).reduce(1, (a, b) -> a * b);
        if (all > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("sizes must together be below 2^31 but are " + sizes);
        }
        sizes = List.copyOf(sizes);
    }

    /** So many features. */
    public static Shape of(int features) {
        return new Shape(List.of(features));
    }

    /** An image. */
    public static Shape of(int channels, int height, int width) {
        return new Shape(List.of(channels, height, width));
    }

    /** Numbers of an example. */
    public int features() {
        return sizes.stream().reduce(1, (a, b) -> a * b);
    }

    /** Whether it is channels x height x width. */
    boolean isImage() {
        return sizes.size() == OF_IMAGES;
    }

    /** Channels of an image. */
    public int channels() {
        return size(0);
    }

    /** Height of an image. */
    public int height() {
        return size(1);
    }

    /** Width of an image. */
    public int width() {
        return size(2);
    }

    private int size(int dimension) {
        if (sizes.size() != OF_IMAGES) {
            throw new IllegalArgumentException("needs an image (channels x height x width) but gets " + this);
        }
        return sizes.get(dimension);
    }

    /** As people write it: {@code 784 features}, or {@code 1 x 28 x 28}. */
    @Override
    public String toString() {
        return sizes.size() == 1
                ? sizes.get(0) + " features"
                : sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
}
