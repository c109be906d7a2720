/** Single crossbars as circuits: tables of conductances and voltages, solutions, decks for other simulators. */
@NullMarked
package org.ohmgrad.circuit;

import org.jspecify.annotations.NullMarked;
