package org.ohmgrad.data;

import java.util.Locale;

/** Room for inputs, refused in words before Java runs out of it. */
final class Memory {
    private static final long MOST_NUMBERS = Integer.MAX_VALUE - 8L;
    /** What reading itself takes. */
    private static final long RESERVE = 1L << 25;

    private Memory() {}

    /**
     * Refuses what cannot be held.
     *
     * @param numbers how many floats
     */
    static void require(long numbers) {
        long most = Math.max(0, Runtime.getRuntime().maxMemory() - RESERVE) / Float.BYTES;
        if (numbers > Math.min(most, MOST_NUMBERS)) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "the data has %,d numbers, which take %.1f GiB as inputs; at most %.1f GiB are used for them, and Java may use"
                            + " %.1f GiB in all: take fewer examples, or a larger heap, as with JDK_JAVA_OPTIONS=-Xmx16g",
                    numbers,
                    numbers * 4 / 0x1p30,
                    MOST_NUMBERS * 4 / 0x1p30,
                    Runtime.getRuntime().maxMemory() / 0x1p30));
        }
    }
}
