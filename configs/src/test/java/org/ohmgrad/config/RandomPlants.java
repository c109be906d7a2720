package org.ohmgrad.config;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Valid plants, written in many ways. */
final class RandomPlants {
    private static final List<String> NUMBERS = List.of("0.1", "1e-3", "0.50", "0", "4.9E-1", "3.0e-7", "0.3333333333333333");

    private RandomPlants() {}

    static String text(Random random) {
        StringBuilder text = new StringBuilder("{\n  \"name\": \"p\\u00e9 \\\"" + random.nextInt(9) + "\\\"\",\n");
        text.append("  \"cell\": ").append(cell(random));
        maybe(random, text, "count", String.valueOf(1 + random.nextInt(99)));
        maybe(random, text, "noise", noise(random, 2));
        maybe(random, text, "cells", list(random, () -> cell(random)));
        maybe(random, text, "constants", "{\"z\": " + number(random) + ", \"a/b\": -1e300}");
        maybe(random, text, "shape", "\"nearly-square\"");
        maybe(random, text, "on", "false");
        maybe(random, text, "rate", number(random));
        maybe(random, text, "seed", String.valueOf(random.nextLong()));
        maybe(random, text, "axis", random.nextBoolean() ? "\"all\"" : "12.0");
        maybe(random, text, "noises", list(random, () -> noise(random, 1)));
        return text.append("\n}\n").toString();
    }

    private static void maybe(Random random, StringBuilder text, String key, String value) {
        if (random.nextInt(3) > 0) {
            text.append(",\n  \"").append(key).append("\": ").append(value);
        }
    }

    private static String cell(Random random) {
        return random.nextInt(4) == 0
                ? "\"devices/packaged-cell.json\""
                : "{\"bits\": " + (2 + random.nextInt(9)) + ", \"range\": 1.25}";
    }

    private static String noise(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 3)) {
            case 0 -> "{\"type\": \"none\"}";
            case 1 -> "{\"sigma\": " + number(random) + ", \"type\": \"white\"}";
            case 2 -> "{\"type\": \"telegraph\", \"low\": -1, \"high\": " + number(random) + "}";
            default -> "{\"type\": \"mixture\", \"parts\": " + list(random, () -> noise(random, depth - 1)) + "}";
        };
    }

    private static String number(Random random) {
        return NUMBERS.get(random.nextInt(NUMBERS.size()));
    }

    private static String list(Random random, java.util.function.Supplier<String> item) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(i -> item.get()).collect(Collectors.joining(", ", "[", "]"));
    }
}
