package org.ohmgrad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher beside a Java and a Maven that only say that they were called. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "ohmgrad").toAbsolutePath();
    private static final List<String> TOOLS = List.of(
            "cat",
            "cksum",
            "dirname",
            "find",
            "head",
            "ln",
            "mkdir",
            "mv",
            "ps",
            "readlink",
            "rm",
            "sed",
            "sort",
            "touch");
    private static final long DEADLINE_SECONDS = 60;
    private static final String JAVA = "#!/bin/sh\necho \"java ran: $*\"\n";
    /** Builds nothing into the folder that it is told. */
    private static final String MAVEN = """
            #!/bin/sh
            echo built >>"$PWD/maven-ran"
            for word; do
                case $word in -Dohmgrad.lib=*) mkdir -p "${word#*=}" ;; esac
            done
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    /**
     * What the launcher did.
     *
     * @param code exit code
     * @param out what it wrote to standard output and error
     */
    private record Outcome(int code, String out) {}

    @BeforeEach
    void install() throws IOException {
        home = install(folder.resolve("home"));
        program(folder.resolve("jdk/bin/java"), JAVA);
        program(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        program(folder.resolve("maven/mvn"), MAVEN);
    }

    private static Path install(Path place) throws IOException {
        for (String source : List.of("pom.xml", "experiments/src/main/A.java", "configs/chips/a.json")) {
            Path file = place.resolve(source);
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, source);
        }
        Files.copy(LAUNCHER, place.resolve("ohmgrad"));
        return place;
    }

    private static void program(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
        assertTrue(file.toFile().setExecutable(true));
    }

    private Outcome start(String... words) throws IOException, InterruptedException {
        return start(Map.of(), words);
    }

    private Outcome start(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("ohmgrad").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", folder.resolve("maven") + ":/usr/bin:/bin");
        builder.environment().putAll(environment);
        Path out = folder.resolve("out.txt");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS);
        String said = Files.readString(out, StandardCharsets.UTF_8);
        if (!ended) {
            process.destroyForcibly();
        }
        assertTrue(ended, "the launcher waits: " + said);
        return new Outcome(process.exitValue(), said);
    }

    private void assertRuns(Outcome outcome, int builds) throws IOException {
        assertEquals(0, outcome.code(), outcome.out());
        assertTrue(outcome.out().contains("java ran: "), outcome.out());
        assertEquals(builds, builds(), outcome.out());
    }

    private int builds() throws IOException {
        Path ran = home.resolve("maven-ran");
        return Files.exists(ran) ? Files.readAllLines(ran).size() : 0;
    }

    private Path state() {
        return home.resolve("experiments/target/ohmgrad");
    }

    /** A path to all that the launcher needs besides Maven. */
    private Map<String, String> withoutMaven() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            program(tools.resolve(tool), "#!/bin/sh\nPATH=/usr/bin:/bin exec " + tool + " \"$@\"\n");
        }
        return Map.of("PATH", tools.toString());
    }

    /** All sources look newer than the build, as those of a copied tree may. */
    private void renew() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(path -> !path.startsWith(state())).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
            }
        }
    }

    /** A file where a folder should be cannot be written into even by an administrator. */
    private void writeProtect() throws IOException {
        Path users = state().resolve(
                        Files.readString(state().resolve("current")).strip())
                .resolve("users");
        try (Stream<Path> marks = Files.list(users)) {
            for (Path mark : marks.toList()) {
                Files.delete(mark);
            }
        }
        Files.delete(users);
        Files.writeString(users, "");
    }

    @Test
    void itIsBuiltOnceAndThenStarted() throws IOException, InterruptedException {
        assertRuns(start("list"), 1);
        assertRuns(start("list"), 1);
        assertFalse(Files.isSymbolicLink(state().resolve("lock")));
    }

    @Test
    void newTimesAloneAreNoReasonToBuild() throws IOException, InterruptedException {
        assertRuns(start("list"), 1);
        renew();
        assertRuns(start(withoutMaven(), "list"), 1);
    }

    @Test
    void newContentsAreAReasonToBuild() throws IOException, InterruptedException {
        assertRuns(start("list"), 1);
        Files.writeString(home.resolve("configs/chips/a.json"), "other contents");
        renew();
        assertRuns(start("list"), 2);
        Files.writeString(home.resolve("configs/chips/b.json"), "one more");
        renew();
        assertRuns(start("list"), 3);
    }

    @Test
    void whatIsBuiltRunsWhereItCannotBeBuiltAnew() throws IOException, InterruptedException {
        Outcome unbuilt = start(withoutMaven(), "list");
        assertEquals(2, unbuilt.code());
        assertTrue(
                unbuilt.out().startsWith("ohmgrad: must be built from its sources, but there is no mvn"),
                unbuilt.out());
        assertRuns(start("list"), 1);
        Files.writeString(home.resolve("pom.xml"), "other contents");
        renew();
        Outcome old = start(withoutMaven(), "list");
        assertRuns(old, 1);
        assertTrue(old.out().contains("Note: Ohmgrad's sources have changed since it was built."), old.out());
        Files.delete(home.resolve("experiments/src/main/A.java"));
        Files.delete(home.resolve("experiments/src/main"));
        Outcome bare = start("list");
        assertRuns(bare, 1);
        assertFalse(bare.out().contains("Note"), bare.out());
    }

    @Test
    void aReadOnlyInstallationRuns() throws IOException, InterruptedException {
        assertRuns(start("list"), 1);
        writeProtect();
        assertRuns(start("list"), 1);
    }

    @Test
    void whereCdLooksElsewhereTheInstallationIsFound() throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("CDPATH", folder.toString());
        home = Path.of("home");
        Outcome outcome = start(environment, "list");
        home = folder.resolve(home);
        assertRuns(outcome, 1);
        try (Stream<Path> places = Files.list(folder)) {
            assertTrue(
                    places.noneMatch(place -> place.toString().contains("\n")),
                    "a folder with a line feed in its name");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "-dash", "line\nfeed", "end\n", "$(dollar)*", "it's"})
    void aFolderMayHaveAnyNameWithoutAColon(String name) throws IOException, InterruptedException {
        home = install(folder.resolve(name));
        assertRuns(start("list"), 1);
    }

    @Test
    void aColonInTheFolderIsNamed() throws IOException, InterruptedException {
        home = install(folder.resolve("one:two"));
        Outcome outcome = start("list");
        assertEquals(2, outcome.code());
        assertTrue(outcome.out().contains("please move Ohmgrad to a folder without one: "), outcome.out());
        assertEquals(0, builds());
    }

    @Test
    void aLockOfAProcessThatIsGoneIsTakenEvenIfItsNumberLivesAgain() throws IOException, InterruptedException {
        Files.createDirectories(state());
        String here = String.valueOf(ProcessHandle.current().pid());
        Files.createSymbolicLink(state().resolve("lock"), Path.of(here + " 12345"));
        assertRuns(start("list"), 1);
        Files.writeString(home.resolve("pom.xml"), "other contents");
        renew();
        Files.createSymbolicLink(state().resolve("lock"), Path.of("999999999"));
        assertRuns(start("list"), 2);
    }

    @Test
    void theVectorModuleIsNotNamedWhereJavaWouldWarnOfIt() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\nMODULES=\"java.base jdk.incubator.vector\"\n");
        String known = start("run", "x.json").out();
        assertTrue(known.contains("--add-exports=java.base/jdk.internal.module=ALL-UNNAMED"), known);
        assertFalse(known.contains("--add-modules"), known);
        Files.writeString(
                folder.resolve("jdk/release"), "JAVA_VERSION=\"99\"\nMODULES=\"java.base jdk.incubator.vector\"\n");
        String later = start("run", "x.json").out();
        assertTrue(later.contains("--add-modules jdk.incubator.vector"), later);
    }
}
