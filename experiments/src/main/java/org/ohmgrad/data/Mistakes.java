package org.ohmgrad.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers all mistakes of a table, so that its user can mend them at once. */
final class Mistakes {
    private static final int SHOWN = 20;

    private final List<String> found = new ArrayList<>();

    /** What could be read, or nothing if that was refused. */
    <T> Optional<T> reading(Supplier<T> what) {
        try {
            return Optional.of(what.get());
        } catch (DataException e) {
            found.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /**
     * Ends the reading if anything was refused.
     *
     * @throws DataException with a line for each mistake, for at most 20 of them
     */
    void throwIfAny() {
        if (!found.isEmpty()) {
            List<String> lines = new ArrayList<>(found.subList(0, Math.min(SHOWN, found.size())));
            if (found.size() > SHOWN) {
                lines.add("and " + (found.size() - SHOWN) + " more mistakes");
            }
            throw new DataException(String.join("\n", lines));
        }
    }
}
