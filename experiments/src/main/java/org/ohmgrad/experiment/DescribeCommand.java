package org.ohmgrad.experiment;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.tile.Chip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad describe}. */
@Command(
        name = "describe",
        description =
                "Prints a chip with all defaults filled in, units, where each constant comes from, and its capacity.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    private static final String DEVICE = "/cell/device";
    private static final Set<String> WORDS = Set.of("/name", "/description", DEVICE + "/description");

    @Parameters(paramLabel = "CHIP.json", description = "A chip file, or an experiment file for its chip.")
    private Path file = Path.of("");

    @Option(
            names = "--network",
            paramLabel = "EXPERIMENT.json|784-256-10",
            description =
                    "Also says whether and how a network fits onto the chip: an experiment's, or one of these widths.")
    private Optional<String> network = Optional.empty();

    @Mixin
    private ClassPath classPath = new ClassPath();

    @Override
    public Integer call() throws Exception {
        return classPath.during(this::describeFile);
    }

    private int describeFile() {
        Document document = Settings.reader().read(Settings.findChip(file));
        if (!(document.raw() instanceof Json.Table)) {
            document.bind(Chip.class);
        }
        if (!Unknowns.of(document.raw()).isEmpty()) {
            Unknowns.describe(document.raw());
        } else if (document.raw() instanceof Json.Table table && table.members().containsKey("arms")) {
            Experiment experiment = document.bind(Experiment.class);
            if (document.resolved(Experiment.class) instanceof Json.Table all
                    && all.members().get("chip") instanceof Json.Table chip) {
                describeAll(experiment.chip(), chip);
            }
        } else {
            Settings.requireKind(document, "cell", file + " is no chip file; describe takes a chip or an experiment");
            describeAll(document.bind(Chip.class), document.resolved(Chip.class));
        }
        return 0;
    }

    private void describeAll(Chip chip, Json resolved) {
        List<Integer> widths = network.map(NetworkFit::widths).orElse(List.of());
        describe(chip, resolved);
        CapacityFacts.of(chip).forEach(System.out::println);
        if (!widths.isEmpty()) {
            System.out.println();
            NetworkFit.of(chip, widths).forEach(System.out::println);
        }
    }

    private static void describe(Chip chip, Json resolved) {
        System.out.println(chip.name());
        if (!chip.description().isEmpty()) {
            System.out.println(chip.description());
        }
        System.out.println();
        rows(chip, resolved).aligned().forEach(System.out::println);
        System.out.println();
        ChipFacts.of(chip).forEach(System.out::println);
        System.out.println();
    }

    private static Rows rows(Chip chip, Json resolved) {
        Rows rows = new Rows();
        rows.add("setting", "value", "unit", "source");
        Map<String, String> sources = sources(chip);
        Units.ofChips().leaves(resolved, (pointer, value, unit) -> {
            if (!pointer.contains("/sources/") && !WORDS.contains(pointer)) {
                rows.add(pointer, plain(value), unit, sources.getOrDefault(pointer, ""));
            }
        });
        return rows;
    }

    /** The chip's own words on its constants, or else those of its device. */
    private static Map<String, String> sources(Chip chip) {
        Map<String, String> sources = new HashMap<>();
        chip.cell().device().sources().forEach((pointer, words) -> sources.put(DEVICE + pointer, words));
        sources.putAll(chip.sources());
        return sources;
    }

    static String plain(Json value) {
        if (value instanceof Json.Decimal number) {
            return ChipFacts.shown(number.value());
        }
        return value instanceof Json.Text text ? text.value() : value.canonical();
    }
}
