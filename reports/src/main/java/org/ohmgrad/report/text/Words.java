package org.ohmgrad.report.text;

import java.util.List;
import java.util.Map;

/** Names, lists and counts as they stand in sentences. */
public final class Words {
    private Words() {}

    /**
     * The name of a rule, an arm or an update scheme.
     *
     * @param name as JSON has it
     * @param spelt JSON name to how people write it, of those that are more than words with dashes between them
     * @return as it stands in a sentence
     */
    public static String of(String name, Map<String, String> spelt) {
        var words = name.replace('-', ' ');
        for (var known : spelt.entrySet()) {
            words = words.replace(known.getKey().replace('-', ' '), known.getValue());
        }
        return words;
    }

    /** Such as {@code a, b and c}. */
    public static String listed(List<String> items) {
        int last = items.size() - 1;
        return last <= 0
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /**
     * A count with its noun, such as {@code 1 seed}, {@code 5 seeds} and {@code 12,000 classes}.
     *
     * @param number how many
     * @param what the noun for one, which takes an s for more, or es behind an s
     * @return both
     */
    public static String count(long number, String what) {
        return Quantities.count((double) number) + " " + what + (number == 1 ? "" : what.endsWith("s") ? "es" : "s");
    }
}
