package org.ohmgrad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the papers of the house name is there: classes, their members, packages, files. */
class PapersTest {
    private static final Path TOP = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("(?s)```.*?```");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Names that begin with My are those of a reader's own class. */
    private static final Pattern CLASS =
            Pattern.compile("(?<![\\w-])(?:([a-z]+)\\.)?((?!My)[A-Z][a-z]\\w*)(?:\\.(\\w+))?");

    private static final Pattern FILE =
            Pattern.compile("(?<![\\w./-])(?:\\.ci|configs|experiments|reports|simulator|device-models)/[\\w./-]+");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");
    private static final Pattern MAPPED =
            Pattern.compile("(?m)^(?:[a-z-]+/)? +(org\\.ohmgrad\\.[a-z]+|\\.[a-z]+(?: \\.[a-z]+)*) ");

    /** Every source file by the name of its class. */
    private static final Map<String, Path> SOURCES = new TreeMap<>();

    @BeforeAll
    static void find() throws IOException {
        for (String root : List.of("device-models", "simulator", "configs", "experiments", "reports")) {
            try (Stream<Path> files = Files.walk(TOP.resolve(root).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file ->
                                SOURCES.put(file.getFileName().toString().replace(".java", ""), file));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "experiments/README.md",
                "reports/gallery/README.md",
                "simulator/benchmarks/README.md"
            })
    void whateverTheyNameIsThere(String name) throws IOException {
        String paper = Files.readString(TOP.resolve(name));
        Path folder = TOP.resolve(name).resolveSibling("");
        Stream<String> links =
                found(LINK, paper).map(link -> link.group(1)).filter(link -> !Files.exists(folder.resolve(link)));
        Stream<String> code = found(CODE, BLOCK.matcher(paper).replaceAll(""))
                .map(part -> part.group(1))
                .filter(part -> !part.contains("/My") && !part.contains("/my-"))
                .flatMap(part -> Stream.concat(missingClasses(part), missingFiles(part)));
        assertEquals(List.of(), Stream.concat(links, code).toList(), "named in " + name + " and not there");
    }

    @Test
    void theMapHasEveryPackage() throws IOException {
        String map = found(BLOCK, Files.readString(TOP.resolve("CONTRIBUTING.md")))
                .findFirst()
                .orElseThrow()
                .group();
        var mapped = new TreeSet<String>();
        String top = "";
        for (String names : found(MAPPED, map).map(line -> line.group(1)).toList()) {
            top = names.startsWith("org") ? names.replace("org.ohmgrad.", "") : top;
            for (String name : names.split(" ", -1)) {
                mapped.add(name.startsWith(".") ? top + name : top);
            }
        }
        var real = SOURCES.values().stream()
                .map(file -> file.getParent().toString().replace('\\', '/'))
                .filter(place -> place.contains("/src/main/java/org/ohmgrad/"))
                .map(place -> place.replaceFirst(".*/org/ohmgrad/", "").replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        // A line may also stand above sub-packages alone.
        mapped.removeIf(name -> !real.contains(name) && real.stream().anyMatch(one -> one.startsWith(name + ".")));
        assertEquals(real, mapped);
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private static Stream<String> missingFiles(String code) {
        return found(FILE, code).map(MatchResult::group).filter(file -> !Files.exists(TOP.resolve(file)));
    }

    /** Words of a command are no classes. */
    private static Stream<String> missingClasses(String code) {
        return found(CLASS, code.replaceFirst("\\./ohmgrad .*", ""))
                .filter(name -> !isThere(name.group(1), name.group(2), name.group(3)))
                .map(MatchResult::group);
    }

    private static boolean isThere(String place, String name, String member) {
        Path file = SOURCES.get(name);
        if (file == null) {
            return isOfJava(place, name);
        }
        boolean isPlaced = Optional.ofNullable(place)
                .map(folder -> file.getParent().endsWith(folder))
                .orElse(true);
        return isPlaced
                && (member == null
                        || Pattern.compile("\\b" + member + "\\b")
                                .matcher(text(file))
                                .find());
    }

    private static boolean isOfJava(String place, String name) {
        try {
            Class.forName("java." + Optional.ofNullable(place).orElse("lang") + "." + name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
