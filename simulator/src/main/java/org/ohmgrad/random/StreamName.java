package org.ohmgrad.random;

import java.nio.charset.StandardCharsets;

/**
 * The 64 key bits of a stream's name: FNV-1a over its UTF-8 bytes (G. Fowler, L. C. Noll, K.-P. Vo), then a
 * mixer of shifts and odd factors (the finaliser of SplitMix64: G. L. Steele, D. Lea, C. H. Flood, OOPSLA
 * 2014, in the variant 13 of D. Stafford) so that names differing in one letter differ in half of the bits.
 */
final class StreamName {
    private StreamName() {}

    static long key(String name) {
        return mixed(fnv1a(name));
    }

    static long fnv1a(String name) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mixed(long hash) {
        long x = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
