package org.ohmgrad.crossbar;

/** Differences in plain loops. */
final class PlainDifferences implements Differences {
    @Override
    public int next(float[] wanted, float[] old, int from, int k, int count) {
        int at = k;
        while (at < count && wanted[at] == old[from + at]) {
            at++;
        }
        return at;
    }

    @Override
    public int count(float[] wanted, float[] old, int from, int count) {
        return count(wanted, old, from, 0, count);
    }

    static int count(float[] wanted, float[] old, int from, int start, int count) {
        int found = 0;
        for (int k = start; k < count; k++) {
            found += wanted[k] != old[from + k] ? 1 : 0;
        }
        return found;
    }
}
