package org.ohmgrad.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    private final Document plant = parse("{\"name\": \"p\",\n\"cell\": \"devices/packaged-cell.json\","
            + "\n\"cells\": [{\"bits\": 2}, {\"bits\": 3}],\n\"constants\": {\"a\": 1}}");

    private static Document parse(String text) {
        return Sample.READER.parse(Path.of("x.json"), text);
    }

    private static Sample.Plant bind(Document document) {
        return document.bind(Sample.Plant.class);
    }

    private static String refusal(Document document) {
        return String.valueOf(
                assertThrows(ConfigException.class, () -> bind(document)).getMessage());
    }

    @Test
    void aReplacedValueTakesTheOldOnesPlace() {
        assertEquals("q", bind(plant.with("/name", "\"q\"")).name());
        assertEquals(9, bind(plant.with("/cells/1/bits", "9")).cells().get(1).bits());
        assertEquals(2.5, bind(plant.with("/constants/a", "2.5")).constants().get("a"));
    }

    @Test
    void partsWithoutAReplacedValueAreMadeOnce() {
        Sample.Plant one = bind(plant.with("/name", "\"q\""));
        Sample.Plant other = bind(plant.with("/cells/1/bits", "9"));
        assertSame(one.cell(), other.cell());
        assertSame(one.cells().get(0), other.cells().get(0));
        assertEquals(
                List.of(3, 9),
                List.of(one.cells().get(1).bits(), other.cells().get(1).bits()));
    }

    @Test
    void filesOfPartsThatWereMadeBeforeAreNamedAgain() {
        bind(plant);
        Document other = plant.with("/name", "\"q\"");
        assertEquals(plant.files(Sample.Plant.class), other.files(Sample.Plant.class));
        assertEquals(1, other.files(Sample.Plant.class).size());
        assertEquals(List.of(), plant.with("/cell", "{\"bits\": 2}").files(Sample.Plant.class));
    }

    @Test
    void theDocumentItselfStaysAsItWas() {
        plant.with("/name", "\"q\"");
        assertEquals("p", bind(plant).name());
    }

    @Test
    void aPointerReachesThroughReferencedFilesAndDefaults() {
        assertEquals(8, bind(plant.with("/cell/bits", "8")).cell().bits());
        assertEquals(0.5f, bind(plant.with("/cell/bits", "8")).cell().range());
        assertEquals(0.25f, bind(plant.with("/rate", "0.25")).rate());
        assertEquals(3, bind(plant.with("/cells/0/range", "3")).cells().get(0).range());
    }

    @Test
    void aReplacedTypeChoosesAnotherPart() {
        Document white = plant.with("/noise/type", "\"white\"").with("/noise/sigma", "0.1");
        assertEquals(new Sample.WhiteNoise(0.1), bind(white).noise());
        assertEquals(
                "x.json:1:1: /noise: the key \"sigma\" is missing", refusal(plant.with("/noise/type", "\"white\"")));
    }

    @Test
    void aMissingValueMayBeGivenByReplacement() {
        Document bare = parse("{\"name\": \"p\"}");
        assertEquals(4, bind(bare.with("/cell", "{\"bits\": 4}")).cell().bits());
    }

    @Test
    void aReplacementMayNameAFile() {
        assertEquals(
                4,
                bind(plant.with("/cells/0", "\"devices/packaged-cell.json\""))
                        .cells()
                        .get(0)
                        .bits());
    }

    @Test
    void theLaterReplacementOfAWholeUndoesEarlierOnesOfItsParts() {
        assertEquals(
                2,
                bind(plant.with("/cell/bits", "8").with("/cell", "{\"bits\": 2}"))
                        .cell()
                        .bits());
        assertEquals(
                8,
                bind(plant.with("/cell", "{\"bits\": 2}").with("/cell/bits", "8"))
                        .cell()
                        .bits());
    }

    @Test
    void aReplacedValueIsCheckedLikeAnyOther() {
        assertEquals(
                "x.json:3:20: /cells/0/bits: must lie in [2, 10] but is 11",
                refusal(plant.with("/cells/0/bits", "11")));
        assertEquals(
                "x.json:3:20: /cells/0/bits: must be a whole number but is the text \"5\" (leave the quotes out)",
                refusal(plant.with("/cells/0/bits", "\"5\"")));
        assertEquals(
                "x.json:1:10: /name: ends in the middle of a value: is it cut off?",
                refusal(plant.with("/name", "\"q")));
    }

    @Test
    void aReplacedValueThatStandsInAFileIsBlamedThere() {
        Document sweep = parse("{\"name\": \"p\", \"cell\": {\"bits\": 4},\n\"sweep\": {\"/cell/bits\": [3, 12]}}");
        List<Json> values = bind(sweep).sweep().getOrDefault("/cell/bits", List.of());
        assertEquals(3, bind(sweep.with("/cell/bits", values.get(0))).cell().bits());
        assertEquals(
                "x.json:2:29: /sweep/\"/cell/bits\"/1: must lie in [2, 10] but is 12",
                refusal(sweep.with("/cell/bits", values.get(1))));
    }

    @Test
    void aRuleBrokenTogetherWithAReplacedValueIsBlamedOnThatValueAndNamesBoth() {
        Document sweep = parse("{\"name\": \"p\", \"cell\": {\"bits\": 4}, \"noise\": {\"type\": \"telegraph\","
                + " \"low\": 1, \"high\": 2},\n\"sweep\": {\"/noise/low\": [3], \"/noise/high\": [0]}}");
        Json low = bind(sweep).sweep().getOrDefault("/noise/low", List.of()).get(0);
        Json high = bind(sweep).sweep().getOrDefault("/noise/high", List.of()).get(0);
        assertEquals(
                "x.json:2:26: /sweep/\"/noise/low\"/0: with this value of /noise/low,"
                        + " x.json:1:45: /noise: low must lie below high",
                refusal(sweep.with("/noise/low", low)));
        assertEquals(
                "x.json:2:46: /sweep/\"/noise/high\"/0: with these values of /noise/low and /noise/high,"
                        + " x.json:1:45: /noise: low must lie below high",
                refusal(sweep.with("/noise/low", low).with("/noise/high", high)));
    }

    @Test
    void settingsWhoseOnlyMistakeIsAnUnknownKeyAreMadeForMoreToBeSaidOfThem() {
        Document.Attempt<Sample.Plant> attempt =
                parse("{\"name\": \"p\", \"cel\": 1, \"cell\": {\"bits\": 4}}").attempt(Sample.Plant.class);
        assertEquals(4, attempt.settings().orElseThrow().cell().bits());
        assertEquals(1, attempt.problems().size());
        assertTrue(parse("{}").attempt(Sample.Plant.class).settings().isEmpty());
    }

    @Test
    void manyPointersToNothingAreRefusedAtOnce() {
        Document many = plant;
        for (int k = 0; k < 500; k++) {
            many = many.with("/cell/none" + k, "1");
        }
        assertEquals(500, refusal(many).lines().count());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/cell/bist; /cell/bits",
                "/cels/0/bits; /cells/0/bits",
                "/cells/2/bits; /cells/0/bits",
                "/noise/sigma; /noise/type",
                "/name/x; /name",
                "/constants/b; /constants/a",
                "name; /name"
            })
    void aPointerToNothingIsRefusedWithTheNearest(String pointer, String nearest) {
        String message = refusal(plant.with(pointer, "1"));
        assertTrue(
                message.startsWith("x.json:1:1: no value to replace at " + pointer + "; nearest: " + nearest + ","),
                message);
    }

    @Test
    void nothingIsSaidOfPointersIntoAPartThatCouldNotBeRead() {
        Document broken = parse("{\"name\": \"p\", \"cell\": 4}");
        assertEquals(
                "x.json:1:23: /cell: must be an object ({...}) or the name of a .json file but is the number 4",
                refusal(broken.with("/cell/bits", "3")));
    }

    @Test
    void theResolvedJsonKeepsThePlaceOfEveryValue() {
        Json.Table resolved = assertInstanceOf(Json.Table.class, plant.resolved(Sample.Plant.class));
        Json.Table cell = assertInstanceOf(Json.Table.class, resolved.members().get("cell"));
        Path packaged = Path.of("(packaged)/devices/packaged-cell.json");
        assertEquals(new Place(packaged, 1, 10, "/bits"), place(cell, "bits"));
        assertEquals(new Place(Path.of("x.json"), 1, 1, "/count"), place(resolved, "count"));
    }

    private static Place place(Json.Table table, String name) {
        return Objects.requireNonNull(table.members().get(name)).place();
    }

    @Test
    void aProblemFoundByTheUserOfAValueNamesItsPlace() {
        assertEquals(
                "(packaged)/devices/packaged-cell.json:1:10: /bits: must be even",
                plant.problem(Sample.Plant.class, "/cell/bits", "must be even").toString());
        assertEquals(
                "x.json:3:20: /cells/0/bits: is odd",
                plant.problem(Sample.Plant.class, "/cells/0/bits", "is odd").toString());
        assertEquals(
                "x.json:3:10: /cells: has no such cell",
                plant.problem(Sample.Plant.class, "/cells/7/bits", "has no such cell")
                        .toString());
    }

    @Test
    void aSealedInterfaceMayBeTheRoot() {
        assertEquals(
                new Sample.WhiteNoise(0.125),
                parse("{\"type\": \"white\", \"sigma\": 0.125}").bind(Sample.Noise.class));
    }

    @Test
    void aFileMayNameItsSchema() {
        assertEquals(
                new Sample.Cell(4, 1),
                parse("{\"$schema\": \"s.json\", \"bits\": 4}").bind(Sample.Cell.class));
    }
}
