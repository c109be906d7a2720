package org.ohmgrad.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.settings.Default;

/** Mistakes of the programmer are told apart from mistakes of the user. */
class KindsTest {
    record Unsupported(Set<String> names) {}

    record BadDefault(@Default("{") int count) {}

    record Faulty(int count) {
        Faulty {
            if (count == 0) {
                throw new IllegalStateException("a fault of the program");
            }
        }
    }

    sealed interface Twin permits AbTwin, Ab {}

    record AbTwin() implements Twin {}

    record Ab() implements Twin {}

    sealed interface Typed permits Clash {}

    record Clash(String type) implements Typed {}

    sealed interface FeedbackPath permits NoFeedbackPath, TransposedRead, FixedRandomFeedbackPath, LearnedFeedback {}

    record NoFeedbackPath() implements FeedbackPath {}

    record TransposedRead() implements FeedbackPath {}

    record FixedRandomFeedbackPath() implements FeedbackPath {}

    sealed interface LearnedFeedback extends FeedbackPath permits MirrorLearnedFeedback {}

    record MirrorLearnedFeedback() implements LearnedFeedback {}

    private static Document parse(String text) {
        return new ConfigReader().parse(Path.of("x.json"), text);
    }

    @Test
    void typesThatSettingsCannotHoldAreRefusedAsTheProgramsFault() {
        var names = assertThrows(IllegalArgumentException.class, () -> parse("{}").bind(Unsupported.class));
        assertEquals("settings cannot hold a java.util.Set<java.lang.String>", names.getMessage());
        assertThrows(IllegalArgumentException.class, () -> parse("{}").bind(BadDefault.class));
        assertThrows(IllegalArgumentException.class, () -> parse("{}").bind(Twin.class));
        assertThrows(IllegalArgumentException.class, () -> parse("{}").bind(Typed.class));
        assertThrows(IllegalStateException.class, () -> parse("{\"count\": 0}").bind(Faulty.class));
    }

    @Test
    void partsAreNamedAfterTheirRecordsWithoutTheNameOfTheirInterface() {
        String message = assertThrows(ConfigException.class, () -> parse("{}").bind(FeedbackPath.class)).getMessage();
        assertEquals(
                "x.json:1:1: the key \"type\" is missing. Valid: none, transposed-read, fixed-random, mirror", message);
    }

    @ParameterizedTest
    @CsvSource({
        "StochasticRounding, stochastic-rounding", "AdamW, adam-w", "RMSProp, rms-prop", "Sidra2Chip, sidra2-chip", "Sgd, sgd"
    })
    void namesBecomeKebabCase(String camel, String kebab) {
        assertEquals(kebab, Names.kebab(camel));
    }

    @Test
    void theNearestNamesComeFirst() {
        assertEquals(List.of("bits", "bite"), Names.nearest("bist", List.of("range", "bite", "bits"), 2));
        assertEquals(0, Names.distance("Bits", "bits"));
        assertEquals(3, Names.distance("kitten", "sitting"));
        assertEquals(1, Names.distance("bist", "bits"));
        assertEquals(4, Names.distance("", "bits"));
    }
}
