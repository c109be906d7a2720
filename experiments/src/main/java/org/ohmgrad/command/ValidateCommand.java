package org.ohmgrad.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Problem;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.plan.ExperimentPlan;
import org.ohmgrad.plan.Published;
import org.ohmgrad.plan.Settings;
import org.ohmgrad.plan.TakenFiles;
import org.ohmgrad.report.text.Words;
import org.ohmgrad.tile.Chip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad validate}. */
@Command(
        name = "validate",
        description = "Checks experiment files with their data, chip files and device files, and names every mistake.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files to check.")
    private List<Path> files = List.of();

    @Mixin
    private ClassPath classPath = new ClassPath();

    @Override
    public Integer call() throws Exception {
        return classPath.during(this::checkAll);
    }

    private int checkAll() {
        Set<Problem> problems = new TreeSet<>();
        for (Path file : files) {
            try {
                check(Settings.find(file));
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        List<String> mistakes = problems.stream().map(Problem::toString).toList();
        if (mistakes.isEmpty()) {
            System.out.println(Words.count(files.size(), "file") + (files.size() == 1 ? " is" : " are") + " in order.");
            return 0;
        }
        mistakes.forEach(System.err::println);
        System.err.println(Words.count(mistakes.size(), "problem") + ".");
        return Main.BAD_INPUT;
    }

    /** What a file is, its keys tell: a chip has a cell, a device a type, published numbers are results. */
    private static void check(Path file) {
        Document document = Settings.reader().read(file);
        if (Settings.has(document, "cell")) {
            Settings.bind(document, Chip.class);
            TakenFiles.note(document.files(Chip.class));
        } else if (Settings.has(document, "type")) {
            Settings.bind(document, DeviceModel.class);
            TakenFiles.note(document.files(DeviceModel.class));
        } else if (Settings.has(document, "results")) {
            document.bind(Published.class);
        } else {
            TakenFiles.note(ExperimentPlan.checkAll(file));
        }
    }
}
