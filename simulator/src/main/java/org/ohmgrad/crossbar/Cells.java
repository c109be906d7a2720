package org.ohmgrad.crossbar;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.PulseCounts;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.crossbar.plane.WriteCounts;
import org.ohmgrad.crossbar.wires.PlaneWires;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;

/** What stands at the crossings, and the matrices that it makes of the target levels. */
interface Cells {
    /** Planes of cells, one per cell of a weight. */
    List<Conductances> planes();

    /** What the writes of all planes took. */
    WriteCounts writeCounts();

    /**
     * Writes the cells of targets[from ... from + count - 1] whose target level changes.
     *
     * @param targets target levels now, NaN where nothing was written yet; overwritten by the wanted ones
     * @param wanted new target levels; element k is that of weight from + k
     * @param clock chip time, seconds
     * @return number of cells written
     */
    int write(float[] targets, float[] wanted, int from, int count, double clock);

    /** Lets pulses take over: every cell is brought into its own range. */
    void beginPulses();

    /**
     * Fires a train at every weight of a row that gets one.
     *
     * @param pulses one element for each weight of the row; positive ones raise the weight
     * @param hits elements that are not zero
     */
    void pulse(int row, int[] pulses, int hits, PulseMoment now);

    /**
     * The same where at most a quarter of the row gets one.
     *
     * @param columns the columns, in rising order
     * @param pulses pulses[k] for the weight at columns[k]
     * @param hits how many they are
     */
    void pulse(int row, int[] columns, int[] pulses, int hits, PulseMoment now);

    /** Moves every weight of a row by what so many pulses may be expected to do; the law's steps must be even. */
    void pulse(int row, PulseCounts counts, PulseMoment now);

    /** Weights that no pulse moves further in one of the directions. */
    int weightsAtEnds();

    /** Lets the cells drift to a time, seconds. */
    void refresh(double clock);

    /** Reads see the cells at a temperature from now on, kelvin. */
    void warm(double kelvin);

    /** What the reads of an occasion multiply by; in training, wires may be those of some steps ago. */
    Realised realised(Occasion occasion);

    /** What reads multiply by now. */
    Realised realised();

    /** By how much more than its level's conductance every cell of a plane is written; empty if all factors are 1. */
    double[] preDistortion();

    /** What {@link Crossbar#load} says. */
    double load(Direction direction, FMatrixRMaj voltages);

    /** See {@link PlaneWires#strayed()}; the largest of all planes. */
    double strayed();

    /** Starts {@link #strayed()} anew. */
    void forgetStrayed();

    /** Keeps all cells and what reads multiply by, but not the target levels. */
    void keep(Archive archive);

    /**
     * The matrices of the mean reads and the noise of the lines.
     *
     * @param matrices rows x cols for both directions, in units of current per unit of voltage
     */
    record Realised(Sides<FMatrixRMaj> matrices, LineNoise noise) {}
}
