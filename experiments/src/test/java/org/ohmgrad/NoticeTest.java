package org.ohmgrad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** NOTICE names every library that a build carries. */
class NoticeTest {
    /** Beginnings of the names of jars that only tests need. */
    private static final List<String> OF_TESTS = List.of(
            "junit-",
            "opentest4j",
            "apiguardian",
            "archunit",
            "slf4j-",
            "json-schema-validator",
            "itu",
            "jackson-dataformat-yaml",
            "snakeyaml",
            "ejml-ddense",
            "ejml-dsparse",
            "surefire",
            "org.jacoco.agent");

    private static final Pattern JAR = Pattern.compile("(.*?)-[0-9][^/]*\\.jar");

    /** Names without versions of the libraries on the class path that programs need, not only tests. */
    private static Set<String> libraries() {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .map(entry -> JAR.matcher(new File(entry).getName()))
                .filter(jar -> jar.matches() && OF_TESTS.stream().noneMatch(jar.group(1)::startsWith))
                .map(jar -> jar.group(1))
                .filter(jar -> !isOurs(jar))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOurs(String jar) {
        return Files.isDirectory(Path.of("..", jar));
    }

    private static boolean isNamed(String library, String notice) {
        return Pattern.compile("(?m)^  ([a-z0-9-]+, )*" + Pattern.quote(library) + "[, \n]")
                .matcher(notice)
                .find();
    }

    @Test
    void everyLibraryThatIsBundledStandsInIt() throws IOException {
        String notice = Files.readString(Path.of("..", "NOTICE"));
        Set<String> found = libraries();
        assertTrue(found.contains("picocli"), "no libraries on the class path: " + found);
        found.removeIf(library -> isNamed(library, notice));
        assertEquals(Set.of(), found, "libraries that NOTICE does not name");
    }

    @Test
    void noNativeCodeComesWithThem() {
        assertTrue(libraries().stream().noneMatch(name -> name.contains("jline")), "jline holds native code");
    }
}
