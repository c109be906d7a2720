package org.ohmgrad.fit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The laws that can be fitted. */
public final class Laws {
    /** The law that is taken if no other is asked for. */
    public static final String USUAL = "pulse-curve";

    /** The law that follows any measurement. */
    public static final String TABLE = "pulse-table";

    private Laws() {}

    private static Stream<Shape> shapes(int up, int down) {
        return Stream.of(
                new PulseCurveShape(up, down),
                new SoftBoundsShape(up, down),
                new LinearStepShape(up, down),
                new ExponentialStepShape(up, down));
    }

    static List<String> ofFormulas() {
        return shapes(2, 2).map(Shape::name).toList();
    }

    /** Their names, as in a device file. */
    public static List<String> names() {
        return Stream.concat(ofFormulas().stream(), Stream.of(TABLE)).toList();
    }

    /** The name meant by a word: a name, or for short its beginning or end, as in "linear" and "table". */
    public static Optional<String> named(String word) {
        List<String> near = names().stream()
                .filter(name -> name.equals(word) || name.startsWith(word + "-") || name.endsWith("-" + word))
                .toList();
        return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
    }

    static MeanLaw mean(PulseMeasurements measured, String law) {
        int up = longest(measured, true);
        int down = longest(measured, false);
        return shapes(up, down)
                .filter(shape -> shape.name().equals(law))
                .findFirst()
                .<MeanLaw>map(shape -> new MeanFit(measured, shape).best())
                .orElseGet(() -> TableFit.of(measured));
    }

    /** The direction that was not measured has as many pulses as the other. */
    private static int longest(PulseMeasurements measured, boolean up) {
        return measured.pulses(measured.has(up) == up);
    }
}
