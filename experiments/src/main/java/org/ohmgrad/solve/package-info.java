/** Single crossbars as circuits: tables of conductances and voltages, solutions, decks for other simulators. */
@NullMarked
package org.ohmgrad.solve;

import org.jspecify.annotations.NullMarked;
