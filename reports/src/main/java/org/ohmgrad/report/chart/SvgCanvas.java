package org.ohmgrad.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.ohmgrad.report.text.Markup;

/** Writes SVG text: two decimals, no scripts, title and description for readers who listen. */
final class SvgCanvas implements Canvas {
    private static final String FONTS = "Helvetica, Arial, 'DejaVu Sans', sans-serif";
    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(String id, String title, String description, double width, double height) {
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %1$s %2$s\" width=\"%1$s\""
                        + " height=\"%2$s\" font-family=\"%3$s\" aria-labelledby=\"%4$s-title %4$s-description\">\n")
                .formatted(number(width), number(height), FONTS, id));
        svg.append("<title id=\"%1$s-title\">%2$s</title>\n<desc id=\"%1$s-description\">%3$s</desc>\n"
                .formatted(id, Markup.escaped(title), Markup.escaped(description)));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
    }

    @Override
    public void open(String title) {
        svg.append("<g><title>").append(Markup.escaped(title)).append("</title>\n");
    }

    @Override
    public void close() {
        svg.append("</g>\n");
    }

    @Override
    public void line(Pen pen, double[] xs, double[] ys) {
        svg.append("<polyline fill=\"none\" points=\"%s\"%s/>\n".formatted(points(xs, ys), stroke(pen)));
    }

    @Override
    public void area(String colour, double opacity, double[] xs, double[] ys) {
        svg.append("<polygon fill=\"%s\" fill-opacity=\"%s\" points=\"%s\"/>\n"
                .formatted(colour, number(opacity), points(xs, ys)));
    }

    @Override
    public void circle(Pen outline, String fill, double x, double y, double radius) {
        svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"%s/>\n"
                .formatted(number(x), number(y), number(radius), fill, stroke(outline)));
    }

    @Override
    public void polygon(Pen outline, String fill, double[] xs, double[] ys) {
        svg.append("<polygon fill=\"%s\" points=\"%s\"%s/>\n".formatted(fill, points(xs, ys), stroke(outline)));
    }

    @Override
    public void rectangle(String fill, double x, double y, double width, double height) {
        svg.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
        svg.append("\" fill=\"").append(fill).append("\"/>\n");
    }

    @Override
    public void text(Type type, double x, double y, String text) {
        var turn = type.turned() == 0
                ? ""
                : " transform=\"rotate(%s %s %s)\"".formatted(number(-type.turned()), number(x), number(y));
        svg.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\" text-anchor=\"%s\"%s%s>%s</text>\n"
                .formatted(
                        number(x),
                        number(y),
                        number(type.size()),
                        type.colour(),
                        anchor(type.anchor()),
                        type.bold() ? " font-weight=\"bold\"" : "",
                        turn,
                        Markup.escaped(text)));
    }

    private static String anchor(Anchor anchor) {
        return switch (anchor) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
    }

    private static String stroke(Pen pen) {
        var dash = pen.dash().stream().map(SvgCanvas::number).collect(Collectors.joining(" "));
        return " stroke=\"%s\" stroke-width=\"%s\"%s stroke-linejoin=\"round\""
                .formatted(
                        pen.colour(), number(pen.width()), dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    private static String points(double[] xs, double[] ys) {
        var points = new StringBuilder();
        for (int i = 0; i < xs.length; i++) {
            points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return points.toString();
    }

    private static String number(double value) {
        var rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** The finished document; nothing may be drawn afterwards. */
    String finish() {
        return svg.append("</svg>\n").toString();
    }
}
