package org.ohmgrad.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ohmgrad.config.Catalogue;
import org.ohmgrad.config.ConfigReader;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Scalar;
import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.device.ContinuousLevels;
import org.ohmgrad.device.DiscreteLevels;
import org.ohmgrad.tile.AdcRange;
import org.ohmgrad.tile.CalibratedRange;
import org.ohmgrad.tile.StatedRange;

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

    private Settings() {}

    /** A reader that knows every type of this project. */
    public static ConfigReader reader() {
        return new ConfigReader(List.of(LEVELS, RANGE));
    }

    /**
     * Where a file named on the command line is: there, or else among the presets, so that the names that
     * {@code ohmgrad list} prints work everywhere.
     *
     * @param file as the user named it
     * @return a path to read from; the same if there is no such preset either
     */
    static Path find(Path file) {
        if (file.isAbsolute() || Files.exists(file)) {
            return file;
        }
        Path preset = Path.of(System.getProperty("ohmgrad.home", ""), "configs").resolve(file);
        if (Files.isRegularFile(preset)) {
            return preset;
        }
        Path packaged = Catalogue.path(file.toString());
        return List.of("chips", "devices", "experiments", "generations").stream()
                        .flatMap(folder -> Catalogue.list(folder).stream())
                        .anyMatch(packaged::equals)
                ? packaged
                : file;
    }

    /** The same for a chip, which may also be named alone, as {@code sidra-y10}. */
    static Path findChip(Path file) {
        Path found = find(file);
        return List.of("chips", "generations").stream()
                .flatMap(folder -> Catalogue.list(folder).stream())
                .filter(preset -> !Files.exists(found) && preset.endsWith(file + ".json"))
                .findFirst()
                .orElse(found);
    }

    static boolean has(Document document, String key) {
        return document.raw() instanceof Json.Table table && table.members().containsKey(key);
    }

    /** Refuses a file that is a device by its looks, where a key of another kind of file was expected. */
    static void requireKind(Document document, String key, String message) {
        if (!has(document, key) && has(document, "type")) {
            throw new UserException(message);
        }
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
