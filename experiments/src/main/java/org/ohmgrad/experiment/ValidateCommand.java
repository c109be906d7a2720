package org.ohmgrad.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Problem;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.tile.Chip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad validate}. */
@Command(
        name = "validate",
        description = "Checks experiment, chip and device files and names every mistake.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to check.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                check(file);
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        System.out.println(files.size() == 1 ? "1 file is in order." : files.size() + " files are in order.");
        return 0;
    }

    /** A file with arms is an experiment, one with a cell a chip, and anything else a device. */
    private static void check(Path file) {
        Document document = Settings.reader().read(file);
        Json json = document.raw();
        if (has(json, "cell")) {
            document.bind(Chip.class);
        } else if (has(json, "type")) {
            document.bind(DeviceModel.class);
        } else {
            ExperimentPlan.check(file);
        }
    }

    private static boolean has(Json json, String key) {
        return json instanceof Json.Table table && table.members().containsKey(key);
    }
}
