package org.ohmgrad.crossbar;

/**
 * How far the cells of a plane have worn.
 *
 * @param mean writes that a cell has taken, or pulses in units of writes: the mean of the cells
 * @param worst the same of the cell that has taken most
 * @param meanShare share of its own endurance that a cell has used, the mean of the cells; 0 if cells never wear out
 * @param worstShare the same of the cell that has used most of its own
 * @param wornOut cells that stick where they are because they are worn out
 */
public record Wear(double mean, double worst, double meanShare, double worstShare, int wornOut) {}
