package org.ohmgrad.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ohmgrad.config.Json;
import org.ohmgrad.tile.Chip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad describe}. */
@Command(
        name = "describe",
        description = "Prints a chip with all defaults filled in, and where each constant comes from.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CHIP.json", description = "A chip file.")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        var document = Settings.reader().read(file);
        Chip chip = document.bind(Chip.class);
        System.out.println(chip.name() + (chip.description().isEmpty() ? "" : ": " + chip.description()));
        Map<String, String> values = new LinkedHashMap<>();
        collect("", document.resolved(Chip.class), values);
        values.forEach((pointer, value) -> System.out.printf(
                "  %-44s %-14s %s%n", pointer, value, chip.sources().getOrDefault(pointer, "")));
        return 0;
    }

    private static void collect(String pointer, Json json, Map<String, String> values) {
        if (json instanceof Json.Table table) {
            table.members().forEach((name, value) -> {
                if (!name.equals("sources")) {
                    collect(pointer + "/" + name, value, values);
                }
            });
        } else {
            values.put(pointer, json.canonical());
        }
    }
}
