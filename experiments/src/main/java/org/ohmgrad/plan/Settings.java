package org.ohmgrad.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.ConfigException;
import org.ohmgrad.config.ConfigReader;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Problem;
import org.ohmgrad.config.Scalar;
import org.ohmgrad.config.TakenFile;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.DiscreteLevels;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.converter.AdcRange;
import org.ohmgrad.tile.converter.CalibratedRange;
import org.ohmgrad.tile.converter.StatedRange;

/** The reader of this project's settings files. */
public final class Settings {
    private static final Scalar<ConductanceLevels> LEVELS = new Scalar<>(
            ConductanceLevels.class,
            Settings::levels,
            Settings::text,
            "{\"oneOf\": [{\"type\": \"integer\", \"minimum\": 1, \"maximum\": 10}, {\"const\": \"continuous\"}]}",
            "a whole number from 1 to 10, or \"continuous\"");

    private static final Scalar<AdcRange> RANGE = new Scalar<>(
            AdcRange.class,
            Settings::range,
            range -> Scalar.AS_SPELT,
            "{\"oneOf\": [{\"type\": \"number\", \"exclusiveMinimum\": 0}, {\"const\": \"calibrated\"}]}",
            "a number, or \"calibrated\"");

    private static final Map<Class<?>, List<String>> PRESETS = Map.of(
            Chip.class, List.of("chips", "generations"),
            DeviceModel.class, List.of("devices"));

    private Settings() {}

    /** A reader that knows every type of this project. */
    public static ConfigReader reader() {
        return new ConfigReader(List.of(LEVELS, RANGE), PRESETS);
    }

    /**
     * Where a file named on the command line is: there, or else among the presets, so that the names that
     * {@code ohmgrad list} prints work everywhere, whole or alone, as {@code quickstart}.
     *
     * @param file as the user named it
     * @return a path to read from; the same if there is no such preset either
     */
    public static Path find(Path file) {
        return find(file, List.of("experiments", "chips", "generations", "devices"));
    }

    /** The same where a chip is looked for first. */
    public static Path findChip(Path file) {
        return find(file, List.of("chips", "generations", "devices", "experiments"));
    }

    private static Path find(Path file, List<String> folders) {
        Optional<TakenFile> taken = Catalogue.find(file, folders);
        TakenFiles.note(taken.stream().toList());
        return taken.map(TakenFile::file).map(Settings::asFile).orElse(file);
    }

    /** Presets are read from the installation's folder if there is one, so that data are looked up from there. */
    private static Path asFile(Path found) {
        String home = System.getProperty("ohmgrad.home", "");
        if (!Catalogue.isPackaged(found) || home.isEmpty()) {
            return found;
        }
        Path file = Path.of(home, "configs").resolve(Catalogue.nameOf(found));
        return Files.isRegularFile(file) ? file : found;
    }

    /**
     * A chip or a device, checked with the words on where its constants come from.
     *
     * @param <T> its type
     * @return the settings
     * @throws org.ohmgrad.config.ConfigException with every mistake
     */
    public static <T> T bind(Document document, Class<T> type) {
        Document.Attempt<T> attempt = document.attempt(type);
        List<Problem> problems = new ArrayList<>(attempt.problems());
        if (attempt.settings().isPresent()) {
            problems.addAll(SourcePointers.problems(attempt.json(), attempt.problems()));
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return attempt.settings().orElseThrow();
    }

    /** Whether a document has a key at its top. */
    public static boolean has(Document document, String key) {
        return document.keys().contains(key);
    }

    private static ConductanceLevels levels(Json json) {
        if (json instanceof Json.Text text && text.value().equals("continuous")) {
            return new ContinuousLevels();
        }
        if (json instanceof Json.Decimal number && number.spelling().matches("-?\\d{1,9}")) {
            return new DiscreteLevels(Integer.parseInt(number.spelling()));
        }
        throw new IllegalArgumentException(
                "must be a whole number from 1 to 10, or \"continuous\", but is " + json.words());
    }

    private static AdcRange range(Json json) {
        if (json instanceof Json.Text text && text.value().equals("calibrated")) {
            return new CalibratedRange();
        }
        if (json instanceof Json.Decimal number) {
            float value = Float.parseFloat(number.value().toString());
            if (Float.isInfinite(value) || (value == 0 && number.value().signum() != 0)) {
                throw new IllegalArgumentException(
                        "is too " + (value == 0 ? "small" : "large") + " for a float: " + number.spelling());
            }
            return new StatedRange(value);
        }
        throw new IllegalArgumentException("must be a number, or \"calibrated\", but is " + json.words());
    }

    private static String text(ConductanceLevels levels) {
        return levels instanceof DiscreteLevels discrete ? String.valueOf(discrete.bits()) : "\"continuous\"";
    }
}
