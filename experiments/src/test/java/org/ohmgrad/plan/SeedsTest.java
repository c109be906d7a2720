package org.ohmgrad.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.command.Program;
import org.ohmgrad.config.ConfigException;

class SeedsTest {
    @TempDir
    private Path folder = Path.of("");

    private Path experiment(String seeds) throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Program.edit(experiment, "\"seeds\": 2", "\"seeds\": " + seeds);
        return experiment;
    }

    private String refusal(String seeds) throws IOException {
        Path experiment = experiment(seeds);
        return String.valueOf(assertThrows(ConfigException.class, () -> ExperimentPlan.check(experiment))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {"3:20:3 5 8 12 20", "3:12:3 5 8 12", "2:4:2 3 4", "3:6:3 6", "5:5:''", "20:21:''", "1:1:''"})
    void looksGrowByHalfAndTheLastHasAll(int least, int most, String looks) {
        var expected = Arrays.stream(looks.split(" "))
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .toList();
        assertEquals(expected, new Seeds(least, most, Seeds.Until.DECIDED).looks());
    }

    @Test
    void aNumberMeansAsManyForAll() {
        assertEquals(new Seeds(5, 5, Seeds.Until.DECIDED), new Seeds(5));
        assertEquals(List.of(), new Seeds(5).looks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'least': 1, 'most': 5, 'until': 'decided'} | /seeds/least: must be at least 2, as one seed has no interval, but is 1",
                "{'least': 5, 'most': 4, 'until': 'decided'} | /seeds/most: must be at least as large as least (5) but is 4",
                "{'least': 3, 'most': 1001, 'until': 'decided'} | /seeds/most: must lie in [1, 1000] but is 1001",
                "{'least': 3, 'most': 9, 'until': 'decide'} | /seeds/until: unknown name \"decide\": did you mean \"decided\"?",
                "{'least': 3, 'most': 9} | /seeds: the key \"until\" is missing",
                "{'least': 3, 'most': 9, 'until': 'decided', 'looks': 3} | /seeds/looks: unknown key",
                "{'least': 2.5, 'most': 9, 'until': 'decided'} | /seeds/least: must be a whole number",
                "0 | /seeds: must lie in [1, 1000] but is 0",
                "'5' | /seeds: must be an object ({...}) or a whole number but is the text \"5\" (leave the quotes out)"
            })
    void nonsenseIsRefusedWithItsPlace(String seeds, String message) throws IOException {
        String refusal = refusal(seeds.replace('\'', '"'));
        assertTrue(refusal.contains(message), refusal);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        String refusal = refusal("{\"least\": 0, \"most\": 2000, \"until\": \"bored\"}");
        for (String place : List.of("/seeds/least: ", "/seeds/most: ", "/seeds/until: ")) {
            assertTrue(refusal.contains(place), refusal);
        }
    }

    @Test
    void effectsAreComparedWithOneNumberOfSeeds() throws IOException {
        Path experiment = experiment("{\"least\": 3, \"most\": 9, \"until\": \"decided\"}");
        Program.edit(experiment, "\"tune\":", "\"effects\": {\"levels\": {\"/chip/cell/bits\": 8}}, \"tune\":");
        String refusal = String.valueOf(assertThrows(ConfigException.class, () -> ExperimentPlan.check(experiment))
                .getMessage());
        assertTrue(refusal.contains("/seeds: must be a number where effects are compared"), refusal);
    }

    @Test
    void runsOfSeedsAreThoseOfANumber() throws IOException {
        List<String> fixed = keys(ExperimentPlan.read(experiment("4"), 0));
        ExperimentPlan decided =
                ExperimentPlan.read(experiment("{\"least\": 2, \"most\": 4, \"until\": \"decided\"}"), 0);
        assertEquals(fixed, keys(decided));
        assertEquals(List.of(2, 3, 4), decided.plan().looks());
        assertEquals(fixed.size() / 2, decided.leastRuns());
        assertEquals(
                decided.leastRuns() + (2 * 2 * 3 + 3) * 2, decided.mostRuns(), "chips, points and arms, and in float");
    }

    @Test
    void aNumberOnTheCommandLineTakesThePlaceOfBoth() throws IOException {
        ExperimentPlan plan = ExperimentPlan.read(experiment("{\"least\": 2, \"most\": 4, \"until\": \"decided\"}"), 3);
        assertEquals(List.of(), plan.plan().looks());
        assertEquals(3, plan.plan().seeds());
        assertTrue(plan.plan().settings().contains("\"seeds\":3,"), plan.plan().settings());
    }

    private static List<String> keys(ExperimentPlan plan) {
        return plan.runs().stream().map(RunSettings::key).collect(Collectors.toList());
    }
}
