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
import org.ohmgrad.settings.ShortForm;

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

    record Span(int low, int high) {
        @ShortForm(from = 1, to = 9)
        Span(int only) {
            this(only, only);
        }
    }

    record Spanned(Span span) {}

    private static Document parse(String text) {
        return new ConfigReader().parse(Path.of("x.json"), text);
    }

    @Test
    void typesThatSettingsCannotHoldAreRefusedAsTheProgramsFault() {
        var names =
                assertThrows(IllegalArgumentException.class, () -> parse("{}").bind(Unsupported.class));
        assertEquals("settings cannot hold a java.util.Set<java.lang.String>", names.getMessage());
        assertThrows(IllegalArgumentException.class, () -> parse("{}").bind(BadDefault.class));
        assertThrows(IllegalArgumentException.class, () -> parse("{}").bind(Twin.class));
        assertThrows(IllegalArgumentException.class, () -> parse("{}").bind(Typed.class));
        assertThrows(IllegalStateException.class, () -> parse("{\"count\": 0}").bind(Faulty.class));
    }

    @Test
    void aNumberStandsForARecordWithAShortForm() {
        Document number = parse("{\"span\": 3}");
        assertEquals(new Spanned(new Span(3, 3)), number.bind(Spanned.class));
        assertEquals("{\"span\":3}", number.canonical(Spanned.class), "as it was written");
        assertEquals(
                new Spanned(new Span(3, 5)),
                parse("{\"span\": {\"low\": 3, \"high\": 5}}").bind(Spanned.class));
        assertEquals(
                new Spanned(new Span(3, 4)),
                parse("{\"span\": {\"low\": 3, \"high\": 5}}")
                        .with("/span/high", "4")
                        .bind(Spanned.class));
        String message = assertThrows(
                        ConfigException.class, () -> parse("{\"span\": 10}").bind(Spanned.class))
                .getMessage();
        assertEquals("x.json:1:10: /span: must lie in [1, 9] but is 10", message);
    }

    @Test
    void partsAreNamedAfterTheirRecordsWithoutTheNameOfTheirInterface() {
        String message = assertThrows(ConfigException.class, () -> parse("{}").bind(FeedbackPath.class))
                .getMessage();
        assertEquals(
                "x.json:1:1: the key \"type\" is missing. Valid: none, transposed-read, fixed-random, mirror", message);
    }

    @ParameterizedTest
    @CsvSource({
        "StochasticRounding, stochastic-rounding",
        "AdamW, adam-w",
        "RMSProp, rms-prop",
        "Sidra2Chip, sidra2-chip",
        "Sgd, sgd"
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
