package org.ohmgrad.plan;

import java.util.Map;
import org.ohmgrad.config.Json;
import org.ohmgrad.settings.Default;
import org.ohmgrad.training.rule.LearningRule;
import org.ohmgrad.training.update.UpdateScheme;

/**
 * One way to learn on the chip.
 *
 * @param rule how the error reaches the layers
 * @param update how a wanted change becomes new levels
 * @param label what reports call the arm; the rule's name if it is empty
 * @param training settings that this arm does not share: names and values of the experiment's training block. Its float run
 *     has them too; float backpropagation, with which it is compared, has only its epochs and batch
 */
public record Arm(
        LearningRule rule,
        UpdateScheme update,
        @Default("\"\"") String label,
        @Default("{}") Map<String, Json> training) {}
