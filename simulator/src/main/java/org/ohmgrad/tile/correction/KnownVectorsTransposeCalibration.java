package org.ohmgrad.tile.correction;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.random.Draws;
import org.ohmgrad.settings.Check;

/**
 * Reads known voltages through the transposed path, at the start of every epoch, and fits a straight line to what each
 * sensed line's converter says against what digital memory lets expect, by least squares. Later reads are corrected
 * digitally, after the converter.
 *
 * <p><em>Voltages</em> are plus or minus the read voltage at random on every bit line, which every DAC puts out
 * exactly and a shift register can make. They come in pairs of a vector and its negative: the expected currents then
 * have mean zero and errors of gain and offset do not mix.
 *
 * <p><em>Expected</em> is the current of the stored target levels: all that the digital side knows exactly. Forward
 * reads would show what was really programmed, but only one driven word line at a time shows single cells, and
 * a converter made for whole columns has steps of many levels then (8 bits over 12 fully-on cells: 9 % of a cell, against
 * programming noise of 1 %); they bring noise of their own besides. The price is that programming noise, drift, stuck
 * cells and wires, as far as they look like a gain or an offset of the line, are taken for one and taken back too.
 *
 * <p><em>When</em>: weights are smallest when a network is young, and so are the currents beside the converter's step; a
 * calibration at every epoch's start grows better with the weights and follows drift. Each starts anew.
 *
 * <p><em>Residual</em>, for K vectors, read noise of standard deviation s in a line's current, converter step q,
 * programming noise of standard deviation p in the signal of a weight, n bit lines, and |w| the length of the line's
 * weights, all in units of current: the offset is off by about sqrt((s<sup>2</sup> + q<sup>2</sup>/12)/K), the gain by
 * about sqrt((s<sup>2</sup> + q<sup>2</sup>/12)/K + p<sup>2</sup> (1 + 2n/K))/|w|. Without noise of about half a step,
 * rounding need not average out but stays below q/2 and q/(2|w|).
 *
 * @param vectors number of vectors, even
 */
public record KnownVectorsTransposeCalibration(int vectors) implements TransposeCalibration {
    /** Refuses numbers of vectors outside [2, 4096] and odd ones. */
    public KnownVectorsTransposeCalibration {
        Check.that()
                .inRange("vectors", vectors, 2, 4096)
                .rule("vectors", vectors % 2 == 0, "must be even but is " + vectors)
                .holds();
    }

    @Override
    public Optional<FMatrixRMaj> voltages(int lines, Draws draws, long epoch) {
        FMatrixRMaj voltages = new FMatrixRMaj(vectors, lines);
        int half = vectors / 2 * lines;
        draws.uniforms(epoch, 0, voltages.data, 0, half);
        for (int k = 0; k < half; k++) {
            voltages.data[k] = voltages.data[k] < 0.5f ? -1 : 1;
            voltages.data[half + k] = -voltages.data[k];
        }
        return Optional.of(voltages);
    }
}
