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
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.Settled;

/**
 * An array of cells that holds a matrix and multiplies by it: voltages on the word lines give currents on the bit lines
 * ({@link #read}), voltages on the bit lines give currents on the word lines ({@link #readTransposed}).
 *
 * <p>Voltages are in units of the read voltage, in [-1, 1]; signed inputs are positive and negative voltages in one read
 * (assumed, not SIDRA). Currents are in units of one fully-on input through one fully-on cell above gMin, read voltage
 * times (gMax - gMin). The matrix is kept besides as <em>target levels</em> in digital memory, counted in steps of the
 * cell's levels; cells are written toward them.
 */
public final class Crossbar {
    private final int rows;
    private final int cols;
    private final ConductanceMapping mapping;
    private final ConductanceLevels levels;
    private final boolean isDigital;
    private final Cells cells;
    private final TargetLevels targets;
    private final Sides<NoisyLines> noise;

    @Settled
    private boolean pulsed;

    /**
     * An array whose cells are open until {@link #program} writes them.
     *
     * @param rows word lines
     * @param cols bit lines that carry weights
     * @param origin of its draws, for example that of {@code layer1/tile0,1}
     */
    public Crossbar(int rows, int cols, ArraySettings settings, Origin origin) {
        this.rows = rows;
        this.cols = cols;
        mapping = settings.mapping();
        levels = settings.cell().bits();
        targets = new TargetLevels(rows, cols, mapping, levels);
        isDigital = settings.isDigital();
        cells = isDigital
                ? new ExactNumbers(rows, cols, targets.steps())
                : new MemristorCells(rows, cols, settings, origin);
        boolean referenced = mapping.referenceLines() > 0;
        noise = Sides.of(direction -> new NoisyLines(direction, referenced, origin));
    }

    /** Word lines. */
    public int rows() {
        return rows;
    }

    /** Bit lines that carry weights. */
    public int cols() {
        return cols;
    }

    /** Whether exact numbers stand in the place of cells, so that products with them are digital and they take no pulses. */
    public boolean isDigital() {
        return isDigital;
    }

    /** The planes of cells, one per cell of a weight. */
    public List<Conductances> planes() {
        return cells.planes();
    }

    /** What the writes of its cells took since the array was made or the counts were reset; the live counts. */
    public WriteCounts writeCounts() {
        return cells.writeCounts();
    }

    /**
     * Target levels in steps, row-major, rows x cols; the live array, not to be modified. NaN before the first write.
     *
     * @throws IllegalStateException after {@link #beginPulses()}: no level that was ever written is true any more
     */
    public float[] targets() {
        if (pulsed) {
            throw new IllegalStateException("cells that pulses move have no target levels");
        }
        return targets.steps();
    }

    /** Levels of a cell. */
    public ConductanceLevels levels() {
        return levels;
    }

    /** How weights stand in cells. */
    public ConductanceMapping mapping() {
        return mapping;
    }

    /**
     * Writes the cells whose target level changes.
     *
     * @param wanted target levels in steps, row-major, rows x cols, each within the mapping's bounds; not modified
     * @param clock chip time, seconds
     * @return number of cells written
     * @throws IllegalArgumentException if there are not as many levels as weights, or one is none of the mapping's
     */
    public int program(float[] wanted, double clock) {
        if (!isDigital) {
            targets.require(wanted);
        }
        return program(wanted, 0, rows * cols, clock);
    }

    /**
     * Writes the cells of a stretch of weights whose target level changes.
     *
     * @param wanted target levels in steps: element k is that of weight from + k, counted row by row; not modified. A level
     *     that is no number, as a training that diverged asks for, leaves a cell without a meaning
     * @param from first weight of the stretch
     * @param count weights in the stretch
     * @param clock chip time, seconds; never less than in an earlier call
     * @return number of cells written
     */
    public int program(float[] wanted, int from, int count, double clock) {
        if (pulsed) {
            throw new IllegalStateException("cells that pulses move are not written to levels any more");
        }
        return cells.write(targets.steps(), wanted, from, count, clock);
    }

    /**
     * Lets pulses take over. From now on cells have no target levels but stay where pulses leave them, within each cell's own
     * range, into which a cell is brought now if its last write left it outside.
     *
     * @throws IllegalArgumentException if the device has no law of pulses
     */
    public void beginPulses() {
        cells.beginPulses();
        pulsed = true;
    }

    /**
     * Fires a train of pulses at every weight of a row that gets one: so many pulses raise or, if negative, lower the weight.
     * Where a weight has a pair of cells, both get the train, one in each direction.
     *
     * @param pulses one element for each bit line; not modified
     * @param hits elements that are not zero
     * @param now decides the chance in the steps; no two trains of a cell have the same step and example
     */
    public void pulse(int row, int[] pulses, int hits, PulseMoment now) {
        cells.pulse(row, pulses, hits, now);
    }

