package org.ohmgrad.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.ohmgrad.report.text.PlainText;

/** Draws into an image of two dots a pixel, without a screen. */
final class PngCanvas implements Canvas {
    private static final int DOTS_PER_PIXEL = 2;
    private final BufferedImage image;
    private final Graphics2D graphics;

    PngCanvas(double width, double height) {
        image = new BufferedImage(
                (int) Math.ceil(width * DOTS_PER_PIXEL),
                (int) Math.ceil(height * DOTS_PER_PIXEL),
                BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.scale(DOTS_PER_PIXEL, DOTS_PER_PIXEL);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    /** Whether this Java can draw text: some installations have no fonts, or no drawing library at all. */
    static boolean available() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        try {
            var canvas = new PngCanvas(20, 20);
            canvas.text(Type.SMALL, 10, 10, "x");
            canvas.finish();
            return true;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    @Override
    public void open(String title) {
        // A picture of dots has no groups.
    }

    @Override
    public void close() {
        // A picture of dots has no groups.
    }

    @Override
    public void line(Pen pen, double[] xs, double[] ys) {
        stroke(pen, path(xs, ys, false));
    }

    @Override
    public void area(String colour, double opacity, double[] xs, double[] ys) {
        var solid = Color.decode(colour);
        graphics.setColor(new Color(solid.getRed(), solid.getGreen(), solid.getBlue(), (int) (opacity * 255)));
        graphics.fill(path(xs, ys, true));
    }

    @Override
    public void circle(Pen outline, String fill, double x, double y, double radius) {
        var circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        graphics.setColor(Color.decode(fill));
        graphics.fill(circle);
        stroke(outline, circle);
    }

    @Override
    public void polygon(Pen outline, String fill, double[] xs, double[] ys) {
        var shape = path(xs, ys, true);
        graphics.setColor(Color.decode(fill));
        graphics.fill(shape);
        stroke(outline, shape);
    }

    @Override
    public void text(Type type, double x, double y, String words) {
        var text = PlainText.line(words);
        graphics.setFont(new Font(Font.SANS_SERIF, type.bold() ? Font.BOLD : Font.PLAIN, 1)
                .deriveFont((float) (type.size() * 0.93)));
        graphics.setColor(Color.decode(type.colour()));
        double width = graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
        double shift =
                switch (type.anchor()) {
                    case START -> 0;
                    case MIDDLE -> -width / 2;
                    case END -> -width;
                };
        AffineTransform upright = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(-Math.toRadians(type.turned()));
        graphics.drawString(text, (float) shift, 0);
        graphics.setTransform(upright);
    }

    private void stroke(Pen pen, java.awt.Shape shape) {
        graphics.setColor(Color.decode(pen.colour()));
        graphics.setStroke(stroke(pen));
        graphics.draw(shape);
    }

    private static BasicStroke stroke(Pen pen) {
        if (pen.dash().isEmpty()) {
            return new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        var dash = new float[pen.dash().size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = pen.dash().get(i).floatValue();
        }
        return new BasicStroke((float) pen.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dash, 0);
    }

    private static Path2D path(double[] xs, double[] ys, boolean closed) {
        var path = new Path2D.Double();
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    /** The finished picture as PNG; nothing may be drawn afterwards. */
    byte[] finish() {
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
