/** Layers, activations, losses: a network whose matrices are grids of tiles. */
@NullMarked
package org.ohmgrad.network;

import org.jspecify.annotations.NullMarked;
