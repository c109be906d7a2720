package org.ohmgrad.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ohmgrad.report.text.Words;

/** Gathers the mistakes of a table, so that its user can mend them at once. */
public final class Mistakes {
    private static final int SHOWN = 20;

    private final List<String> found = new ArrayList<>();
    private long count;

    /** What could be read, or nothing if that was refused. */
    public <T> Optional<T> reading(Supplier<T> what) {
        try {
            return Optional.of(what.get());
        } catch (TableException e) {
            add(e);
            return Optional.empty();
        }
    }

    /** One more mistake; only the first 20 keep their words. */
    public void add(TableException mistake) {
        count++;
        if (found.size() < SHOWN) {
            found.add(String.valueOf(mistake.getMessage()));
        }
    }

    /**
     * Ends the reading if anything was refused.
     *
     * @throws TableException with a line for each mistake, for at most 20 of them
     */
    public void throwIfAny() {
        if (count > 0) {
            List<String> lines = new ArrayList<>(found);
            if (count > found.size()) {
                lines.add("and " + Words.count(count - found.size(), "more mistake"));
            }
            throw new TableException(String.join("\n", lines));
        }
    }
}
