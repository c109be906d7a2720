package org.ohmgrad.device;

import java.util.List;

/** Fresh Gaussian noise that every read draws in every cell, given by the variance of the cell's current. */
public sealed interface ReadNoise
        permits NoReadNoise, ProportionalReadNoise, JohnsonReadNoise, ShotReadNoise, SumReadNoise {
    /** The terms whose sum is the variance of one read of one cell; empty if there is no noise. */
    List<VarianceTerm> terms();
}
