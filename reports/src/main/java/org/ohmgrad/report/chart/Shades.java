package org.ohmgrad.report.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Colours for numbers: from cream over orange and purple to near black, darker for more. Lightness falls from 98 to 4 in
 * even steps, so that the order of numbers survives a grey printer and every kind of colour blindness.
 */
final class Shades {
    /**
     * Number of colours: neighbours differ by less than an eye sees, and equal ones can be drawn in one piece. Odd, so that
     * the middle of a scale is no border.
     */
    static final int COUNT = 129;

    private static final int[][] STOPS = {
        {255, 249, 222}, {247, 201, 108}, {226, 137, 68}, {186, 76, 84}, {122, 36, 104}, {58, 18, 88}, {16, 8, 38}
    };

    private static final List<String> COLOURS =
            IntStream.range(0, COUNT).mapToObj(Shades::mixed).toList();

    private Shades() {}

    /** Which colour stands for a share of the scale, 0 to 1. */
    static int of(double share) {
        return (int) Math.min(COUNT - 1, share * COUNT);
    }

    /** A colour by its number, the lightest being 0. */
    static String colour(int shade) {
        return COLOURS.get(shade);
    }

    private static String mixed(int shade) {
        double place = (double) shade / (COUNT - 1) * (STOPS.length - 1);
        int from = (int) Math.min(STOPS.length - 2, place);
        double way = place - from;
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", channel(0, from, way), channel(1, from, way), channel(2, from, way));
    }

    private static int channel(int channel, int from, double way) {
        return (int) Math.round(STOPS[from][channel] * (1 - way) + STOPS[from + 1][channel] * way);
    }
}
