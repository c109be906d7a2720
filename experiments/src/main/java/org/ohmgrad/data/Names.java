package org.ohmgrad.data;

import java.util.List;
import java.util.Locale;

/** Lists of names in sentences. */
final class Names {
    private static final int LISTED = 100;

    private Names() {}

    /** The names; of very many the first and how many follow. */
    static String listed(List<String> names) {
        return names.size() <= LISTED
                ? String.join(", ", names)
                : String.format(
                        Locale.ROOT,
                        "%s and %,d more",
                        String.join(", ", names.subList(0, LISTED)),
                        names.size() - LISTED);
    }
}
