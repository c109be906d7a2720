package org.ohmgrad.run;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmgrad.plan.UserException;
import org.ohmgrad.settings.Check;

/**
 * A share of an experiment's runs, for several machines.
 *
 * @param index which share, from 1
 * @param count number of shares
 */
public record Shard(int index, int count) {
    private static final int MOST = 10_000;
    private static final Pattern WORDS = Pattern.compile("([0-9]{1,5})/([0-9]{1,5})");

    /** Refuses an index outside [1, count]. */
    public Shard {
        Check.that()
                .inRange("count", count, 1, MOST)
                .inRange("index", index, 1, Math.max(1, count))
                .holds();
    }

    /**
     * The share that a user asks for.
     *
     * @param text such as {@code 2/3}
     * @throws UserException if it is anything else
     */
    public static Shard parse(String text) {
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            int index = Integer.parseInt(words.group(1));
            int count = Integer.parseInt(words.group(2));
            if (index >= 1 && index <= count && count <= MOST) {
                return new Shard(index, count);
            }
        }
        throw new UserException(
                "--shard must be I/N with I from 1 to N, and N up to " + MOST + ", but is \"" + text + "\"");
    }

    static Shard all() {
        return new Shard(1, 1);
    }

    /** Whether the run at a position, from 0, belongs to this share. */
    boolean holds(int position) {
        return position % count == index - 1;
    }

    /** The number of runs of this share, of so many. */
    public int sizeOf(int runs) {
        return (runs + count - index) / count;
    }

    /** The records file of this share. */
    Path recordsIn(Path folder) {
        return folder.resolve(count == 1 ? "records.jsonl" : "records-" + index + "of" + count + ".jsonl");
    }
}
