/** Feedback paths, learning rules, update schemes, optimizers, one training step. */
@NullMarked
package org.ohmgrad.training;

import org.jspecify.annotations.NullMarked;
