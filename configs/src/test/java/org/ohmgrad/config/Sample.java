package org.ohmgrad.config;

import java.util.List;
import java.util.Map;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/** A family of small settings, one of every kind. */
final class Sample {
    static final ConfigReader READER = new ConfigReader(List.of(new Scalar<>(
            Axis.class,
            Axis::read,
            axis -> axis.all() ? "\"all\"" : String.valueOf(axis.count()),
            "{\"anyOf\": [{\"const\": \"all\"}, {\"type\": \"integer\"}]}",
            "a whole number or `\"all\"`")));

    private Sample() {}

    /**
     * A plant that is tested. Nobody reads this second sentence.
     *
     * @param name what it is called
     * @param cell its {@code cell}
     * @param count how many there are
     * @param noise what disturbs it, as a fraction
     *     of the {@link Cell#range range}
     * @param cells more cells
     * @param constants named constants
     * @param shape its shape
     * @param on whether it is switched on
     * @param rate learning rate, dimensionless
     * @param scale a factor
     * @param seed where chance begins
     * @param axis which examples
     * @param noises several noises
     * @param sweep values by pointer
     */
    record Plant(
            String name,
            Cell cell,
            @Default("1") int count,
            @Default("{\"type\": \"none\"}") Noise noise,
            @Default("[]") List<Cell> cells,
            @Default("{}") Map<String, Double> constants,
            @Default("\"round\"") Shape shape,
            @Default("true") boolean on,
            @Default("0.50") float rate,
            @Default("1e0") double scale,
            @Default("0") long seed,
            @Default("\"all\"") Axis axis,
            @Default("[]") List<Noise> noises,
            @Default("{}") Map<String, List<Json>> sweep) {
        private static final int MOST = 1_000;

        Plant {
            Check.that()
                    .inRange("count", count, 1, MOST)
                    .notNegative("rate", rate)
                    .rule("name", !name.isBlank(), "must not be blank")
                    .rule("size", count < 100 || cells.isEmpty(), "must stay small: many plants, many cells")
                    .holds();
        }
    }

    /**
     * One cell.
     *
     * @param bits bits per cell
     * @param range full scale, volt
     */
    record Cell(int bits, @Default("1") float range) {
        Cell {
            Check.that().inRange("bits", bits, 2, 10).positive("range", range).holds();
        }
    }

    enum Shape {
        ROUND,
        NEARLY_SQUARE
    }

    /** What disturbs a plant. */
    sealed interface Noise permits NoNoise, WhiteNoise, Telegraph, Mixture, OwnNoise {}

    /** Silence. */
    record NoNoise() implements Noise {}

    /**
     * Fresh at every read.
     *
     * @param sigma standard deviation | of one read
     */
    record WhiteNoise(double sigma) implements Noise {
        WhiteNoise {
            Check.that()
                    .inRange("sigma", sigma, 0, 0.5f)
                    .rule("sigma", sigma != 0.25, "must differ from a quarter but is " + sigma)
                    .holds();
        }
    }

    /** Two levels. */
    record Telegraph(@Default("\"nearly-square\"") Shape shape, double low, double high) implements Noise {
        Telegraph {
            if (low >= high) {
                throw new IllegalArgumentException("low must lie below high");
            }
        }
    }

    /** A sum of noises. */
    record Mixture(List<Noise> parts) implements Noise {}

    /** An open door for noises from outside. */
    non-sealed interface OwnNoise extends Noise {}

    /** A count of examples, or all of them. */
    record Axis(boolean all, int count) {
        static Axis read(Json json) {
            if (json instanceof Json.Text text && text.value().equals("all")) {
                return new Axis(true, 0);
            } else if (json instanceof Json.Decimal decimal && decimal.value().signum() > 0) {
                return new Axis(false, decimal.value().intValue());
            }
            throw new IllegalArgumentException("must be a positive whole number or \"all\" but is " + json.words());
        }
    }
}
