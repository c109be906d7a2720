package org.ohmgrad.tile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.crossbar.plane.Wear;
import org.ohmgrad.linalg.Finite;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.converter.ReadCounts;

/**
 * One weight matrix on as many tiles as it needs. Rows are inputs (word lines), columns are outputs (bit lines). Each
 * tile converts its own partial sums, which are added digitally in order of the tiles.
 */
public final class TileGrid implements WeightMatrix {
    private final Chip chip;
    private final Clock clock;
    private final TileLayout layout;
    private final List<Tile> tiles;
    private final Sides<GridSide> sides;
    private final ReadCounts evaluationCounts = new ReadCounts();
    private final GridWriter writer;
    private final WeightLevels levels;
    private final Draws knownVectors;

    /**
     * Writes a matrix onto fresh tiles.
     *
     * @param weights rows x cols; not modified. Weights beyond the mapping's wMax are clipped
     * @param clock moved on by every read and write
     * @param origin of its draws, for example that of {@code layer1}
     * @throws IllegalArgumentException if a weight is no number, which exact numbers can keep and cells cannot
     */
    public TileGrid(Chip chip, FMatrixRMaj weights, Clock clock, Origin origin) {
        this.chip = chip;
        this.clock = clock;
        knownVectors = origin.draws(Phase.CALIBRATION, "vectors");
        levels = new WeightLevels(chip.mapping(), chip.cell().bits());
        layout = new TileLayout(weights.numRows, weights.numCols, chip.tile());
        tiles = layout.tiles(new TileMaker(chip), origin);
        sides = Sides.of(direction -> new GridSide(direction, chip, layout, tiles, clock, evaluationCounts));
        writer = new GridWriter(tiles, chip.timing(), clock);
        program(weights);
    }

    /** Name of a tile in stream names, its row and column in the grid: {@code tile0,1}. */
    public String nameOf(Tile tile) {
        return layout.name(tile.row(), tile.col());
    }

    /** Inputs. */
    public int rows() {
        return layout.rows();
    }

    /** Outputs. */
    public int cols() {
        return layout.cols();
    }

    /** The chip this matrix stands on. */
    public Chip chip() {
        return chip;
    }

    /** The tiles, row by row. */
    public List<Tile> tiles() {
        return tiles;
    }

    /** Conversions of the reads of a direction while training and calibrating. */
    public ReadCounts counts(Direction direction) {
        return sides.at(direction).counts();
    }

    /** Those of forward reads. */
    public ReadCounts forwardCounts() {
        return counts(Direction.FORWARD);
    }

    /** Those of transposed reads. */
    public ReadCounts transposedCounts() {
        return counts(Direction.TRANSPOSED);
    }

    /** Reads of test and validation examples. */
    public ReadCounts evaluationCounts() {
        return evaluationCounts;
    }

    /** Writes, those of the first weights among them. */
    public WriteSums writeSums() {
        return writer.sums();
    }

    /** Whether exact numbers stand in the place of cells. */
    public boolean isDigital() {
        return tiles.get(0).crossbar().isDigital();
    }

    /**
     * Writes a whole matrix to the nearest levels; only cells whose level changes are written.
     *
     * @param weights rows x cols; not modified; those beyond the range that the mapping can show, infinite ones among
     *     them, are written as the end of the range
     * @return number of cells written
     * @throws IllegalArgumentException if a weight is no number, which exact numbers can keep and cells cannot
     */
    public long program(FMatrixRMaj weights) {
        if (!isDigital()) {
            Finite.requireNumbers("weights", weights);
        }
        return program((tile, seconds) -> tile.crossbar().program(levels.nearest(tile, weights), seconds));
    }

