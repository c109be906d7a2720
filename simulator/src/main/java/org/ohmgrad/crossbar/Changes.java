package org.ohmgrad.crossbar;

import org.ohmgrad.state.Archive;

/** The weights whose cells have changed since matrices were made of them; all of them, once they are many. */
final class Changes {
    private static final int SHARE = 16;

    private final int[] changed;
    private int count;
    private boolean all = true;

    Changes(int weights) {
        changed = new int[weights / SHARE];
    }

    /** Notes a weight by its index. */
    void mark(int index) {
        if (count == changed.length) {
            all = true;
        } else {
            changed[count++] = index;
        }
    }

    void markAll() {
        all = true;
    }

    boolean areAll() {
        return all;
    }

    boolean areAny() {
        return all || count > 0;
    }

    /** How many were noted one by one. */
    int count() {
        return count;
    }

    /** Index of one of these. */
    int at(int k) {
        return changed[k];
    }

    void forget() {
        all = false;
        count = 0;
    }

    /** Keeps them. */
    void keep(Archive archive) {
        archive.keep(changed);
        count = archive.keep(count);
        all = archive.keep(all);
    }
}
