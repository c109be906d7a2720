package org.ohmgrad.experiment;

import java.util.List;
import org.ohmgrad.config.ConfigReader;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Scalar;
import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.device.ContinuousLevels;
import org.ohmgrad.device.DiscreteLevels;

/** The reader of this project's settings files. */
public final class Settings {
    private static final Scalar<ConductanceLevels> LEVELS = new Scalar<>(
            ConductanceLevels.class,
            Settings::levels,
            Settings::text,
            "{\"oneOf\": [{\"type\": \"integer\", \"minimum\": 2, \"maximum\": 10}, {\"const\": \"continuous\"}]}",
            "a whole number from 2 to 10, or \"continuous\"");

    private Settings() {}

    /** A reader that knows every type of this project. */
    public static ConfigReader reader() {
        return new ConfigReader(List.of(LEVELS));
    }

    private static ConductanceLevels levels(Json json) {
        if (json instanceof Json.Text text && text.value().equals("continuous")) {
            return new ContinuousLevels();
        }
        if (json instanceof Json.Decimal number && number.spelling().matches("-?\\d{1,9}")) {
            return new DiscreteLevels(Integer.parseInt(number.spelling()));
        }
        throw new IllegalArgumentException(
                "must be a whole number from 2 to 10, or \"continuous\", but is " + json.words());
    }

    private static String text(ConductanceLevels levels) {
        return levels instanceof DiscreteLevels discrete ? String.valueOf(discrete.bits()) : "\"continuous\"";
    }
}
