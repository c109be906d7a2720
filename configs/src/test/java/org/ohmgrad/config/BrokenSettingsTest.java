package org.ohmgrad.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenSettingsTest {
    record Case(String name, String text, List<String> problems) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        try (InputStream in = BrokenSettingsTest.class.getResourceAsStream("/broken-plants.txt")) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\n\n")).skip(1).map(BrokenSettingsTest::parse);
        }
    }

    private static Case parse(String paragraph) {
        List<String> lines = paragraph.lines().map(String::strip).toList();
        List<String> problems = lines.stream().skip(2).map(line -> line.substring(2)).toList();
        return new Case(lines.get(0), lines.get(1).replace("\\n", "\n"), problems);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMistakeIsNamedWithFileLinePathAndRule(Case broken) {
        Document document = Sample.READER.parse(Path.of("x.json"), broken.text());
        ConfigException refusal = assertThrows(ConfigException.class, () -> document.bind(Sample.Plant.class));
        assertEquals(String.join("\n", broken.problems()), refusal.getMessage());
    }

    @Test
    void theBrokenFilesBreakAtLeastSixtyDifferentRules() throws IOException {
        var rules = cases().flatMap(broken -> broken.problems().stream())
                .map(problem -> problem.replaceAll("^\\S+ (/\\S* )?", "").replaceAll("\"[^\"]*\"|[0-9.e-]+", ""))
                .collect(Collectors.toSet());
        assertTrue(rules.size() >= 60, () -> rules.size() + " rules: " + rules);
    }

    @Test
    void theValidPlantThatTheBrokenOnesVaryIsAccepted() {
        var plant = Sample.READER
                .parse(Path.of("x.json"), "{\"name\": \"p\", \"cell\": {\"bits\": 4}}")
                .bind(Sample.Plant.class);
        assertEquals(new Sample.Cell(4, 1), plant.cell());
        assertEquals(new Sample.NoNoise(), plant.noise());
        assertEquals(0.5f, plant.rate());
        assertTrue(plant.axis().all());
    }
}
