/** Converters and range management around crossbars: a tile, and a grid of tiles that holds one weight matrix. */
@NullMarked
package org.ohmgrad.tile;

import org.jspecify.annotations.NullMarked;
