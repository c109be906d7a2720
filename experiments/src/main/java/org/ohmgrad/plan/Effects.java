package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmgrad.config.Json;
import org.ohmgrad.report.record.EffectSetting;

/** Effects that can be switched off: what is tried is all, none, each alone, and all but each. */
final class Effects {
    private Effects() {}

    /**
     * One combination.
     *
     * @param setting which effects are on
     * @param off pointer to the value that switches an effect off, of all effects that are off
     */
    record Choice(EffectSetting setting, Map<String, Json> off) {}

    /** All combinations; one without anything switched off if no effects are named. */
    static List<Choice> choices(Map<String, Map<String, Json>> effects) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(EffectSetting.all(), Map.of()));
        if (!effects.isEmpty()) {
            choices.add(new Choice(EffectSetting.none(), off(effects, List.copyOf(effects.keySet()))));
        }
        for (String name : effects.keySet()) {
            choices.add(new Choice(EffectSetting.without(name), off(effects, List.of(name))));
        }
        for (String name : effects.keySet()) {
            var others = effects.keySet().stream()
                    .filter(other -> !other.equals(name))
                    .toList();
            choices.add(new Choice(EffectSetting.only(name), off(effects, others)));
        }
        return choices;
    }

    /** How many combinations so many effects have. */
    static int choices(int effects) {
        return effects == 0 ? 1 : 2 + 2 * effects;
    }

    private static Map<String, Json> off(Map<String, Map<String, Json>> effects, List<String> names) {
        var off = new LinkedHashMap<String, Json>();
        names.forEach(name -> off.putAll(effects.getOrDefault(name, Map.of())));
        return off;
    }

    /** All pointers of all effects. */
    static List<String> pointers(Map<String, Map<String, Json>> effects) {
        return effects.values().stream().flatMap(off -> off.keySet().stream()).toList();
    }
}
