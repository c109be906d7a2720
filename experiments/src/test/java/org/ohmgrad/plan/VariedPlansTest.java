package org.ohmgrad.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmgrad.command.Program;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Problem;
import org.ohmgrad.report.record.PlannedRun;

/** What an experiment varies: all of it is planned, or refused with the place of the mistake. */
class VariedPlansTest {
    private static final String BP =
            "{\"rule\": {\"type\": \"backpropagation\"}, \"update\": {\"type\": \"nearest-level\"}}";
    private static final String LAST_LAYER = BP.replace("backpropagation", "last-layer");
    private static final String FA =
            "{\"rule\": {\"type\": \"feedback-alignment\"}, \"update\": {\"type\": \"nearest-level\"}}";

    @TempDir
    private Path folder = Path.of("");

    /** An experiment on iris, a line for each of its parts. */
    private Path write(String... parts) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        all.put("\"name\"", "\"name\": \"varied\"");
        all.put("\"dataset\"", "\"dataset\": {\"type\": \"iris\", \"validation\": 0.2}");
        all.put("\"network\"", "\"network\": {\"hidden\": [2], \"activation\": \"tanh\", \"loss\": \"cross-entropy\"}");
        all.put("\"training\"", "\"training\": {\"epochs\": 1, \"batch\": 50, \"learningRate\": 0.1}");
        all.put("\"chip\"", "\"chip\": \"sidra-y10\"");
        all.put("\"arms\"", "\"arms\": [" + BP + "]");
        all.put("\"seeds\"", "\"seeds\": 1");
        for (String part : parts) {
            all.put(part.substring(0, part.indexOf(':')), part);
        }
        return Files.writeString(folder.resolve("x.json"), "{\n" + String.join(",\n", all.values()) + "\n}\n");
    }

    private List<String> refusals(String... parts) throws IOException {
        Path file = write(parts);
        return assertThrows(ConfigException.class, () -> ExperimentPlan.read(file, 0)).problems().stream()
                .map(problem -> problem.toString().replace(folder + "/", ""))
                .toList();
    }

    private List<PlannedRun> planned(String... parts) throws IOException {
        return ExperimentPlan.read(write(parts), 0).plan().runs();
    }

    @Test
    void mistakesOfTheSweepAreNamedBesideThoseOfTheRest() throws IOException {
        assertEquals(
                List.of(
                        "x.json:3:9: /chip: no file \"sidra-y11\" in " + folder
                                + " or among the packaged presets; nearest: chips/sidra-y1.json, chips/sidra-y10.json,"
                                + " generations/sidra-y100.json",
                        "x.json:8:11: /sweep/chip.cell.bits: must be a JSON pointer such as /chip/cell/bits: did you mean"
                                + " \"/chip/cell/bits\"?",
                        "x.json:8:34: /sweep/\"/training/bach\": no value to replace at /training/bach; nearest:"
                                + " /training/batch, /training/epochs, /training",
                        "x.json:8:81: /sweep/\"/network/hidden\"/0/0: must be a whole number but is true",
                        "x.json:9:1: /tittle: unknown key: did you mean \"title\"? Valid: name, title, description,"
                                + " dataset, network, training, chip, companions, arms, sweep, effects, tune, telemetry,"
                                + " published, seeds"),
                refusals(
                        "\"tittle\": \"x\"",
                        "\"chip\": \"sidra-y11\"",
                        "\"sweep\": {\"chip.cell.bits\": [3], \"/training/bach\": [1, 2], \"/network/hidden\": [[true]]}"));
    }

    @Test
    void aSweptValueOutOfRangeIsNamedBesideAnUnknownKeyAndAMisspeltPointer() throws IOException {
        List<String> refusals =
                refusals("\"tittle\": 1", "\"sweep\": {\"/chip/cell/bits\": [3, 22], \"/training/bach\": [1]}");
        assertEquals(3, refusals.size(), refusals.toString());
        assertTrue(refusals.get(0).contains("/sweep/\"/chip/cell/bits\"/1: must lie in [1, 10] but is 22"));
        assertTrue(refusals.get(1).contains("/sweep/\"/training/bach\": no value to replace"));
        assertTrue(refusals.get(2).contains("/tittle: unknown key"));
    }

    @Test
    void aSweptValueThatDoesNotFitAnotherSettingIsBlamedWhereItStandsAndNamesTheOther() throws IOException {
        List<String> refusals =
                refusals("\"sweep\": {\"/chip/cell/device/gMax\": [1e-4, 1e-9], \"/training/batch\": [5, 9]}");
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0).startsWith("x.json:8:44: /sweep/\"/chip/cell/device/gMax\"/1: must be above gMin"),
                refusals.get(0));
        List<String> ofMin = refusals("\"sweep\": {\"/chip/cell/device/gMin\": [1], \"/training/batch\": [5, 9]}");
        assertEquals(1, ofMin.size(), ofMin.toString());
        assertTrue(
                ofMin.get(0)
                        .startsWith("x.json:8:38: /sweep/\"/chip/cell/device/gMin\"/0: with this value of"
                                + " /chip/cell/device/gMin, (packaged)/chips/sidra-y10.json:"),
                ofMin.get(0));
    }

    private static final String IMAGES = "\"dataset\": {\"type\": \"digits\", \"validation\": 0.2}";
    private static final String CONVOLUTIONAL =
            "\"network\": {\"layers\": [{\"type\": \"convolution\", \"filters\": 4, \"size\": 3}], \"activation\":"
                    + " \"tanh\", \"loss\": \"cross-entropy\"}";

    @Test
    void aSweptNetworkThatDoesNotFitTheDataIsBlamedAtItsLayer() throws IOException {
        String block = "{\"type\": \"residual\", \"layers\": [{\"type\": \"max-pooling\", \"size\": 9}]}";
        assertEquals(
                List.of(
                        "x.json:8:118: /sweep/\"/network/layers\"/1/1/layers/0: has windows of 9 x 9, for which an input of"
                                + " 4 x 6 x 6 has no room; the dataset gives 1 x 8 x 8"),
                refusals(
                        IMAGES,
                        CONVOLUTIONAL,
                        "\"sweep\": {\"/network/layers\": [[], [{\"type\": \"convolution\", \"filters\": 4, \"size\": 3}, "
                                + block + "]]}"));
    }

    @Test
    void aSweptSizeThatDoesNotFitTheDataIsBlamedWhereItStands() throws IOException {
        List<String> refusals = refusals(IMAGES, CONVOLUTIONAL, "\"sweep\": {\"/network/layers/0/size\": [3, 9]}");
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0)
                        .startsWith("x.json:8:41: /sweep/\"/network/layers/0/size\"/1: with this value of"
                                + " /network/layers/0/size, "),
                refusals.get(0));
        assertTrue(
                refusals.get(0).contains("/network/layers/0: has windows of 9 x 9, for which an input of 1 x 8 x 8"),
                refusals.get(0));
    }

    @Test
    void aPointerBesideFromThatNamesNothingIsSaidOnce() throws IOException {
        List<String> refusals = refusals("\"chip\": {\"from\": \"sidra-y10\", \"/cell/bitz\": 4}");
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(refusals.get(0).contains("no value to replace at /chip/cell/bitz"), refusals.get(0));
    }

    private static String equilibrium(String sign) {
        return "{\"rule\": {\"type\": \"equilibrium-propagation\", \"sign\": \"" + sign
                + "\"}, \"update\": {\"type\": \"nearest-level\"}, \"label\": \"" + sign + "\"}";
    }

    @Test
    void whatSeveralArmsAreRefusedForIsSaidOnce() throws IOException {
        String pepita = BP.replace("backpropagation", "pepita");
        List<String> refusals = refusals(
                IMAGES,
                CONVOLUTIONAL,
                "\"arms\": [" + BP + ", " + equilibrium("centred") + ", " + equilibrium("random") + ", " + pepita
                        + "]");
        assertEquals(2, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0)
                        .endsWith("/arms/1/rule: needs a network whose layers are all dense (/arms/2/rule and"
                                + " /arms/3/rule too)"),
                refusals.get(0));
        assertTrue(refusals.get(1).endsWith("(/arms/2/rule too)"), refusals.get(1));
    }

    @Test
    void twoArmsOfOneNameAreToldInWhatTheyDiffer() throws IOException {
        String arms = "\"arms\": [" + equilibrium("centred") + ", " + equilibrium("random") + "]";
        List<String> refusals = refusals(arms.replaceAll(", \"label\": \"\\w+\"", ""));
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0)
                        .endsWith(
                                "/arms/1: has the name of /arms/0 and differs from it in rule/sign, which a report does"
                                        + " not show: give it a \"label\" of its own"),
                refusals.get(0));
    }

    @Test
    void anArmWhoseFloatPartTakesAllEpochsIsNamed() throws IOException {
        List<String> refusals = refusals(
                "\"arms\": [" + BP + ", " + FA + "]",
                "\"effects\": {\"feedback\": {\"/arms/1/rule\": {\"type\": \"last-layer\"}}}");
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0)
                        .endsWith("/arms/1/rule: needs at least 2 training epochs, as it trains 1 in float first, but"
                                + " has 1"),
                refusals.get(0));
    }

    /** Neither another arm's epochs nor those of the experiment, which an arm with its own does not take. */
    @Test
    void anArmThatTrainsInFloatFirstIsJudgedByItsOwnEpochs() throws IOException {
        String few = BP.replace("}}", "}, \"training\": {\"epochs\": 1}}");
        assertFalse(
                planned("\"training\": {\"epochs\": 4, \"batch\": 50, \"learningRate\": 0.1}", arms(few, LAST_LAYER))
                        .isEmpty());
        String many = LAST_LAYER.replace("}}", "}, \"training\": {\"epochs\": 4}}");
        assertFalse(planned(arms(BP, many)).isEmpty());
        List<String> refusals = refusals(
                "\"training\": {\"epochs\": 4, \"batch\": 50, \"learningRate\": 0.1}",
                arms(BP, many.replace("4", "1")));
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(refusals.get(0).contains("/arms/1/rule: needs at least 2 training epochs"), refusals.get(0));
    }

    private static String arms(String one, String other) {
        return "\"arms\": [" + one + ", " + other + "]";
    }

    /** Each of these effects changes a float run too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"/training/learningRate\": 0.01",
                "\"/network/hidden\": [3]",
                "\"/arms/0/training\": {\"epochs\": 2}",
                "\"/arms/0/rule\": {\"type\": \"sign-symmetric\"}"
            })
    void anEffectThatChangesAFloatRunIsPlannedWithBothFloatRuns(String off) throws IOException {
        List<PlannedRun> runs = planned("\"arms\": [" + FA + "]", "\"effects\": {\"it\": {" + off + "}}");
        assertEquals(4, runs.stream().filter(PlannedRun::onChip).count());
        List<String> floats = runs.stream()
                .filter(run -> !run.onChip())
                .map(run -> run.arm() + run.rule() + run.point())
                .toList();
        assertTrue(floats.size() >= 3, floats.toString());
        assertEquals(floats.size(), floats.stream().distinct().count(), floats.toString());
    }

    @Test
    void anEffectThatChangesAFloatRunRuns() throws IOException {
        Path file = write("\"effects\": {\"lr\": {\"/training/learningRate\": 0.01}}");
        Program.Outcome outcome = Program.execute("run", file, "--threads", 1, "--out", folder.resolve("out"));
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(7, Files.readAllLines(folder.resolve("out/results.csv")).size());
    }

    @Test
    void effectsOfTheChipAloneLeaveFloatRunsTheirPoint() throws IOException {
        List<PlannedRun> runs = planned("\"effects\": {\"dac\": {\"/chip/forward/dac\": {\"type\": \"ideal\"}}}");
        assertEquals(
                List.of("{}"),
                runs.stream()
                        .filter(run -> !run.onChip())
                        .map(run -> run.point().toString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "sweep; {`/chip`: [`ideal`, `sidra-y10`]}",
                "effects; {`it`: {`/chip`: `ideal`}}",
                "tune; {`/chip`: [`ideal`, `sidra-y10`]}"
            },
            ignoreLeadingAndTrailingWhitespace = true)
    void companionsAreNotOverwrittenByValuesForTheWholeChip(String block, String values) throws IOException {
        List<String> refusals =
                refusals("\"companions\": [\"levels-only\"]", "\"" + block + "\": " + values.replace('`', '"'));
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(refusals.get(0).contains("gives values to the whole /chip"), refusals.get(0));
    }

    @Test
    void anArmsOwnTrainingSettingBesideAnEffectOnItIsRefused() throws IOException {
        String own = BP.replace("}}", "}, \"training\": {\"learningRate\": 0.5}}");
        List<String> refusals =
                refusals("\"arms\": [" + own + "]", "\"effects\": {\"lr\": {\"/training/learningRate\": 0.01}}");
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0)
                        .endsWith("/arms/0/training/learningRate: is set by this arm and by the effects of"
                                + " /training/learningRate: leave one of them out, or switch off"
                                + " /arms/0/training/learningRate instead"),
                refusals.get(0));
    }

    @Test
    void aPartOfATrainingSettingIsNoSettingOfAnArm() throws IOException {
        String own = BP.replace("}}", "}, \"training\": {\"optimizer/beta1\": 0.5}}");
        List<String> refusals = refusals("\"arms\": [" + own + "]");
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(
                refusals.get(0)
                        .endsWith("/arms/0/training/\"optimizer/beta1\": must be a setting of the training block, not a"
                                + " part of one: give \"optimizer\" as a whole"),
                refusals.get(0));
    }

    @Test
    void armsThatAValueOfTheSweepMakesAlikeAreRefused() throws IOException {
        List<String> refusals = refusals(
                "\"arms\": [" + BP + ", " + BP.replace("}}", "}, \"training\": {\"epochs\": 2}, \"label\": \"b\"}")
                        + ", " + FA.replace("}}", "}, \"training\": {\"epochs\": 3}}") + "]",
                "\"sweep\": {\"/arms/2/rule\": [{\"type\": \"feedback-alignment\"}, {\"type\": \"backpropagation\"}]}");
        assertEquals(1, refusals.size(), refusals.toString());
        assertTrue(refusals.get(0).contains("/arms/2: is at some points of the sweep not told from another arm"));
    }

    @Test
    void tooManyCombinationsAreBlamedOnTheBlockThatMakesMost() throws IOException {
        String arms = IntStream.range(0, 10_001)
                .mapToObj(k -> BP.replace("}}", "}, \"label\": \"a" + k + "\"}"))
                .collect(Collectors.joining(","));
        assertTrue(refusals("\"arms\": [" + arms + "]").get(0).contains("/arms: makes 10,001 combinations"));
        String rates = IntStream.range(1, 200).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertTrue(refusals("\"seeds\": 1000", "\"sweep\": {\"/training/batch\": [" + rates + "]}")
                .get(0)
                .contains("/seeds: makes 199,000 runs on a chip"));
        String pointers = IntStream.range(0, 1001)
                .mapToObj(k -> "\"/chip/p" + k + "\": [1]")
                .collect(Collectors.joining(","));
        assertTrue(refusals("\"sweep\": {" + pointers + "}").get(0).contains("makes 1,001 pointers to vary"));
    }

    @Test
    void moreLayersThanCanBeMeantAreRefused() throws IOException {
        String layers = IntStream.range(0, 1001).mapToObj(k -> "1").collect(Collectors.joining(","));
        assertTrue(refusals("\"network\": {\"hidden\": [" + layers
                        + "], \"activation\": \"tanh\", \"loss\": \"cross-entropy\"}")
                .get(0)
                .endsWith("/network/hidden: must have at most 1000 layers but has 1001"));
    }

    @Test
    void theFileTakenForANameStandsInThePlanAndAHiddenPresetIsNoted() throws IOException {
        Path file = write(
                "\"companions\": [\"levels-only\"]",
                "\"sweep\": {\"/chip/cell/device\": [\"fefet\", \"devices/ecram.json\"]}");
        Files.createDirectory(folder.resolve("chips"));
        Files.writeString(
                folder.resolve("chips/sidra-y10.json"),
                Program.resource("small/chip.json").replace("device.json", "sidra-hfo2"));
        assertEquals(
                "{/chip=chips/sidra-y10.json, /companions/0=(packaged)/chips/levels-only.json,"
                        + " /sweep/\"/chip/cell/device\"/0=(packaged)/devices/fefet.json,"
                        + " /sweep/\"/chip/cell/device\"/1=(packaged)/devices/ecram.json,"
                        + " chips/sidra-y10.json /cell/device=(packaged)/devices/sidra-hfo2.json}",
                ExperimentPlan.read(file, 0).plan().files().toString());
        Program.Outcome outcome = Program.execute("validate", file);
        assertEquals(0, outcome.code());
        assertTrue(outcome.err().contains("x.json:3: \"sidra-y10\" is the file"), outcome.err());
        assertTrue(outcome.err().contains("which hides the packaged preset of that name"), outcome.err());
    }

    @Test
    void aMisspeltPointerInSourcesIsRefusedWithTheNearest() throws IOException {
        Path experiment = Program.writeExperiment(folder);
        Program.edit(folder.resolve("chip.json"), "\"/cell/bits\"", "\"/cell/bist\"");
        for (Path file : List.of(experiment, folder.resolve("chip.json"))) {
            Program.Outcome outcome = Program.execute("validate", file);
            assertEquals(2, outcome.code());
            assertTrue(
                    outcome.err()
                            .contains("chip.json:18:15: /sources/\"/cell/bist\": is no pointer to a value; nearest:"
                                    + " /cell/bits, "),
                    outcome.err());
        }
    }

    /** Random experiments, valid or not: each is planned, or refused with places in its file; none ends otherwise. */
    @Test
    void whateverIsVariedIsPlannedOrRefused() throws IOException {
        Random random = new Random(20);
        int planned = 0;
        for (int k = 0; k < 120; k++) {
            Path file = write(RandomExperiments.parts(random));
            try {
                List<PlannedRun> runs = ExperimentPlan.read(file, 0).plan().runs();
                assertTrue(runs.stream().filter(PlannedRun::companion).allMatch(run -> run.chip()
                        .equals("levels-only")));
                planned++;
            } catch (ConfigException refused) {
                assertFalse(refused.problems().isEmpty());
                assertTrue(
                        refused.problems().stream().map(Problem::file).anyMatch(file::equals),
                        Files.readString(file) + refused.getMessage());
            }
        }
        assertTrue(planned >= 40, planned + " of 120 were planned");
    }

    /** Parts of experiments, drawn from values of which most fit together. */
    private static final class RandomExperiments {
        private static final List<String> VALUES = List.of(
                "/chip/cell/bits: 3 | 8",
                "/training/learningRate: 0.1 | 0.2",
                "/training/batch: 30 | 60",
                "/network/hidden: [3] | [2, 2]",
                "/arms/0/training: {'epochs': 2} | {'batch': 40}",
                "/arms/0/rule: {'type': 'sign-symmetric'} | {'type': 'backpropagation'}",
                "/arms/0/rule/type: 'feedback-alignment' | 'direct-feedback-alignment'",
                "/arms/0/update: {'type': 'accumulate-and-program'} | {'type': 'nearest-level'}",
                "/chip: 'ideal' | 'sidra-y10'",
                "/chip/cell/device: 'ecram' | 'devices/mtj.json'",
                "/chip/cell/device/readNoise: {'type': 'none'} | {'type': 'proportional', 'sigma': 0.02}",
                "/training/waitBeforeTest: 1 | 10");

        static String[] parts(Random random) {
            List<String> values = new ArrayList<>(VALUES);
            java.util.Collections.shuffle(values, random);
            List<String> parts = new ArrayList<>();
            parts.add("\"arms\": [" + arms(random) + "]");
            parts.add("\"sweep\": {" + lists(values.subList(0, random.nextInt(3))) + "}");
            parts.add("\"tune\": {" + lists(values.subList(3, 3 + random.nextInt(2))) + "}");
            parts.add("\"effects\": {" + effects(values.subList(5, 5 + random.nextInt(3))) + "}");
            parts.add("\"companions\": [" + (random.nextInt(3) == 0 ? "\"levels-only\"" : "") + "]");
            return parts.toArray(String[]::new);
        }

        private static String arms(Random random) {
            String own = random.nextInt(3) == 0 ? ", \"training\": {\"learningRate\": 0.3}}" : "}";
            String label = random.nextInt(3) == 0 ? ", \"label\": \"one\"}" : "}";
            String first = BP.substring(0, BP.length() - 1) + own;
            return random.nextBoolean() ? first : first + ", " + FA.substring(0, FA.length() - 1) + label;
        }

        private static String lists(List<String> values) {
            return values.stream()
                    .map(value -> pointer(value) + ": [" + String.join(", ", choices(value)) + "]")
                    .collect(Collectors.joining(", "));
        }

        private static String effects(List<String> values) {
            return values.stream()
                    .map(value -> "\"" + values.indexOf(value) + "\": {" + pointer(value) + ": "
                            + choices(value).get(0) + "}")
                    .collect(Collectors.joining(", "));
        }

        private static String pointer(String value) {
            return "\"" + value.substring(0, value.indexOf(": ")) + "\"";
        }

        private static List<String> choices(String value) {
            return List.of(
                    value.substring(value.indexOf(": ") + 2).replace('\'', '"').split(" \\| ", -1));
        }
    }
}
