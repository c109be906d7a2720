package org.ohmgrad.data;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.ohmgrad.table.Source;

/** Paths in settings. */
final class Locations {
    private Locations() {}

    /** The absolute path that a setting means. */
    static Path of(Path base, String component, String path) {
        try {
            return base.resolve(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new DataException(
                    "the dataset's " + component + " \"" + Source.shown(path) + "\" is not a path on this system", e);
        }
    }
}
