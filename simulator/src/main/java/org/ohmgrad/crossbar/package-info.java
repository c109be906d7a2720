/** Weights in planes of cells: mapping, levels, writes and pulses, noise, and reads in both directions. */
@NullMarked
package org.ohmgrad.crossbar;

import org.jspecify.annotations.NullMarked;
