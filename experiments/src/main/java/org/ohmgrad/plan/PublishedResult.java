package org.ohmgrad.plan;

import java.util.Map;
import org.ohmgrad.config.Json;
import org.ohmgrad.report.record.Measure;
import org.ohmgrad.settings.Default;

/**
 * One published number, and which of ours stands beside it.
 *
 * @param what what they measured, in words
 * @param value what they found, in words with its unit
 * @param measure what of ours is set beside it
 * @param arm label of our arm
 * @param update update scheme of our arm; may be left out where one arm alone has the label
 * @param at swept JSON pointers and the values they have at our point, as many as tell it from the others
 * @param differs in what ours differs, and why the numbers may
 */
public record PublishedResult(
        String what,
        String value,
        Measure measure,
        String arm,
        @Default("\"\"") String update,
        @Default("{}") Map<String, Json> at,
        @Default("\"\"") String differs) {
    /** Whether a variant is the one meant. */
    boolean isOf(Variant variant) {
        return !variant.companion()
                && variant.label().equals(arm)
                && (update.isEmpty() || variant.updateName().equals(update))
                && at.entrySet().stream().allMatch(each -> has(variant, each.getKey(), each.getValue()));
    }

    private static boolean has(Variant variant, String pointer, Json value) {
        Json there = variant.point().get(pointer);
        return there != null && there.canonical().equals(value.canonical());
    }
}
