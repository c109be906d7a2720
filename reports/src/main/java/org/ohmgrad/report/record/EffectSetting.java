package org.ohmgrad.report.record;

import java.util.Optional;

/**
 * Which of an experiment's effects are on at a point: all, none, all but one, or one alone.
 *
 * @param words as they stand in results and on axes
 */
public record EffectSetting(String words) {
    /** Stands in a point where the pointers of a sweep stand. */
    public static final String POINTER = "/effects";

    private static final String WITHOUT = "without ";
    private static final String ONLY = "only ";

    /** {@return all effects} */
    public static EffectSetting all() {
        return new EffectSetting("all");
    }

    /** {@return no effect} */
    public static EffectSetting none() {
        return new EffectSetting("none");
    }

    /**
     * All but one.
     *
     * @param effect its name
     * @return the setting
     */
    public static EffectSetting without(String effect) {
        return new EffectSetting(WITHOUT + effect);
    }

    /**
     * One alone.
     *
     * @param effect its name
     * @return the setting
     */
    public static EffectSetting only(String effect) {
        return new EffectSetting(ONLY + effect);
    }

    /** The effect that alone is on, if it is so. */
    public Optional<String> alone() {
        return words.startsWith(ONLY) ? Optional.of(words.substring(ONLY.length())) : Optional.empty();
    }

    /** The JSON text that stands in a point. */
    public String text() {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
