package org.ohmgrad.plan;

import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.TrainingSettings;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.UpdateScheme;

/**
 * One run: one rule on one chip from one seed.
 *
 * @param key SHA-256 of {@code canonical}, 64 hexadecimal digits
 * @param canonical JSON text of everything that decides the result
 * @param floatPart names the float training that comes first, shared by all runs with the same text
 * @param network what learns
 * @param training how long and how fast
 * @param telemetry when gradients are compared
 * @param chip the hardware; {@link Chip#exactNumbers()} for a float run
 * @param rule how the error reaches the layers
 * @param update how a wanted change becomes new levels
 * @param seed seed of every draw
 */
public record RunSettings(
        String key,
        String canonical,
        String floatPart,
        NetworkSettings network,
        TrainingSettings training,
        Probing telemetry,
        Chip chip,
        LearningRule rule,
        UpdateScheme update,
        long seed) {
    /** Enough for a user to tell a run from others of its experiment. */
    public String shortName() {
        return key.substring(0, Math.min(12, key.length())) + " (seed " + seed + ")";
    }
}
