package org.ohmgrad.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.data.Dataset;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.UpdateScheme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ohmgrad list}. */
@Command(
        name = "list",
        description = "Lists devices, chips, generations, rules, updates, datasets or experiments.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private static final Map<String, Class<?>> TYPES = new TreeMap<>(Map.of(
            "devices", DeviceModel.class,
            "rules", LearningRule.class,
            "updates", UpdateScheme.class,
            "datasets", Dataset.class));
    private static final List<String> FOLDERS = List.of("chips", "devices", "experiments", "generations");

    @Parameters(
            paramLabel = "WHAT",
            description = "devices, chips, generations (chips of which too little is known to simulate them),"
                    + " rules, updates, datasets or experiments")
    private String what = "";

    @Override
    public Integer call() {
        boolean known = TYPES.containsKey(what) || FOLDERS.contains(what);
        if (!known) {
            throw new UserException(
                    "list knows devices, chips, generations, rules, updates, datasets and experiments, not \"" + what
                            + "\"");
        }
        if (FOLDERS.contains(what)) {
            Catalogue.list(what).forEach(ListCommand::printFile);
        }
        if (TYPES.containsKey(what)) {
            TypeWords.of(TYPES.get(what)).forEach(System.out::println);
        }
        return 0;
    }

    private static void printFile(Path file) {
        System.out.println(file.subpath(1, file.getNameCount()));
    }
}
