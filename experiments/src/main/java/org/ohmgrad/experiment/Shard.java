package org.ohmgrad.experiment;

import java.nio.file.Path;
import org.ohmgrad.settings.Check;

/**
 * A share of an experiment's runs, for several machines.
 *
 * @param index which share, from 1
 * @param count number of shares
 */
record Shard(int index, int count) {
    /** Refuses an index outside [1, count]. */
    Shard {
        Check.that()
                .inRange("count", count, 1, 10_000)
                .inRange("index", index, 1, Math.max(1, count))
                .holds();
    }

    static Shard all() {
        return new Shard(1, 1);
    }

    /** Whether the run at a position, from 0, belongs to this share. */
    boolean holds(int position) {
        return position % count == index - 1;
    }

    /** The records file of this share. */
    Path recordsIn(Path folder) {
        return folder.resolve(count == 1 ? "records.jsonl" : "records-" + index + "of" + count + ".jsonl");
    }
}
