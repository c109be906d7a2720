package org.ohmgrad.training.update;

import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.gradient.GradientClipping;
import org.ohmgrad.training.optimizer.Optimizer;

/**
 * What an update scheme would work under.
 *
 * @param chip the chip that the weights stand on
 * @param optimizer what turns gradients into wanted changes
 * @param clipping what bounds the gradients first
 * @param ruleAsksForWeights whether the learning rule looks at the weights' target levels in digital memory
 */
public record UpdateConditions(Chip chip, Optimizer optimizer, GradientClipping clipping, boolean ruleAsksForWeights) {}
