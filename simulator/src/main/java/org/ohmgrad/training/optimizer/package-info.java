/** Optimizers, which turn gradients into wanted changes, and schedules of the learning rate. */
@NullMarked
package org.ohmgrad.training.optimizer;

import org.jspecify.annotations.NullMarked;
