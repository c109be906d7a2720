/** Errors of the transposed read, drift, and what a chip measures to correct them. */
@NullMarked
package org.ohmgrad.tile.correction;

import org.jspecify.annotations.NullMarked;
