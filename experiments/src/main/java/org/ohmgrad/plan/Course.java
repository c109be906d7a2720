package org.ohmgrad.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.UpdateScheme;

/**
 * Runs that differ in their seed alone; their texts are made once.
 *
 * @param parts canonical JSON texts of everything but the seed that decides the result, by name
 * @param floatParts the same for the float training that comes first
 * @param network what learns
 * @param training how long and how fast
 * @param telemetry when gradients are compared
 * @param chip the hardware
 * @param rule how the error reaches the layers
 * @param update how a wanted change becomes new levels
 */
public record Course(
        Map<String, String> parts,
        Map<String, String> floatParts,
        NetworkSettings network,
        TrainingSettings training,
        Probing telemetry,
        Chip chip,
        LearningRule rule,
        UpdateScheme update) {
    RunSettings run(long seed) {
        String canonical = joined(parts, seed);
        return new RunSettings(
                Keys.sha256(canonical),
                canonical,
                joined(floatParts, seed),
                network,
                training,
                telemetry,
                chip,
                rule,
                update,
                seed);
    }

    private static String joined(Map<String, String> parts, long seed) {
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.put("seed", String.valueOf(seed));
        return Keys.join(all);
    }
}
