package org.ohmgrad.report.chart;

/** Widths of text without asking a font, so that a picture is laid out alike everywhere; those of a wide sans-serif. */
final class TextWidth {
    private static final double MINIMUM = 0.1;

    private TextWidth() {}

    /** An upper estimate of the width in pixels. */
    static double of(String text, double size) {
        return size
                * Math.max(MINIMUM, text.codePoints().mapToDouble(TextWidth::em).sum());
    }

    private static double em(int c) {
        if ("il.,:;|!'()[] jtfr-".indexOf(c) >= 0) {
            return 0.36;
        }
        if ("mwMW%".indexOf(c) >= 0) {
            return 0.95;
        }
        return Character.isUpperCase(c) ? 0.70 : 0.58;
    }
}
