package org.ohmgrad.report.result;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.text.Words;

/** Values of an axis as they stand in sentences, with the unit that the axis' label ends with. */
public final class AxisPhrases {
    private final SweepAxis axis;
    private final boolean upwards;
    private final Map<String, Integer> places = new HashMap<>();
    private final String name;
    private final String unit;

    /** Words for an axis whose good end is the upper one or not. */
    public AxisPhrases(SweepAxis axis, boolean upwards) {
        this.axis = axis;
        this.upwards = upwards;
        for (var value : axis.values()) {
            places.putIfAbsent(value, places.size());
        }
        var label = axis.label();
        int open = label.endsWith(")") ? label.indexOf(" (") : -1;
        var inside = open < 0 ? "" : label.substring(open + 2, label.length() - 1);
        boolean isShare = inside.startsWith("share");
        name = open < 0 ? label : label.substring(0, open) + (isShare ? ", " + inside : "");
        unit = isShare ? "" : inside;
    }

    /** Whether the values have an order. */
    public boolean isOrdered() {
        return !axis.axis().named();
    }

    /** Bits say what they are without more words. */
    private boolean isBits() {
        return axis.label().startsWith("bits");
    }

    /** What the values are, to stand behind a sentence; empty where each of them says it. */
    public String bracket() {
        return isBits() ? "" : fullBracket();
    }

    /** What the values are, to stand behind a sentence; empty where it stands before them. */
    public String fullBracket() {
        return isOrdered() ? " (" + name + ")" : "";
    }

    /** Such as {@code 8 bits per cell}, {@code 2 ohm a segment} and {@code 0.5}. */
    public String amount(String value) {
        return SweepAxis.text(value) + unit(value);
    }

    private static boolean isOne(String value) {
        return JsonText.number(value).orElse(0) == 1;
    }

    private String unit(String value) {
        if (JsonText.number(value).isEmpty()) {
            return "";
        }
        var words = isBits() ? (isOne(value) ? axis.label().replaceFirst("^bits", "bit") : axis.label()) : unit;
        return words.isEmpty() ? "" : " " + words;
    }

    /** Values in the order of the axis, the unit behind the last; bits without it. */
    public String plain(List<String> values) {
        return isBits() ? Words.listed(texts(values)) : full(values);
    }

    /** The same for a table whose caption says what they are. */
    public String bare(List<String> values) {
        return isBits() ? Words.listed(texts(values)) : withUnit(values);
    }

    /** Values in the order of the axis, the unit behind the last; those without an order behind what they are. */
    public String full(List<String> values) {
        return (isOrdered() ? "" : name + " ") + withUnit(values);
    }

    private String withUnit(List<String> values) {
        var sorted = sorted(values);
        return Words.listed(texts(values)) + unit(sorted.get(sorted.size() - 1));
    }

    /** Values in the order of the axis, with all that says what they are. */
    public String amounts(List<String> values) {
        return full(values) + bracket();
    }

    private List<String> sorted(List<String> values) {
        return values.stream()
                .sorted(Comparator.comparingInt(value -> places.getOrDefault(value, -1)))
                .toList();
    }

    private List<String> texts(List<String> values) {
        return sorted(values).stream().map(SweepAxis::text).toList();
    }

    /** The best of the values. */
    public String best() {
        return amount(upwards ? last() : axis.values().get(0));
    }

    private String last() {
        return axis.values().get(axis.values().size() - 1);
    }

    /** That nothing better was tried. */
    public String most() {
        return upwards ? ", the most tried" : ", the least tried";
    }

    /** From one of the values on, which go from bad to good. */
    public String from(List<String> values, int first) {
        var value = values.get(first);
        if (first == 0) {
            return isBits()
                    ? "from " + amount(value) + " on, the fewest tried"
                    : "at every value tried, from "
                            + SweepAxis.text(axis.values().get(0)) + " to " + amount(last());
        }
        if (first == values.size() - 1) {
            return "at " + amount(value) + most();
        }
        return upwards ? "from " + amount(value) + " on" : "up to " + amount(value);
    }
}
