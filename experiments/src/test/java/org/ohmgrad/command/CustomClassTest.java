package org.ohmgrad.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.device.CustomDeviceModel;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.plan.RunSettings;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import picocli.CommandLine;

/** Rules and devices that come from a jar and have a name in JSON. */
class CustomClassTest {
    private static final String RULE = """
            package my;

            import org.ohmgrad.settings.Default;
            import org.ohmgrad.training.rule.*;

            /** Feedback alignment, or plain backpropagation. */
            public record Rule(@Default("0.5") double strength, @Default("\\"\\"") String name)
                    implements CustomLearningRule {
                @Override
                public Learner start(LearningContext context) {
                    LearningRule rule = strength > 0.5 ? new FeedbackAlignment(FeedbackPlace.DIGITAL) : new Backpropagation();
                    return rule.start(context);
                }
            }
            """;
    private static final String EXPERIMENT = """
            {"name": "own-rule",
             "dataset": {"type": "iris"},
             "network": {"hidden": [4], "activation": "sigmoid", "loss": "cross-entropy"},
             "training": {"epochs": 1, "batch": 30, "learningRate": 0.5},
             "chip": "chips/levels-only.json",
             "arms": [{"rule": {"type": "custom", "class": "my.Rule"}, "update": {"type": "nearest-level"}}],
             "sweep": {"/arms/0/rule/settings/strength": [0.25, 1]},
             "seeds": 1}
            """;

    @TempDir
    private static Path shared = Path.of("");

    private static Path jar = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private Path experiment = Path.of("");

    /** A device of two settings. */
    record Cell(double gMin, @Default("1e-4") double gMax) implements CustomDeviceModel {
        Cell {
            Check.that()
                    .rule("gMax", gMax > gMin, "must be above gMin (" + gMin + ") but is " + gMax)
                    .holds();
        }
    }

    /** A device without settings that is no record. */
    public static final class Plain implements CustomDeviceModel {
        @Override
        public double gMin() {
            return 0;
        }

        @Override
        public double gMax() {
            return 1e-3;
        }
    }

    /** Nothing can make one. */
    abstract static class Unmade implements CustomDeviceModel {}

    /** A record of which JSON has no spelling. */
    record Strange(Thread gMinThread, double gMin, double gMax) implements CustomDeviceModel {}

    /** A record that fails where it should refuse. */
    record Failing(double gMin, double gMax) implements CustomDeviceModel {
        Failing {
            if (gMin >= 0) {
                throw new UnsupportedOperationException("no cell today");
            }
        }
    }

    @BeforeAll
    static void packRule() throws IOException {
        jar = packed("rule.jar", compiled("classes", RULE));
    }

    @BeforeEach
    void writeExperiment() throws IOException {
        experiment = Files.writeString(folder.resolve("own.json"), EXPERIMENT);
    }

    private static Path compiled(String name, String source) throws IOException {
        Path classes = Files.createDirectories(shared.resolve(name));
        Path file = Files.writeString(classes.resolve("Rule.java"), source);
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-cp", path, "-d", classes.toString(), file.toString()));
        Files.delete(file);
        return classes;
    }

