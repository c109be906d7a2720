package org.ohmgrad.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MutationTest {
    private static final int MUTATIONS = 100;
    private static final List<String> PIECES = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "null", "true", "1e999", "-", "0", "\\", "\u0000", "\n", "type", ".json",
            "\"x.json\"", "\"../x.json\"", "//", "NaN", "\"\"", "{}", "[]", "99999999999999999999", "\ud800", "é", ".5");

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverHappensToAFileItIsAcceptedOrRefusedWithProblems(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTATIONS; i++) {
            String text = RandomPlants.text(random);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                text = mutated(text, random);
            }
            judge(text);
        }
    }

    private static void judge(String text) {
        try {
            Sample.READER.parse(Path.of("x.json"), text).canonical(Sample.Plant.class);
        } catch (ConfigException refusal) {
            assertTrue(refusal.problems().stream().allMatch(problem -> problem.line() > 0 && !problem.rule().isEmpty()));
        }
    }

    private static String mutated(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(6));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, from) + text.substring(to) + " ";
            case 1 -> text.substring(0, from) + piece + text.substring(from);
            case 2 -> text.substring(0, from) + piece + text.substring(to);
            case 3 -> text.substring(0, to) + text.substring(from);
            default -> text.substring(0, from) + (char) random.nextInt(128) + text.substring(Math.min(from + 1, text.length()));
        };
    }
}
