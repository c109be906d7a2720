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

    /** Every package, and those that it may see, with what lies in them. A new package is entered here first. */
    private static final Map<String, List<String>> SEES = """
            settings:
            arithmetic:
            device.law: settings arithmetic
            device.pulse: settings arithmetic device.law
            device: settings arithmetic device.law device.pulse
            linalg:
            state:
            random: arithmetic linalg
            circuit: settings linalg state
            crossbar.plane: arithmetic device linalg random state
            crossbar.wires: settings linalg state circuit crossbar.plane
            crossbar: settings arithmetic device linalg random state crossbar.plane crossbar.wires
            tile.converter: settings linalg random state
            tile.correction: settings linalg random state crossbar
            tile: settings arithmetic device linalg random state crossbar tile.converter tile.correction
            network: settings arithmetic device linalg random state crossbar tile
            training.gradient: settings linalg tile network
            training.optimizer: settings arithmetic
            training.update: settings device linalg random state crossbar tile training.gradient training.optimizer
            training.rule: settings linalg random state tile network \
            training.gradient training.optimizer training.update
            training: settings random state crossbar tile network \
            training.gradient training.optimizer training.rule training.update
            config: settings arithmetic device linalg random crossbar tile network training
            report.text:
            report.record: report.text
            report.chart: report.text report.record
            report.result: report.text report.record report.chart
            report.figure: report.text report.record report.chart report.result
            report.page: report.text report.record report.chart report.result report.figure
            table: report.text
            solve: circuit crossbar report.text report.chart table
            fit: arithmetic device random report.text table
            verify: config device random circuit crossbar tile network training
            data: settings arithmetic linalg random network config report.text table
            plan: settings arithmetic device linalg random crossbar tile network training config report data
            run: settings arithmetic device linalg random state circuit crossbar tile network training config report data plan
            experiment: settings device random tile network training config report data plan run
            command: settings arithmetic device linalg random state circuit crossbar tile network training config \
            report data solve verify table fit plan run experiment
            """.lines().map(line -> line.split(":")).collect(
            Collectors.toMap(
                    line -> line[0],
                    line -> line.length == 1
                            ? List.of()
                            : List.of(line[1].strip().split(" +"))));

    static Stream<String> packages() {
        return SEES.keySet().stream().sorted();
    }

    /** Packages whose results are the same bits on every machine. */
    static Stream<String> sameBitsPackages() {
        return Stream.of(
                "arithmetic",
                "device",
                "linalg",
                "random",
                "state",
                "circuit",
                "crossbar",
                "tile",
                "network",
                "training");
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
        var allowed = Stream.concat(
                        Stream.of(itself(name)), SEES.get(name).stream().map(ArchitectureTest::in))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(itself(name))
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
        String[] physics = {in("device"), in("settings"), in("arithmetic")};
        classes()
                .that()
                .resideInAnyPackage(physics)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java.lang..", "java.util..", "org.jspecify..")
                        .or(resideInAnyPackage(physics)))
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

    private static String itself(String name) {
        return "org.ohmgrad." + name;
    }

    private static String in(String name) {
        return "org.ohmgrad." + name + "..";
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
