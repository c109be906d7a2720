package org.ohmgrad.report.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ohmgrad.report.chart.Axis;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.text.NumberText;

/**
 * The swept values of one pointer as an axis. Numbers stand on a linear scale, or a logarithmic one if they span more
 * than a factor of 30 (zero then stands at its left, behind a break); among bits, what is not a number
 * ({@code "continuous"}) stands at the right, behind a break; other values are categories in the order of the plan.
 *
 * @param pointer the JSON pointer
 * @param label words of the axis
 * @param values JSON texts from left to right
 * @param positions value to position
 * @param axis the axis to draw
 */
public record SweepAxis(String pointer, String label, List<String> values, Map<String, Double> positions, Axis axis) {
    private static final double LOG_FROM = 30;
    private static final double BEYOND = 0.14;
    private static final double WORD = 0.2;
    private static final String CELL_BITS = "cell/bits";

    /** The axis of values in any order; the label may end with a unit in brackets. */
    public static SweepAxis of(String pointer, String label, List<String> values, CellWeights weights) {
        var numbers = values.stream()
                .filter(value -> JsonText.number(value).isPresent())
                .sorted(Comparator.comparingDouble(SweepAxis::number))
                .toList();
        var words = values.stream()
                .filter(value -> JsonText.number(value).isEmpty())
                .toList();
        boolean named = numbers.isEmpty() || (!words.isEmpty() && !isBits(pointer));
        return named ? categories(pointer, label, values, weights) : scale(pointer, label, numbers, words, weights);
    }

    /** Whether a pointer sets a number of bits. */
    static boolean isBits(String pointer) {
        return pointer.endsWith("bits") || pointer.endsWith("Bits");
    }

    /** Whether the values are numbers of bits, of cells or of converters. */
    public boolean isBits() {
        return isBits(pointer);
    }

    /** Whether the values are bits of cells. */
    public boolean isCellBits() {
        return pointer.endsWith(CELL_BITS);
    }

    private static double number(String value) {
        return JsonText.number(value).orElseThrow();
    }

    private static SweepAxis categories(String pointer, String label, List<String> values, CellWeights weights) {
        var positions = new LinkedHashMap<String, Double>();
        for (int i = 0; i < values.size(); i++) {
            positions.put(values.get(i), (i + 0.5) / values.size());
        }
        return build(pointer, label, positions, true, OptionalDouble.empty(), weights);
    }

    private static SweepAxis scale(
            String pointer, String label, List<String> numbers, List<String> words, CellWeights weights) {
        double least = number(numbers.get(0));
        double most = number(numbers.get(numbers.size() - 1));
        boolean zero = least == 0;
        var positive = numbers.stream().filter(value -> number(value) > 0).toList();
        boolean log = least >= 0 && positive.size() > 1 && most / number(positive.get(0)) > LOG_FROM;
        double start = log ? Math.log(number(positive.get(0))) : least;
        double end = log ? Math.log(most) : most;
        double left = log && zero ? BEYOND : 0;
        double right = 1 - words.size() * WORD;
        var positions = new LinkedHashMap<String, Double>();
        for (var value : numbers) {
            boolean behind = log && number(value) == 0;
            double at = log ? Math.log(number(value)) : number(value);
            double share = end > start ? (at - start) / (end - start) : 0.5;
            positions.put(value, Axis.inside(behind ? 0 : left + share * (right - left)));
        }
        for (int i = 0; i < words.size(); i++) {
            positions.put(words.get(i), Axis.inside(right + (i + 1) * WORD));
        }
        double brk = left > 0 ? left / 2 : right + WORD / 2;
        boolean broken = left > 0 || right < 1;
        return build(
                pointer,
                label,
                positions,
                false,
                broken ? OptionalDouble.of(Axis.inside(brk)) : OptionalDouble.empty(),
                weights);
    }

    private static SweepAxis build(
            String pointer,
            String label,
            Map<String, Double> positions,
            boolean named,
            OptionalDouble brk,
            CellWeights weights) {
        var ticks = new ArrayList<Axis.Tick>();
        positions.forEach(
                (value, position) -> ticks.add(new Axis.Tick(position, text(value), below(pointer, value, weights))));
        boolean counted = pointer.endsWith(CELL_BITS) && weights.known();
        var words = counted ? label + " (below: " + weights.words() + ")" : label;
        return new SweepAxis(
                pointer, label, List.copyOf(positions.keySet()), positions, new Axis(words, ticks, named, brk));
    }

    /** A value in words: numbers of five digits and more in short scientific form. */
    public static String text(String value) {
        var number = JsonText.number(value);
        if (number.isEmpty()) {
            return value.isEmpty() ? "unchanged" : withoutFolder(JsonText.words(value));
        }
        double size = Math.abs(number.getAsDouble());
        if (size < 1e5 && (size >= 1e-3 || size == 0)) {
            return NumberText.of(number.getAsDouble());
        }
        int exponent = (int) Math.floor(Math.log10(size));
        return NumberText.of(NumberText.rounded(
                        Double.parseDouble(NumberText.fixed(number.getAsDouble() / Math.pow(10, exponent), 2))))
                + "e" + exponent;
    }

    /** A settings file by its name alone. */
    private static String withoutFolder(String words) {
        return words.endsWith(".json") ? words.substring(words.lastIndexOf('/') + 1, words.length() - 5) : words;
    }

    private static String below(String pointer, String value, CellWeights weights) {
        var number = JsonText.number(value);
        if (number.isEmpty()) {
            return "";
        }
        if (pointer.endsWith(CELL_BITS)) {
            return weights.known() ? weights.at(number.getAsDouble()) : "";
        }
        return pointer.endsWith("econds") ? Durations.text(number.getAsDouble()) : "";
    }
}
