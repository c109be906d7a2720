/** What a batch teaches: the products of inputs and deltas, gradients as their sums, and how large gradients may be. */
@NullMarked
package org.ohmgrad.training.gradient;

import org.jspecify.annotations.NullMarked;
