package org.ohmgrad.report;

import java.util.List;

/** Names and lists as they stand in sentences. */
final class Words {
    private Words() {}

    /** The name of a rule, an arm or an update scheme. */
    static String of(String name) {
        return name.replace('-', ' ').replace("kolen pollack", "Kolen-Pollack");
    }

    /** Such as {@code a, b and c}. */
    static String listed(List<String> items) {
        int last = items.size() - 1;
        return last <= 0
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** Such as {@code 1 seed} and {@code 5 seeds}. */
    static String count(long number, String what) {
        return Quantities.count(number) + " " + what + (number == 1 ? "" : "s");
    }
}