    /** Writes the cells of a tile. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Writes.
         *
         * @param seconds chip time
         * @return number of cells written
         */
        int write(Tile tile, double seconds);
    }

    /**
     * Writes new target levels, tile by tile; the clock moves on by the tile that takes longest.
     *
     * @param each called once for each tile
     * @return number of cells written
     */
    public long program(Writer each) {
        return writer.program(each);
    }

    /**
     * Fires pulses on all lines of all tiles together; the clock first moves on by the time that they take one after another.
     *
     * @param slots pulses that a line may get
     * @param each called once for each tile
     * @return number of cells hit
     */
    public long firePulses(long slots, Writer each) {
        return writer.firePulses(slots, each);
    }

    /** Brings the cells to the temperature of the last test, see {@link Chip#temperature()}; they are read at it from now on. */
    public void warmForLastTest() {
        tiles.forEach(tile -> tile.warm(chip.temperature().atLastTest()));
    }

    /** Lets all cells drift, and their telegraph noise go on, to the clock's time. */
    public void refresh() {
        tiles.forEach(tile -> tile.crossbar().refresh(clock.seconds()));
    }

    /**
     * Products with the matrix, or with the transposed one: scaling, DAC, one read of every tile, ADC, digital sum.
     *
     * @param vectors examples x driven lines; not modified. What is no number makes its example's whole result none
     * @param occasion decides the noise drawn
     * @return examples x sensed lines, in units of weight times vector
     */
    public FMatrixRMaj read(Direction direction, FMatrixRMaj vectors, Occasion occasion) {
        return sides.at(direction).read(vectors, occasion);
    }

    /** Products of inputs (examples x rows) with the matrix: examples x cols. */
    @Override
    public FMatrixRMaj read(FMatrixRMaj inputs, Occasion occasion) {
        return read(Direction.FORWARD, inputs, occasion);
    }

    /** Products of errors (examples x cols) with the transposed matrix, through the transposed read: examples x rows. */
    @Override
    public FMatrixRMaj readTransposed(FMatrixRMaj errors, Occasion occasion) {
        return read(Direction.TRANSPOSED, errors, occasion);
    }

    /**
     * Whether converters of this matrix find their range by reads: those of {@link Phase#RANGE}, on which both reads first look
     * for the range of their direction.
     */
    public boolean findsRanges() {
        return sides.distinct().stream().anyMatch(GridSide::findsRange);
    }

    /**
     * Lets the chip find out the gain and offset of each line of its transposed read, if its
     * {@link Chip#transposeCalibration()} does; later transposed reads are corrected accordingly. Cells first drift to
     * the clock's time. The reads count as training reads, move the clock and draw noise of their own.
     *
     * @param epoch number of the calibration; decides voltages and noise
     */
    public void calibrate(long epoch) {
        chip.transposeCalibration().voltages(cols(), knownVectors, epoch).ifPresent(known -> {
            refresh();
            sides.transposed().calibrate(known, epoch);
        });
    }

    /**
     * Reads what later tells how far cells have drifted since now, if the chip's {@link Chip#driftCompensation()} does so.
     * Cells first drift to the clock's time.
     */
    public void watchDrift() {
        sides.forward().lookAtDrift(0, (tile, pass) -> tile.drift().look(pass, clock.seconds()));
    }

    /**
     * Corrects forward reads from now on for what cells have drifted since {@link #watchDrift()}, as far as the chip's
     * {@link Chip#driftCompensation()} finds it out.
     */
    public void compensateDrift() {
        sides.forward().lookAtDrift(1, (tile, pass) -> tile.side(Direction.FORWARD)
                .correct(tile.drift().correction(pass, clock.seconds())));
    }

    /** How far the transposed read's lines are off now; empty if they neither have errors nor were ever calibrated. */
    public Optional<TransposedResidual> transposedResidual() {
        return TransposedResidual.of(tiles);
    }

    /** How far the wires of any tile had strayed when they were solved anew; see {@link Crossbar#wiresStrayed()}. */
    public double wiresStrayed() {
        return tiles.stream()
                .mapToDouble(tile -> tile.crossbar().wiresStrayed())
                .max()
                .orElse(0);
    }

    /** Starts {@link #wiresStrayed()} anew. */
    public void forgetWiresStrayed() {
        tiles.forEach(tile -> tile.crossbar().forgetWiresStrayed());
    }

    /**
     * The weights that the mean read of a direction realises now: programmed, faulty, drifted, wired, and corrected by gains
     * but not by offsets.
     *
     * @return rows x cols whatever the direction; a copy
     */
    public FMatrixRMaj mean(Direction direction) {
        FMatrixRMaj signals =
                layout.assembled(tiles, tile -> tile.side(direction).mean().data);
        CommonOps_FDRM.scale(chip.mapping().weightPerSignal(), signals);
        return signals;
    }

    /** Those of the forward read. A copy. */
    @Override
    public FMatrixRMaj meanForward() {
        return mean(Direction.FORWARD);
    }

    /** Those of the transposed read, also rows x cols. A copy. */
    @Override
    public FMatrixRMaj meanTransposed() {
        return mean(Direction.TRANSPOSED);
    }

    /** The weights that the stored target levels stand for, rows x cols. A copy. */
    public FMatrixRMaj targetWeights() {
        return levels.weights(layout.assembled(tiles, tile -> tile.crossbar().targets()));
    }

    @Override
    public List<TileGrid> grids() {
        return List.of(this);
    }

    /** Cells in use, in all planes and reference lines, and those set aside. */
    public long cells() {
        return planes().mapToLong(plane -> (long) plane.rows() * plane.cols()).sum();
    }

    /** How far all cells have worn since they were new. */
    public Wear wear() {
        return Wear.of(planes().toList());
    }

    private Stream<Conductances> planes() {
        return tiles.stream()
                .flatMap(tile -> Stream.concat(Stream.of(tile.crossbar()), tile.drift().setAside().stream()))
                .flatMap(crossbar -> crossbar.planes().stream());
    }

    /** Bits in digital memory of one target level: as few as tell all of them apart, or those of a float. */
    public int targetBits() {
        return levels.bitsOfTarget();
    }

    /** Share of the weights that stand at the end of their range; see {@link Crossbar#weightsAtEnds()}. */
    public double clippedShare() {
        long clipped = tiles.stream()
                .mapToLong(tile -> tile.crossbar().weightsAtEnds())
                .sum();
        return clipped / ((double) rows() * cols());
    }

    /** Keeps all tiles and counts, but not the clock. */
    public void keep(Archive archive) {
        tiles.forEach(tile -> tile.keep(archive));
        sides.distinct().forEach(side -> side.keep(archive));
        evaluationCounts.keep(archive);
        writer.keep(archive);
    }
}
