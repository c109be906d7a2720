package org.ohmgrad.report.chart;

import org.ohmgrad.report.text.NumberText;

/**
 * The key to the {@link Shades} of a picture.
 *
 * @param quantity what the numbers are
 * @param unit of the scale's numbers; may be empty
 * @param scale the numbers
 */
record ColourBar(String quantity, String unit, Scale scale) {
    /** Room for the bar and its words. */
    static final double WIDTH = 92;

    static final Canvas.Pen FRAME = new Canvas.Pen("#444444", 1);
    private static final double BAR = 16;
    private static final double MARK = 4;

    /** Darker shades lie over lighter ones, so that no seam shows. */
    void draw(Canvas canvas, double x, double top, double height) {
        double bottom = top + height;
        for (int shade = 0; shade < Shades.COUNT; shade++) {
            double share = (double) (Shades.COUNT - shade) / Shades.COUNT;
            canvas.rectangle(Shades.colour(shade), x, top, BAR, height * share);
        }
        canvas.frame(FRAME, x, top, BAR, height);
        for (double tick : scale.ticks()) {
            double y = bottom - scale.share(tick) * height;
            canvas.line(FRAME, x + BAR, y, x + BAR + MARK, y);
            canvas.text(Canvas.Type.SMALL.at(Canvas.Anchor.START), x + BAR + MARK + 3, y + 4, NumberText.of(tick));
        }
        drawWords(canvas, x + BAR + MARK + 19 + ticksWidth(), top + height / 2, height);
    }

    private double ticksWidth() {
        return scale.ticks().stream()
                .mapToDouble(tick -> TextWidth.of(NumberText.of(tick), Canvas.Type.SMALL.size()))
                .max()
                .orElse(0);
    }

    private void drawWords(Canvas canvas, double x, double middle, double room) {
        String words = unit.isEmpty() ? quantity : quantity + " (" + unit + ")";
        var type = Canvas.Type.LABEL;
        double size = Math.min(type.size(), 1.3 * room / TextWidth.of(words, 1));
        canvas.text(new Canvas.Type(size, false, type.colour(), type.anchor(), 90), x, middle, words);
    }
}
