package org.ohmgrad;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of the house: who may see whom, and what no one may use. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("org.ohmgrad");

    /** Every package, and the packages of the house that it may see. A new package is entered here first. */
    private static final Map<String, List<String>> SEES = Map.ofEntries(
            Map.entry("settings", List.of()),
            Map.entry("arithmetic", List.of()),
            Map.entry("device", List.of("settings", "arithmetic")),
            Map.entry("linalg", List.of()),
            Map.entry("state", List.of()),
            Map.entry("random", List.of("arithmetic", "linalg")),
            Map.entry("crossbar", List.of("settings", "arithmetic", "device", "linalg", "random", "state")),
            Map.entry("tile", List.of("settings", "arithmetic", "device", "linalg", "random", "state", "crossbar")),
            Map.entry(
                    "network",
                    List.of("settings", "arithmetic", "device", "linalg", "random", "state", "crossbar", "tile")),
            Map.entry(
                    "training",
                    List.of(
                            "settings",
                            "arithmetic",
                            "device",
                            "linalg",
                            "random",
                            "state",
                            "crossbar",
                            "tile",
                            "network")),
            Map.entry(
                    "config",
                    List.of(
                            "settings",
                            "arithmetic",
                            "device",
                            "linalg",
                            "random",
                            "crossbar",
                            "tile",
                            "network",
                            "training")),
            Map.entry("report.text", List.of()),
            Map.entry("report.record", List.of("report.text")),
            Map.entry("report.chart", List.of("report.text", "report.record")),
            Map.entry("report.result", List.of("report.text", "report.record", "report.chart")),
            Map.entry("report.figure", List.of("report.text", "report.record", "report.chart", "report.result")),
            Map.entry(
                    "report.page",
                    List.of("report.text", "report.record", "report.chart", "report.result", "report.figure")),
            Map.entry("table", List.of("report.text")),
            Map.entry("circuit", List.of("crossbar", "report.text", "report.chart", "table")),
            Map.entry("fit", List.of("arithmetic", "device", "random", "report.text", "table")),
            Map.entry("verify", List.of("config", "device", "random", "crossbar", "tile", "network", "training")),
            Map.entry(
                    "data",
                    List.of("settings", "arithmetic", "linalg", "random", "network", "config", "report.text", "table")),
            Map.entry(
                    "experiment",
                    List.of(
                            "settings",
                            "arithmetic",
                            "device",
                            "linalg",
                            "random",
                            "state",
                            "crossbar",
                            "tile",
                            "network",
                            "training",
                            "config",
                            "report.text",
                            "report.record",
                            "report.chart",
                            "report.page",
                            "data",
                            "circuit",
                            "verify",
                            "table",
                            "fit")));

    static Stream<String> packages() {
        return SEES.keySet().stream().sorted();
    }

    /** Packages whose results are the same bits on every machine. */
    static Stream<String> sameBitsPackages() {
        return Stream.of(
                "arithmetic", "device", "linalg", "random", "state", "crossbar", "tile", "network", "training");
    }

    @Test
    void everyPackageIsOnTheMap() {
        var found = HOUSE.stream()
                .map(type -> type.getPackageName().replaceFirst("^org\\.ohmgrad\\.?", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(SEES.keySet());
        assertEquals(new TreeSet<>(), found, "packages that are not on the map");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageSeesOnlyWhatTheMapAllows(String name) {
        var allowed = Stream.concat(Stream.of(name), SEES.get(name).stream())
                .map(ArchitectureTest::in)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat(resideInAPackage("org.ohmgrad..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.ohmgrad.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void aDeviceIsPhysicsOnly() {
        classes()
                .that()
                .resideInAnyPackage(in("device"), in("settings"), in("arithmetic"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..", "java.util..", "org.jspecify..", in("device"), in("settings"), in("arithmetic"))
                .check(HOUSE);
    }

    @Test
    void onlySettingsFilesAndRecordsTouchJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("config"), in("report.record"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "tools.jackson..")
                .check(HOUSE);
    }

    @Test
    void chanceComesFromCountedDrawsAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocalRandom.class)
                .orShould()
                .accessTargetWhere(method(Math.class, "random"))
                .orShould()
                .accessTargetWhere(method(StrictMath.class, "random"))
                .orShould()
                .accessTargetWhere(method(Collections.class, "shuffle"))
                .check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("sameBitsPackages")
    void onlyExactlyRoundedFunctionsOfMathAreUsed(String name) {
        noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .accessTargetWhere(method(
                        Math.class, "exp|expm1|log|log1p|log10|pow|cbrt|hypot|a?sin|a?cos|a?tan|atan2|sinh|cosh|tanh"))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    /** One package, without those inside it. */
    private static String in(String name) {
        return "org.ohmgrad." + name;
    }

    private static DescribedPredicate<JavaClass> named(String className) {
        return describe(className, type -> type.getName().equals(className));
    }

    private static DescribedPredicate<JavaAccess<?>> method(Class<?> owner, String names) {
        return target(owner(named(owner.getName())))
                .and(target(nameMatching(names)))
                .as("%s.%s", owner.getSimpleName(), names);
    }
}
