package org.ohmgrad.crossbar.plane;

import org.ohmgrad.device.Cell;

/**
 * What a plane of cells is made of.
 *
 * @param lowest where the result of a write is clipped, siemens
 * @param readVoltage at which a write reads single cells, volt
 * @param programming temperature at which cells are written, kelvin; they are read at it too until they are warmed
 */
public record PlaneSettings(Cell cell, double lowest, double readVoltage, double programming) {}
