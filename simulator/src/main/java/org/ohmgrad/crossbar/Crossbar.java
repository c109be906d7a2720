package org.ohmgrad.crossbar;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.ConductanceLevels;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.linalg.Gemm;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;

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
    private final DeviceModel device;
    private final WireResistance wires;
    private final double readVoltage;
    private final List<Conductances> planes;
    private final float[] targets;
    private final int top;
    private final double gMin;
    private final double range;
    private final Map<Phase, Draws> forwardDraws;
    private final Map<Phase, Draws> transposedDraws;
    private final Map<Phase, Draws> forwardReferenceDraws;
    private final Map<Phase, Draws> transposedReferenceDraws;

    private double agedAt;
    private boolean stale = true;
    private FMatrixRMaj forward = new FMatrixRMaj(0, 0);
    private FMatrixRMaj transposed = new FMatrixRMaj(0, 0);
    private LineNoise noise;

    /**
     * An array whose cells are open until {@link #program} writes them.
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
        this.rows = rows;
        this.cols = cols;
        this.mapping = mapping;
        this.wires = wires;
        this.readVoltage = readVoltage;
        levels = cell.bits();
        device = cell.device();
        top = levels.top();
        gMin = device.gMin();
        range = device.gMax() - device.gMin();
        int references = mapping.referenceLines();
        planes = IntStream.range(0, mapping.planes())
                .mapToObj(p -> new Conductances(
                        rows + references,
                        cols + references,
                        cell,
                        mapping.lowestConductance(),
                        seed,
                        place + "/plane" + p))
                .toList();
        targets = new float[rows * cols];
        Arrays.fill(targets, Float.NaN);
        forwardDraws = draws(seed, place + "/read/forward");
        transposedDraws = draws(seed, place + "/read/transposed");
        forwardReferenceDraws = draws(seed, place + "/read/forward/reference");
        transposedReferenceDraws = draws(seed, place + "/read/transposed/reference");
        noise = new LineNoise(List.of(), planes, rows, cols, readVoltage, 1);
    }

    private static Map<Phase, Draws> draws(long seed, String place) {
        Map<Phase, Draws> draws = new EnumMap<>(Phase.class);
        for (Phase phase : List.of(Phase.TRAIN, Phase.VALIDATION, Phase.TEST, Phase.PROBE)) {
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

    /** The planes of cells, one per cell of a weight. */
    public List<Conductances> planes() {
        return planes;
    }

    /** Target levels in steps, row-major, rows x cols; the live array, not to be modified. NaN before the first write. */
    public float[] targets() {
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
     */
    public int program(float[] wanted, double clock) {
        int written = Float.isNaN(targets[0]) ? programReferences(clock) : 0;
        for (int row = 0; row < rows; row++) {
            for (int col = 0; col < cols; col++) {
                int index = row * cols + col;
                if (wanted[index] != targets[index]) {
                    written += write(row, col, targets[index], wanted[index], clock);
                    targets[index] = wanted[index];
                }
            }
        }
        stale |= written > 0;
        return written;
    }

    private int write(int row, int col, float old, float wanted, double clock) {
        int written = 0;
        for (int p = 0; p < planes.size(); p++) {
            float level = mapping.cellLevel(p, wanted);
            if (level != mapping.cellLevel(p, old) || Float.isNaN(old)) {
                Conductances plane = planes.get(p);
                plane.write(row * plane.cols() + col, conductance(level), clock);
                written++;
            }
        }
        return written;
    }

    private int programReferences(double clock) {
        if (mapping.referenceLines() == 0) {
            return 0;
        }
        Conductances plane = planes.get(0);
        double middle = gMin + range / 2;
        for (int row = 0; row < rows; row++) {
            plane.write(row * plane.cols() + cols, middle, clock);
        }
        for (int col = 0; col < cols; col++) {
            plane.write(rows * plane.cols() + col, middle, clock);
        }
        return rows + cols;
    }

    private double conductance(float level) {
        return gMin + level / top * range;
    }

    /**
     * Lets the cells drift to a time. Conductances are held between calls, and a call within the device's
     * {@link DeviceModel#steadySeconds()} of the last refresh changes nothing: no conductance is then off by more than
     * a relative 2<sup>-14</sup>, plus what it drifts until the caller's next refresh.
     *
     * @param clock chip time, seconds
     */
    public void refresh(double clock) {
        if (clock - agedAt > device.steadySeconds()) {
            planes.forEach(plane -> plane.age(clock));
            agedAt = clock;
            stale = true;
        }
    }

    /**
     * Matrix-vector products, one read for each row of voltages.
     *
     * @param voltages examples x rows, in units of the read voltage; not modified
     * @param occasion decides the noise drawn
     * @param currents examples x cols, overwritten
     */
    public void read(FMatrixRMaj voltages, Occasion occasion, FMatrixRMaj currents) {
        settle();
        Gemm.best().mult(voltages, forward, currents);
        if (!noise.isSilent()) {
            addNoise(noise.forward(voltages), draws(forwardDraws, occasion), occasion, currents);
            subtractReference(voltages, false, draws(forwardReferenceDraws, occasion), occasion, currents);
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
        settle();
        Gemm.best().multTransB(voltages, transposed, currents);
        if (!noise.isSilent()) {
            addNoise(noise.transposed(voltages), draws(transposedDraws, occasion), occasion, currents);
            subtractReference(voltages, true, draws(transposedReferenceDraws, occasion), occasion, currents);
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
        draws.normals(occasion.step(), occasion.first() * currents.numCols, z, 0, z.length);
        for (int k = 0; k < z.length; k++) {
            currents.data[k] = Math.fma((float) Math.sqrt(variance.data[k]), z[k], currents.data[k]);
        }
    }

    private void subtractReference(
            FMatrixRMaj voltages, boolean transposed, Draws draws, Occasion occasion, FMatrixRMaj currents) {
        if (mapping.referenceLines() == 0) {
            return;
        }
        float[] variance = noise.reference(voltages, transposed);
        for (int example = 0; example < variance.length; example++) {
            float z = draws.normal(occasion.step(), occasion.first() + example);
            float shared = (float) Math.sqrt(variance[example]) * z;
            for (int line = 0; line < currents.numCols; line++) {
                currents.data[example * currents.numCols + line] -= shared;
            }
        }
    }

    /**
     * The matrix that the mean forward read realises now: programmed, faulty, drifted, wired.
     *
     * @return rows x cols, in units of current per unit of voltage; not to be modified
     */
    public FMatrixRMaj meanForward() {
        settle();
        return forward;
    }

    /** The same for the transposed read, also rows x cols: its transpose is what the read multiplies by. */
    public FMatrixRMaj meanTransposed() {
        settle();
        return transposed;
    }

    private void settle() {
        if (!stale) {
            return;
        }
        List<float[]> effective = planes.stream()
                .map(plane -> wires.effective(plane.now(), plane.rows(), plane.cols()))
                .toList();
        forward = signal(effective, (float) (1 / range), false);
        transposed = mapping.referenceLines() == 0 ? forward : signal(effective, (float) (1 / range), true);
        noise = new LineNoise(device.varianceTerms(), planes, rows, cols, readVoltage, readVoltage * range);
        stale = false;
    }

    private FMatrixRMaj signal(List<float[]> effective, float perSiemens, boolean transposed) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, cols);
        float[] line = new float[cols];
        for (int row = 0; row < rows; row++) {
            sumPlanes(effective, row, line);
            if (mapping.referenceLines() > 0) {
                subtractReference(effective.get(0), row, transposed, line);
            }
            for (int col = 0; col < cols; col++) {
                matrix.data[row * cols + col] = line[col] * perSiemens;
            }
        }
        return matrix;
    }

    private void sumPlanes(List<float[]> effective, int row, float[] line) {
        int from = row * planes.get(0).cols();
        System.arraycopy(effective.get(0), from, line, 0, cols);
        for (int p = 1; p < effective.size(); p++) {
            float[] plane = effective.get(p);
            float sign = mapping.sign(p);
            for (int col = 0; col < cols; col++) {
                line[col] = Math.fma(sign, plane[from + col], line[col]);
            }
        }
    }

    private void subtractReference(float[] plane, int row, boolean transposed, float[] line) {
        int stride = planes.get(0).cols();
        for (int col = 0; col < cols; col++) {
            line[col] -= transposed ? plane[rows * stride + col] : plane[row * stride + cols];
        }
    }
}
