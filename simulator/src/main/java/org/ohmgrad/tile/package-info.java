/** A chip: tiles of crossbars and converters, grids of tiles that hold one matrix, and several grids behind one weight. */
@NullMarked
package org.ohmgrad.tile;

import org.jspecify.annotations.NullMarked;