    /**
     * The same for a row of which at most a quarter gets a train.
     *
     * @param columns bit lines whose weights get one, in rising order; not modified
     * @param pulses pulses[k] for the weight at columns[k], not 0; not modified
     * @param hits how many they are
     */
    public void pulse(int row, int[] columns, int[] pulses, int hits, PulseMoment now) {
        cells.pulse(row, columns, pulses, hits, now);
    }

    /**
     * Moves every weight of a row as a number of trains would of which mean and variance are known, with one draw for each
     * cell. For laws of even steps only.
     *
     * @param counts one element for each bit line
     * @param now decides the chance in the moves
     */
    public void pulse(int row, PulseCounts counts, PulseMoment now) {
        cells.pulse(row, counts, now);
    }

    /** Weights at the lowest or the highest value that their target level, or under pulses their own cells, can take. */
    public int weightsAtEnds() {
        return pulsed ? cells.weightsAtEnds() : targets.atEnds();
    }

    /**
     * Lets the cells drift, and their telegraph noise go on, to a time. Conductances are held between calls, and a call within the device's
     * {@link org.ohmgrad.device.DeviceModel#steadySeconds()} of the last refresh changes nothing: no conductance is then off by more than
     * a relative 2<sup>-14</sup>, plus what it drifts until the caller's next refresh.
     *
     * @param clock chip time, seconds
     */
    public void refresh(double clock) {
        cells.refresh(clock);
    }

    /**
     * Lets the cells take a temperature, at which reads see them from now on.
     *
     * @param kelvin above 0
     */
    public void warm(double kelvin) {
        cells.warm(kelvin);
    }

    /**
     * Products with the matrix, or with the transposed one: one read for each row of voltages.
     *
     * @param voltages examples x driven lines, in units of the read voltage; not modified
     * @param occasion decides the noise drawn
     * @param currents examples x sensed lines, overwritten
     */
    public void read(Direction direction, FMatrixRMaj voltages, Occasion occasion, FMatrixRMaj currents) {
        Cells.Realised now = cells.realised(occasion);
        direction.multiply(voltages, now.matrices().at(direction), currents);
        noise.at(direction).add(now.noise(), voltages, occasion, currents);
    }

    /** A read from word lines (examples x rows) to bit lines (examples x cols). */
    public void read(FMatrixRMaj voltages, Occasion occasion, FMatrixRMaj currents) {
        read(Direction.FORWARD, voltages, occasion, currents);
    }

    /** A read from bit lines (examples x cols) to word lines (examples x rows). */
    public void readTransposed(FMatrixRMaj voltages, Occasion occasion, FMatrixRMaj currents) {
        read(Direction.TRANSPOSED, voltages, occasion, currents);
    }

    /**
     * The matrix that the mean read realises now: programmed, faulty, drifted, wired.
     *
     * @return word lines x bit lines whatever the direction, in units of current per unit of voltage; a transposed read
     *     multiplies by its transpose. Not to be modified, and it changes with the next write
     */
    public FMatrixRMaj mean(Direction direction) {
        return cells.realised().matrices().at(direction);
    }

    /** That of the forward read. */
    public FMatrixRMaj meanForward() {
        return mean(Direction.FORWARD);
    }

    /** That of the transposed read, also rows x cols. */
    public FMatrixRMaj meanTransposed() {
        return mean(Direction.TRANSPOSED);
    }

    /**
     * By how much more than its level's conductance every cell of a plane is written, row-major; empty if all factors are 1.
     * The live array, not to be modified.
     */
    public double[] preDistortion() {
        return cells.preDistortion();
    }

    /**
     * What reads of voltages take up in cells and wires, with the cells as the last read saw them: the sum over vectors and
     * driven lines of squared voltage times conductance, all planes and reference lines included. Times the squared read
     * voltage and the time of a read this is energy.
     *
     * <p>Without wires it is exact. With wires each line's current is taken as if it alone were driven; the currents that
     * other driven lines push back into it are left out. They have mean zero for inputs of random signs; inputs of one sign
     * take up less than this, by as much as the wires' drops take from a cell's voltage.
     *
     * @param voltages vectors x driven lines, in units of the read voltage; not modified
     * @return siemens; 0 where numbers stand for cells
     */
    public double load(Direction direction, FMatrixRMaj voltages) {
        return cells.load(direction, voltages);
    }

    /** How far wires had strayed when they were solved anew; see {@link PlaneWires#strayed()}. */
    public double wiresStrayed() {
        return cells.strayed();
    }

    /** Starts {@link #wiresStrayed()} anew. */
    public void forgetWiresStrayed() {
        cells.forgetStrayed();
    }

    /**
     * Keeps target levels, cells and what reads multiply by. Pulses must have {@linkplain #beginPulses() begun} before this
     * is read if they had when it was written.
     */
    public void keep(Archive archive) {
        archive.keep(targets.steps());
        cells.keep(archive);
    }
}
