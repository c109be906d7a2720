package org.ohmgrad.crossbar;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.device.Temperature;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
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
    private static final List<Phase> READS =
            List.of(Phase.TRAIN, Phase.CALIBRATION, Phase.RANGE, Phase.VALIDATION, Phase.TEST, Phase.PROBE);

    private final int rows;
    private final int cols;
    private final ConductanceMapping mapping;
    private final ConductanceLevels levels;
    private final boolean isDigital;
    private final Cells cells;
    private final float[] targets;

    @Settled
    private boolean pulsed;

    private final Map<Phase, Draws> forwardDraws;
    private final Map<Phase, Draws> transposedDraws;
    private final Map<Phase, Draws> forwardReferenceDraws;
    private final Map<Phase, Draws> transposedReferenceDraws;

    /**
     * An array whose cells are open until {@link #program} writes them, at 300 kelvin at all times.
     *
     * @param rows word lines
     * @param cols bit lines that carry weights
     * @param readVoltage volt
     * @param seed seed of the run
     * @param place name in stream names, for example {@code layer1/tile0,1}
     */
    public Crossbar(
            int rows,
            int cols,
            Cell cell,
            ConductanceMapping mapping,
            WireResistance wires,
            double readVoltage,
            long seed,
            String place) {
        this(rows, cols, cell, mapping, wires, readVoltage, Temperature.room(), seed, place);
    }

    /**
     * An array whose cells are open until {@link #program} writes them.
     *
     * @param rows word lines
     * @param cols bit lines that carry weights
     * @param readVoltage volt
     * @param temperature at which cells are written and read
     * @param seed seed of the run
     * @param place name in stream names, for example {@code layer1/tile0,1}
     */
    public Crossbar(
            int rows,
            int cols,
            Cell cell,
            ConductanceMapping mapping,
            WireResistance wires,
            double readVoltage,
            Temperature temperature,
            long seed,
            String place) {
        this.rows = rows;
        this.cols = cols;
        this.mapping = mapping;
        levels = cell.bits();
        if (mapping.top(levels) < 1) {
            throw new IllegalArgumentException("cells of " + levels.count() + " levels have none for a weight of zero");
        }
        targets = new float[rows * cols];
        Arrays.fill(targets, Float.NaN);
        isDigital = mapping instanceof Identity && cell.equals(Cell.ofNumbers()) && wires instanceof NoWires;
        cells = isDigital
                ? new Numbers(rows, cols, targets)
                : new MemristorCells(rows, cols, cell, mapping, wires, readVoltage, temperature, seed, place);
        forwardDraws = draws(seed, place + "/read/forward");
        transposedDraws = draws(seed, place + "/read/transposed");
        forwardReferenceDraws = draws(seed, place + "/read/forward/reference");
        transposedReferenceDraws = draws(seed, place + "/read/transposed/reference");
    }

    private static Map<Phase, Draws> draws(long seed, String place) {
        Map<Phase, Draws> draws = new EnumMap<>(Phase.class);
        for (Phase phase : READS) {
            draws.put(phase, new Draws(seed, phase.stream(place)));
        }
        return draws;
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
        return targets;
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
            requireLevels(wanted);
        }
        return program(wanted, 0, targets.length, clock);
    }

    private void requireLevels(float... wanted) {
        if (wanted.length != targets.length) {
            throw new IllegalArgumentException(
                    "wanted must hold " + targets.length + " levels but holds " + wanted.length);
        }
        float low = mapping.lowest(mapping.top(levels));
        float high = mapping.highest(mapping.top(levels));
        for (int k = 0; k < wanted.length; k++) {
            if (!(wanted[k] >= low && wanted[k] <= high)) {
                throw new IllegalArgumentException(
                        "wanted levels must lie in [" + low + ", " + high + "] but that of row " + k / cols
                                + ", column " + k % cols + " (counted from 0) is " + wanted[k]);
            }
        }
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
        return cells.write(targets, wanted, from, count, clock);
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
        return pulsed ? cells.weightsAtEnds() : targetsAtEnds();
    }

    private int targetsAtEnds() {
        float low = mapping.lowest(mapping.top(levels));
        float high = mapping.highest(mapping.top(levels));
        int count = 0;
        for (float target : targets) {
            count += target <= low || target >= high ? 1 : 0;
        }
        return count;
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
     * Matrix-vector products, one read for each row of voltages.
     *
     * @param voltages examples x rows, in units of the read voltage; not modified
     * @param occasion decides the noise drawn
     * @param currents examples x cols, overwritten
     */
    public void read(FMatrixRMaj voltages, Occasion occasion, FMatrixRMaj currents) {
        Cells.Realised now = cells.realised(occasion);
        Gemm.best().mult(voltages, now.forward(), currents);
        LineNoise noise = now.noise();
        if (!noise.isSilent()) {
            addNoise(noise.forward(voltages), draws(forwardDraws, occasion), occasion, currents);
            subtractReference(noise, voltages, false, draws(forwardReferenceDraws, occasion), occasion, currents);
        }
    }

    /**
     * Transposed matrix-vector products: the bit lines are driven, the word lines sensed.
     *
     * @param voltages examples x cols, in units of the read voltage; not modified
     * @param occasion decides the noise drawn
     * @param currents examples x rows, overwritten
     */
    public void readTransposed(FMatrixRMaj voltages, Occasion occasion, FMatrixRMaj currents) {
        Cells.Realised now = cells.realised(occasion);
        Gemm.best().multTransB(voltages, now.transposed(), currents);
        LineNoise noise = now.noise();
        if (!noise.isSilent()) {
            addNoise(noise.transposed(voltages), draws(transposedDraws, occasion), occasion, currents);
            subtractReference(noise, voltages, true, draws(transposedReferenceDraws, occasion), occasion, currents);
        }
    }

    private static Draws draws(Map<Phase, Draws> streams, Occasion occasion) {
        Draws draws = streams.get(occasion.phase());
        if (draws == null) {
            throw new IllegalArgumentException("no reads belong to the phase " + occasion.phase());
        }
        return draws;
    }

    private static void addNoise(FMatrixRMaj variance, Draws draws, Occasion occasion, FMatrixRMaj currents) {
        float[] z = new float[currents.data.length];
        draws.normals(occasion.draw(), occasion.first() * currents.numCols, z, 0, z.length);
        for (int k = 0; k < z.length; k++) {
            currents.data[k] = Math.fma((float) Math.sqrt(variance.data[k]), z[k], currents.data[k]);
        }
    }

    private void subtractReference(
            LineNoise noise,
            FMatrixRMaj voltages,
            boolean transposed,
            Draws draws,
            Occasion occasion,
            FMatrixRMaj currents) {
        if (mapping.referenceLines() == 0) {
            return;
        }
        float[] variance = noise.reference(voltages, transposed);
        for (int example = 0; example < variance.length; example++) {
            float z = draws.normal(occasion.draw(), occasion.first() + example);
            float shared = (float) Math.sqrt(variance[example]) * z;
            for (int line = 0; line < currents.numCols; line++) {
                currents.data[example * currents.numCols + line] -= shared;
            }
        }
    }

    /**
     * The matrix that the mean forward read realises now: programmed, faulty, drifted, wired.
     *
     * @return rows x cols, in units of current per unit of voltage; not to be modified, and it changes with the next write
     */
    public FMatrixRMaj meanForward() {
        return cells.realised().forward();
    }

    /** The same for the transposed read, also rows x cols: its transpose is what the read multiplies by. */
    public FMatrixRMaj meanTransposed() {
        return cells.realised().transposed();
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
     * @param transposed whether bit lines are driven
     * @return siemens; 0 where numbers stand for cells
     */
    public double load(FMatrixRMaj voltages, boolean transposed) {
        double[] conductances = cells.lineConductances(transposed);
        double[] squares = new double[conductances.length];
        for (int from = 0; from < voltages.data.length && squares.length > 0; from += squares.length) {
            addSquares(voltages.data, from, squares);
        }
        double load = 0;
        for (int line = 0; line < squares.length; line++) {
            load = Math.fma(squares[line], conductances[line], load);
        }
        return load;
    }

    private static void addSquares(float[] volts, int from, double[] squares) {
        for (int line = 0; line < squares.length; line++) {
            double volt = volts[from + line];
            squares[line] += volt * volt;
        }
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
        archive.keep(targets);
        cells.keep(archive);
    }
}
