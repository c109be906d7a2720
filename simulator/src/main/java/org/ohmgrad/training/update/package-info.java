/** Update schemes: how a wanted change, far smaller than a level, gets into the cells. */
@NullMarked
package org.ohmgrad.training.update;

import org.jspecify.annotations.NullMarked;
