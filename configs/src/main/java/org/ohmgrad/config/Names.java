package org.ohmgrad.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;

/** Names in JSON and the nearest name to a misspelt one. */
final class Names {
    private static final int LONGEST = 80;

    private Names() {}

    /** FeedbackAlignment becomes feedback-alignment. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Name of a part inside its interface: the interface's own name is left off, and the absent part is "none". */
    static String ofPart(Class<?> part, Class<?> whole) {
        String name = part.getSimpleName();
        String end = whole.getSimpleName();
        if (name.equals("No" + end)) {
            return "none";
        }
        boolean named = name.endsWith(end) && name.length() > end.length();
        return kebab(named ? name.substring(0, name.length() - end.length()) : name);
    }

    /** The choices nearest to a name, nearest first. */
    static List<String> nearest(String name, Collection<String> choices, int count) {
        return nearest(name, choices, count, Names::distance);
    }

    /** The same by a distance of one's own. */
    static List<String> nearest(
            String name, Collection<String> choices, int count, ToIntBiFunction<String, String> distance) {
        return choices.stream()
                .map(choice -> new Choice(distance.applyAsInt(name, choice), choice))
                .sorted(Comparator.comparingInt(Choice::distance).thenComparing(Choice::text))
                .limit(count)
                .map(Choice::text)
                .toList();
    }

    private record Choice(int distance, String text) {}

    /** What follows the words for a wrong name: a question if a choice is near enough, then all choices. */
    static String advice(String name, Collection<String> choices) {
        if (choices.isEmpty()) {
            return ": no name is valid here";
        }
        String best = nearest(name, choices, 1).get(0);
        boolean near = distance(name, best) <= Math.max(2, name.length() / 2);
        return (near ? ": did you mean \"" + best + "\"? " : ". ") + "Valid: " + String.join(", ", choices);
    }

    static String list(Collection<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    /** Letters to add, drop, change or swap with their neighbour; the letters' case does not count. */
    static int distance(String a, String b) {
        String x = clipped(a).toLowerCase(Locale.ROOT);
        String y = clipped(b).toLowerCase(Locale.ROOT);
        int[][] cost = new int[x.length() + 1][y.length() + 1];
        for (int i = 0; i <= x.length(); i++) {
            for (int j = 0; j <= y.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, x, y, i, j);
            }
        }
        return cost[x.length()][y.length()];
    }

    /** The beginning of a text that may be absurdly long. */
    static String clipped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static int cheapest(int[][] cost, String x, String y, int i, int j) {
        int change = cost[i - 1][j - 1] + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && x.charAt(i - 1) == y.charAt(j - 2) && x.charAt(i - 2) == y.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
