/** One training step, what it costs, and its settings. */
@NullMarked
package org.ohmgrad.training;

import org.jspecify.annotations.NullMarked;
