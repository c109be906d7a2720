package org.ohmgrad.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.TakenFile;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.plan.Experiment;
import org.ohmgrad.plan.PlannedNetwork;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.plan.TakenFiles;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.tile.Chip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad describe}. */
@Command(
        name = "describe",
        description =
                "Prints a chip or a device with all defaults filled in, units, where each constant comes from, and what follows.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    private static final String DEVICE = "/cell/device";
    private static final Set<String> WORDS = Set.of("/name", "/description", DEVICE + "/description");

    @Parameters(
            paramLabel = "FILE.json",
            description = "A chip file, an experiment file for its chip, or a device file.")
    private Path file = Path.of("");

    @Option(
            names = "--network",
            paramLabel = "EXPERIMENT.json|784-256-10",
            description =
                    "Also says whether and how a network fits onto the chip: those of an experiment, or one of these widths.")
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
                describeAll(experiment.chip(), chip, files(document, document.part(written(table, "chip"))));
            }
        } else if (Settings.has(document, "type") && !Settings.has(document, "cell")) {
            describeDevice(Settings.bind(document, DeviceModel.class), document.resolved(DeviceModel.class));
        } else {
            Chip chip = Settings.bind(document, Chip.class);
            describeAll(chip, document.resolved(Chip.class), files(document, document));
        }
        return 0;
    }

    private static Json written(Json.Table table, String key) {
        return Optional.ofNullable(table.members().get(key)).orElse(table);
    }

    /** Where the parts come from that are named and not written out. */
    private static List<String> files(Document root, Document chip) {
        List<TakenFile> taken = chip.files(Chip.class);
        TakenFiles.note(taken);
        List<String> files = new ArrayList<>();
        TakenFiles.texts(root.raw().place().file(), taken)
                .forEach((where, file) -> files.add("File taken for " + where + ": " + file));
        return files;
    }

    private void describeAll(Chip chip, Json resolved, List<String> files) {
        List<PlannedNetwork> networks = network.map(NetworkFit::networks).orElse(List.of());
        describe(chip, resolved, files);
        CapacityFacts.of(chip).forEach(System.out::println);
        for (PlannedNetwork each : networks) {
            System.out.println();
            NetworkFit.of(chip, each).forEach(System.out::println);
        }
    }

    private void describeDevice(DeviceModel device, Json resolved) {
        if (network.isPresent()) {
            throw new UserException("--network asks whether a network fits onto a chip, but " + file + " is a device");
        }
        heading(String.valueOf(file), text(resolved, "description"), List.of());
        print(rows(Units.ofDevices(), resolved, device.sources(), Set.of("/description")));
        DeviceFacts.of(device).forEach(System.out::println);
    }

    private static String text(Json json, String name) {
        return json instanceof Json.Table table && table.members().get(name) instanceof Json.Text text
                ? text.value()
                : "";
    }

    private static void describe(Chip chip, Json resolved, List<String> files) {
        heading(chip.name(), chip.description(), files);
        print(rows(Units.ofChips(), resolved, sources(chip), WORDS));
        ChipFacts.of(chip).forEach(System.out::println);
        System.out.println();
    }

    private static void heading(String name, String description, List<String> files) {
        System.out.println(name);
        if (!description.isEmpty()) {
            System.out.println(description);
        }
        files.forEach(System.out::println);
        System.out.println();
    }

    private static void print(Rows rows) {
        rows.aligned().forEach(System.out::println);
        System.out.println();
    }

    private static Rows rows(Units units, Json resolved, Map<String, String> sources, Set<String> words) {
        Rows rows = new Rows();
        rows.add("setting", "value", "unit", "source");
        units.leaves(resolved, (pointer, value, unit) -> {
            if (!pointer.contains("/sources/") && !words.contains(pointer)) {
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
