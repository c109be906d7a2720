package org.ohmgrad.config;

/** JSON pointers (RFC 6901). */
final class Pointers {
    private Pointers() {}

    static String child(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static boolean isUnder(String pointer, String ancestor) {
        return pointer.startsWith(ancestor + "/");
    }

    static boolean isAtOrUnder(String pointer, String ancestor) {
        return pointer.equals(ancestor) || isUnder(pointer, ancestor);
    }
}
