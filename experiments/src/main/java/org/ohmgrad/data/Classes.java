package org.ohmgrad.data;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The classes of a data set, numbered in the order of their names. Where all names are numbers, spellings of the same number are
 * one class, called by the shortest of them.
 */
final class Classes {
    private static final Pattern NUMBER =
            Pattern.compile("(?=.{1,40}$)[+-]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][+-]?\\d{1,4})?");
    private static final Comparator<String> SHORTEST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();

    private Classes(Collection<String> spellings, Function<String, String> nameOf) {
        names = List.copyOf(new TreeSet<>(spellings.stream().map(nameOf).toList()));
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        spellings.forEach(spelling -> numbers.put(spelling, places.getOrDefault(nameOf.apply(spelling), 0)));
    }

    /** The classes that some spellings, each given once or more, name. */
    static Classes of(Collection<String> spellings) {
        boolean numeric =
                spellings.stream().allMatch(spelling -> NUMBER.matcher(spelling).matches());
        if (!numeric) {
            return new Classes(spellings, Function.identity());
        }
        Map<BigDecimal, String> shortest = new TreeMap<>();
        spellings.forEach(spelling -> shortest.merge(
                value(spelling), spelling, (one, other) -> SHORTEST.compare(one, other) <= 0 ? one : other));
        return new Classes(spellings, spelling -> shortest.getOrDefault(value(spelling), spelling));
    }

    private static BigDecimal value(String number) {
        return new BigDecimal(number.replace(',', '.'));
    }

    /** The names, in order. */
    List<String> names() {
        return names;
    }

    /** The number of the class that a spelling names. */
    int of(String spelling) {
        return numbers.getOrDefault(spelling, 0);
    }
}
