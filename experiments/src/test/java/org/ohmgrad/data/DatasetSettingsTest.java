package org.ohmgrad.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.ConfigReader;
import org.ohmgrad.config.Document;

class DatasetSettingsTest {
    private static Document document(String json) {
        return new ConfigReader().parse(Path.of("d.json"), json);
    }

    static Stream<Arguments> shortest() {
        return Stream.of(
                Arguments.of("{\"type\": \"digits\"}", new DigitsDataset(0, 0.2, 1)),
                Arguments.of("{\"type\": \"iris\"}", new IrisDataset(0, 0.2, 42)),
                Arguments.of("{\"type\": \"xor\"}", new XorDataset()),
                Arguments.of("{\"type\": \"letters\"}", new LettersDataset()),
                Arguments.of("{\"type\": \"idx\", \"directory\": \"m\"}", new IdxDataset("m", 0, 1, 0, 0, 0)),
                Arguments.of(
                        "{\"type\": \"csv\", \"file\": \"t.csv\", \"label\": \"k\"}",
                        new CsvDataset("t.csv", "k", 0, 0.2, 1, true)));
    }

    @ParameterizedTest
    @MethodSource("shortest")
    void theShortestSettingsHaveTheirDefaults(String json, Dataset expected) {
        assertEquals(expected, document(json).bind(Dataset.class));
    }

    @ParameterizedTest
    @MethodSource("shortest")
    void canonicalSettingsMeanTheSame(String json, Dataset expected) {
        String canonical = document(json).canonical(Dataset.class);
        assertEquals(expected, document(canonical).bind(Dataset.class));
    }

    @Test
    void brokenRulesPointToTheirComponents() {
        var document = document("{\"type\": \"digits\",\n \"validation\": -1,\n \"test\": 0}");
        var refusal = assertThrows(ConfigException.class, () -> document.bind(Dataset.class));
        assertEquals(
                "d.json:2:16: /validation: must not be negative but is -1\n"
                        + "d.json:3:10: /test: must be positive but is 0",
                refusal.getMessage());
    }
}
