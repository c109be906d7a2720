package org.ohmgrad.report.record;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A number that others published, and which of ours stands beside it.
 *
 * @param source who published it, where
 * @param what what they measured, in words
 * @param value what they found, in words with its unit
 * @param measure what of ours is set beside it
 * @param arm label of our arm
 * @param update update scheme of our arm
 * @param point swept pointers and JSON texts of their values, as many as tell our point from the others
 * @param differs in what ours differs and why the numbers may; may be empty
 */
public record PublishedNumber(
        String source,
        String what,
        String value,
        Measure measure,
        String arm,
        String update,
        SortedMap<String, String> point,
        String differs) {
    /** Copies. */
    public PublishedNumber {
        point = Collections.unmodifiableSortedMap(new TreeMap<>(point));
    }
}