    private static Path packed(String name, Path classes) throws IOException {
        Path file = shared.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> contents = Files.walk(classes)) {
            for (Path each : contents.filter(Files::isRegularFile).toList()) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
                packed.write(Files.readAllBytes(each));
            }
        }
        return file;
    }

    private List<String> keys(Path classPath) throws Exception {
        ClassPath option = CommandLine.populateCommand(new ClassPath(), "--class-path", classPath.toString());
        return option.during(() -> ExperimentPlan.read(experiment, 0).runs().stream()
                .map(RunSettings::key)
                .sorted()
                .toList());
    }

    @Test
    void aRuleFromAJarIsSweptAndReported() throws IOException {
        Path out = folder.resolve("results");
        Program.Outcome outcome = Program.execute("run", experiment, "--class-path", jar, "--out", out, "--threads", 1);
        assertEquals(0, outcome.code(), outcome.err());
        List<String> rows = Files.readAllLines(out.resolve("results.csv"));
        Map<String, Long> ofRule = new TreeMap<>();
        rows.stream()
                .filter(row -> row.contains("Rule") && row.contains("levels-only"))
                .forEach(row -> ofRule.merge(row, 1L, Long::sum));
        assertEquals(2, ofRule.size(), String.join("\n", rows));
        assertTrue(Files.readString(out.resolve("records.jsonl")).contains("\\\"digest\\\":\\\""));
        assertTrue(Files.readString(out.resolve("report.md")).contains("Rule"));
    }

    /** Packing again changes times in the jar; another byte of code makes other runs. */
    @Test
    void runsOfOtherCodeHaveOtherKeys() throws Exception {
        List<String> keys = keys(jar);
        assertEquals(keys, keys(packed("again.jar", shared.resolve("classes"))));
        List<String> others = keys(packed("other.jar", compiled("other", RULE.replace("> 0.5", ">= 0.5"))));
        assertEquals(keys.size(), others.size());
        assertNotEquals(keys, others);
        // Float backpropagation knows nothing of the rule.
        assertEquals(1, keys.stream().filter(others::contains).count());
    }

    /** A component may have a name that elsewhere changes no result. */
    @Test
    void everySettingOfARuleCounts() throws Exception {
        List<String> keys = keys(jar);
        Program.edit(experiment, "\"my.Rule\"", "\"my.Rule\", \"settings\": {\"name\": \"b\"}");
        assertNotEquals(keys, keys(jar));
    }

    @Test
    void whatWasResolvedCanBeReadAgain() {
        String text = canonical(
                "{\"type\": \"custom\", \"class\": \"" + Cell.class.getName() + "\", \"settings\": {\"gMin\": 1e-6}}");
        assertTrue(text.contains("\"gMax\":0.0001"), text);
        assertEquals(text, canonical(text));
    }

    private static String canonical(String device) {
        return Settings.reader().parse(Path.of("device.json"), device).canonical(DeviceModel.class);
    }

    @Test
    void aClassWithoutSettingsIsMadeByItsConstructor() {
        DeviceModel device = device("\"class\": \"" + Plain.class.getName() + "\"");
        assertEquals(1e-3, device.gMax());
    }

    private static DeviceModel device(String members) {
        return Settings.reader()
                .parse(Path.of("device.json"), "{\"type\": \"custom\", " + members + "}")
                .bind(DeviceModel.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "->",
            value = {
                "'class': 'no.Such' -> /class: no class \"no.Such\" is on the class path: name its jar or folder with --class-path",
                "'class': 7 -> /class: must be the name of a class but is the number 7",
                "'settings': {} -> the key \"class\" is missing, which names a class that implements org.ohmgrad.device.CustomDeviceModel",
                "'class': 'java.lang.String' -> /class: must name a class that implements org.ohmgrad.device.CustomDeviceModel, but java.lang.String does not",
                "'class': 'PLACE$Unmade' -> /class: must name a record, whose components are its settings, or a class with a public constructor without arguments",
                "'class': 'PLACE$Cell', 'settings': {'gMin': 1, 'gMox': 2} -> /settings/gMox: unknown key: did you mean \"gMax\"?",
                "'class': 'PLACE$Cell', 'settings': {'gMin': 1, 'gMax': 0.5} -> /settings/gMax: must be above gMin (1.0) but is 0.5",
                "'class': 'PLACE$Cell', 'gMin': 1 -> /gMin: unknown key",
                "'class': 'PLACE$Cell', 'settings': {'gMin': 0}, 'digest': 'ab' -> /digest: must be ",
                "'class': 'PLACE$Plain', 'settings': {'gMin': 0} -> /settings/gMin: unknown key: no name is valid here",
                "'class': 'PLACE$Strange', 'settings': {'gMin': 0, 'gMax': 1} -> /settings: cannot be the settings of PLACE$Strange: IllegalArgumentException: settings cannot hold a java.lang.Thread",
                "'class': 'PLACE$Failing', 'settings': {'gMin': 0, 'gMax': 1} -> /settings: cannot be the settings of PLACE$Failing: UnsupportedOperationException: no cell today"
            })
    void whatCannotBeMadeIsRefusedInItsPlace(String members, String message) {
        String name = CustomClassTest.class.getName();
        try {
            device(members.replace('\'', '"').replace("PLACE", name));
        } catch (ConfigException e) {
            String said = String.valueOf(e.getMessage());
            assertTrue(said.contains(message.replace("PLACE", name)), said);
            return;
        }
        throw new AssertionError("not refused: " + members);
    }

    @Test
    void aClassPathThatIsNotThereIsRefused() {
        Program.Outcome outcome = Program.execute("validate", experiment, "--class-path", folder.resolve("no.jar"));
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("--class-path must name jars or folders, but there is no "), outcome.err());
    }

    @Test
    void withoutItsJarAnExperimentSaysWhatIsMissing() {
        Program.Outcome outcome = Program.execute("validate", experiment);
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("/arms/0/rule/class: no class \"my.Rule\""), outcome.err());
        assertEquals(
                0, Program.execute("validate", experiment, "--class-path", jar).code());
    }
}
