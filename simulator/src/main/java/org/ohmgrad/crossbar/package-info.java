/** Conductances, mapping, levels, programming, wires, and reads in both directions. */
@NullMarked
package org.ohmgrad.crossbar;

import org.jspecify.annotations.NullMarked;
