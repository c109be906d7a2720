package org.ohmgrad.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Conductances;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.Wear;
import org.ohmgrad.crossbar.WriteCounts;
import org.ohmgrad.device.DiscreteLevels;
import org.ohmgrad.linalg.Finite;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;

/**
 * One weight matrix on as many tiles as it needs. Rows are inputs (word lines), columns are outputs (bit lines). Each
 * tile converts its own partial sums, which are added digitally in order of the tiles.
 */
public final class TileGrid implements WeightMatrix {
    private final int rows;
    private final int cols;
    private final Chip chip;
    private final Clock clock;
    private final List<Tile> tiles = new ArrayList<>();
    private final ReadCounts forwardCounts = new ReadCounts();
    private final ReadCounts transposedCounts = new ReadCounts();
    private final ReadCounts evaluationCounts = new ReadCounts();
    private final WriteSums writeSums = new WriteSums();
    private final Draws knownVectors;
    private final SenseConverter forwardAdc;
    private final SenseConverter transposedAdc;

    /**
     * Writes a matrix onto fresh tiles.
     *
     * @param weights rows x cols; not modified. Weights beyond the mapping's wMax are clipped
     * @param clock moved on by every read and write
     * @param place name in stream names, for example {@code layer1}
     * @throws IllegalArgumentException if a weight is no number, which exact numbers can keep and cells cannot
     */
    public TileGrid(Chip chip, FMatrixRMaj weights, Clock clock, long seed, String place) {
        this.chip = chip;
        this.clock = clock;
        knownVectors = new Draws(seed, Phase.CALIBRATION.stream(place + "/vectors"));
        rows = weights.numRows;
        cols = weights.numCols;
        forwardAdc = new SenseConverter(
                chip.forward().adc(), Math.min(rows, chip.tile().rows()));
        transposedAdc = new SenseConverter(
                chip.transposed().adc(), Math.min(cols, chip.tile().cols()));
        TileMaker maker = new TileMaker(chip, seed);
        for (int row = 0; row < rows; row += chip.tile().rows()) {
            for (int col = 0; col < cols; col += chip.tile().cols()) {
                int height = Math.min(chip.tile().rows(), rows - row);
                int width = Math.min(chip.tile().cols(), cols - col);
                tiles.add(maker.tile(row, col, height, width, place + "/" + nameAt(row, col)));
            }
        }
        tiles.stream().flatMap(tile -> tile.drift().setAside().stream()).forEach(this::countWrites);
        program(weights);
    }

    private void countWrites(Crossbar fresh) {
        int written = fresh.planes().stream()
                .mapToInt(plane -> (int) plane.totalWrites())
                .sum();
        writeSums.add(written, fresh.writeCounts().copy());
    }

    private String nameAt(int row, int col) {
        return "tile" + row / chip.tile().rows() + "," + col / chip.tile().cols();
    }

    /** Name of a tile in stream names, its row and column in the grid: {@code tile0,1}. */
    public String nameOf(Tile tile) {
        return nameAt(tile.row(), tile.col());
    }

    /** Inputs. */
    public int rows() {
        return rows;
    }

    /** Outputs. */
    public int cols() {
        return cols;
    }

    /** The chip this matrix stands on. */
    public Chip chip() {
        return chip;
    }

    /** The tiles, row by row. */
    public List<Tile> tiles() {
        return tiles;
    }

    /** Conversions of forward reads while training. */
    public ReadCounts forwardCounts() {
        return forwardCounts;
    }

    /** Conversions of transposed reads while training and calibrating. */
    public ReadCounts transposedCounts() {
        return transposedCounts;
    }

    /** Forward reads of test and validation examples. */
    public ReadCounts evaluationCounts() {
        return evaluationCounts;
    }

    /** Writes, those of the first weights among them. */
    public WriteSums writeSums() {
        return writeSums;
    }

    /** Whether exact numbers stand in the place of cells. */
    public boolean isDigital() {
        return tiles.get(0).crossbar().isDigital();
    }

    /** Tiles above one another. */
    public int tilesDown() {
        return ceilDiv(rows, chip.tile().rows());
    }

    /** Tiles beside one another. */
    public int tilesAcross() {
        return ceilDiv(cols, chip.tile().cols());
    }

    private static int ceilDiv(int count, int size) {
        return (count + size - 1) / size;
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
        WeightLevels levels = new WeightLevels(chip.mapping(), chip.cell().bits());
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
     * @param writer called once for each tile
     * @return number of cells written
     */
    public long program(Writer writer) {
        long written = 0;
        double longest = 0;
        for (Tile tile : tiles) {
            WriteCounts before = tile.crossbar().writeCounts().copy();
            written += write(tile, writer, clock.seconds(), before);
            longest = Math.max(
                    longest, chip.timing().writing(tile.crossbar().writeCounts().since(before)));
        }
        passWriteTime(longest);
        return written;
    }

    private long write(Tile tile, Writer writer, double seconds, WriteCounts before) {
        int written = writer.write(tile, seconds);
        writeSums.add(written, tile.crossbar().writeCounts().since(before));
        return written;
    }

    private void passWriteTime(double seconds) {
        writeSums.addSeconds(seconds);
        clock.advance(seconds);
    }

    /**
     * Fires pulses on all lines of all tiles together; the clock first moves on by the time that they take one after another.
     *
     * @param slots pulses that a line may get
     * @param writer called once for each tile
     * @return number of cells hit
     */
    public long firePulses(long slots, Writer writer) {
        passWriteTime(slots * chip.timing().pulseSeconds());
        long hit = 0;
        for (Tile tile : tiles) {
            hit += write(
                    tile, writer, clock.seconds(), tile.crossbar().writeCounts().copy());
        }
        return hit;
    }

    /** What the writes of all tiles took since they were made or their counts reset; new counts. */
    public WriteCounts writeCounts() {
        WriteCounts sum = new WriteCounts();
        tiles.forEach(tile -> sum.add(tile.crossbar().writeCounts()));
        return sum;
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
     * Products with the matrix: scaling, DAC, one read of every tile, ADC, digital sum.
     *
     * @param inputs examples x rows; not modified. What is no number makes its example's whole result none
     * @param occasion decides the noise drawn
     * @return examples x cols, in units of weight times input
     */
    @Override
    public FMatrixRMaj read(FMatrixRMaj inputs, Occasion occasion) {
        require(inputs, rows);
        return forwardAdc.read(
                occasion, counts(occasion, forwardCounts), (adc, now, counts) -> read(inputs, now, adc, counts));
    }

    private FMatrixRMaj read(FMatrixRMaj inputs, Occasion occasion, Adc adc, ReadCounts counts) {
        FMatrixRMaj sums = new FMatrixRMaj(inputs.numRows, cols);
        float[] scales = chip.forward().scaling().scales(inputs);
        FMatrixRMaj voltages = Scales.voltages(inputs, scales, chip.forward().dac(), tilesAcross(), counts);
        counts.addVectors(inputs.numRows);
        counts.addMultiplyAdds((long) inputs.numRows * cols * (isDigital() ? rows : tilesDown() - 1));
        tiles.forEach(tile -> tile.read(voltages, occasion, adc, counts, sums));
        Scales.scaleBack(sums, scales, chip.mapping().weightPerSignal());
        passTime(occasion, inputs.numRows);
        return sums;
    }

    /**
     * Products with the transposed matrix, through the transposed read.
     *
     * @param errors examples x cols; not modified. What is no number makes its example's whole result none
     * @param occasion decides the noise drawn
     * @return examples x rows, in units of weight times error
     */
    @Override
    public FMatrixRMaj readTransposed(FMatrixRMaj errors, Occasion occasion) {
        require(errors, cols);
        return transposedAdc.read(
                occasion,
                counts(occasion, transposedCounts),
                (adc, now, counts) -> readTransposed(errors, now, adc, counts));
    }

    private FMatrixRMaj readTransposed(FMatrixRMaj errors, Occasion occasion, Adc adc, ReadCounts counts) {
        FMatrixRMaj sums = new FMatrixRMaj(errors.numRows, rows);
        float[] scales = chip.transposed().scaling().scales(errors);
        FMatrixRMaj voltages = Scales.voltages(errors, scales, chip.transposed().dac(), tilesDown(), counts);
        counts.addMultiplyAdds((long) errors.numRows * rows * (isDigital() ? cols : tilesAcross() - 1));
        tiles.forEach(tile -> tile.readTransposed(voltages, occasion, adc, counts, sums));
        Scales.scaleBack(sums, scales, chip.mapping().weightPerSignal());
        passTime(occasion, errors.numRows);
        return sums;
    }

    /**
     * Whether converters of this matrix find their range by reads: those of {@link Phase#RANGE}, on which both reads first look
     * for the range of their direction.
     */
    public boolean findsRanges() {
        return forwardAdc.findsRange() || transposedAdc.findsRange();
    }

    /**
     * Lets the chip find out the gain and offset of each line of its transposed read, if its
     * {@link Chip#transposeCalibration()} does; later transposed reads are corrected accordingly. Cells first drift to
     * the clock's time. The reads count as training reads, move the clock and draw noise of their own.
     *
     * @param epoch number of the calibration; decides voltages and noise
     */
    public void calibrate(long epoch) {
        chip.transposeCalibration().voltages(cols, knownVectors, epoch).ifPresent(known -> calibrate(known, epoch));
    }

    private void calibrate(FMatrixRMaj known, long epoch) {
        refresh();
        Occasion now = new Occasion(Phase.CALIBRATION, epoch, 0);
        float[] scales = new NoInputScaling().scales(known);
        FMatrixRMaj voltages = Scales.voltages(known, scales, chip.transposed().dac(), tilesDown(), transposedCounts);
        transposedCounts.addMultiplyAdds((long) known.numRows * rows * cols);
        tiles.forEach(tile -> tile.calibrate(voltages, now, transposedAdc.now(), transposedCounts));
        passTime(now, known.numRows);
    }

    /**
     * Reads what later tells how far cells have drifted since now, if the chip's {@link Chip#driftCompensation()} does so.
     * Cells first drift to the clock's time.
     */
    public void watchDrift() {
        lookAtDrift(
                0, (tile, occasion) -> tile.drift().look(occasion, forwardAdc.now(), forwardCounts, clock.seconds()));
    }

    /**
     * Corrects forward reads from now on for what cells have drifted since {@link #watchDrift()}, as far as the chip's
     * {@link Chip#driftCompensation()} finds it out.
     */
    public void compensateDrift() {
        lookAtDrift(
                1,
                (tile, occasion) -> tile.correctDrift(
                        tile.drift().correction(occasion, forwardAdc.now(), forwardCounts, clock.seconds())));
    }

    private void lookAtDrift(long step, BiConsumer<Tile, Occasion> look) {
        if (chip.driftCompensation().any()) {
            Occasion now = new Occasion(Phase.CALIBRATION, step, 0);
            tiles.forEach(tile -> look.accept(tile, now));
            passTime(now, tiles.get(0).drift().vectors());
        }
    }

    /** How far the transposed read's lines are off now; empty if they neither have errors nor were ever calibrated. */
    public Optional<TransposedResidual> transposedResidual() {
        boolean exact =
                tiles.stream().allMatch(tile -> tile.transposedResponse().isExact());
        return exact ? Optional.empty() : Optional.of(TransposedResidual.of(tiles));
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

    private void passTime(Occasion occasion, int vectors) {
        if (occasion.phase() != Phase.PROBE) {
            clock.advance(vectors * chip.timing().readSeconds());
        }
    }

    private static void require(FMatrixRMaj vectors, int length) {
        if (vectors.numCols != length) {
            throw new IllegalArgumentException("vectors must have " + length + " elements but have " + vectors.numCols);
        }
    }

    private ReadCounts counts(Occasion occasion, ReadCounts training) {
        return switch (occasion.phase()) {
            case TRAIN, RANGE -> training;
            case VALIDATION, TEST -> evaluationCounts;
            default -> new ReadCounts();
        };
    }

    /** The weights that the mean forward read realises now, rows x cols: programmed, faulty, drifted, wired,
     * compensated. A copy. */
    @Override
    public FMatrixRMaj meanForward() {
        return assemble(tile -> tile.meanForward().data, chip.mapping().weightPerSignal(), 0);
    }

    /** The same for the transposed read, also rows x cols, with the gains of its lines but not their offsets. A copy. */
    @Override
    public FMatrixRMaj meanTransposed() {
        return assemble(tile -> tile.meanTransposed().data, chip.mapping().weightPerSignal(), 0);
    }

    /** The weights that the stored target levels stand for, rows x cols. A copy. */
    public FMatrixRMaj targetWeights() {
        int top = chip.mapping().top(chip.cell().bits());
        return assemble(
                tile -> tile.crossbar().targets(),
                chip.mapping().weightPerStep(top),
                chip.mapping().zero(top));
    }

    private FMatrixRMaj assemble(Function<Tile, float[]> part, float unit, float zero) {
        FMatrixRMaj whole = new FMatrixRMaj(rows, cols);
        for (Tile tile : tiles) {
            float[] values = part.apply(tile);
            int width = tile.crossbar().cols();
            for (int k = 0; k < values.length; k++) {
                whole.data[(tile.row() + k / width) * cols + tile.col() + k % width] = (values[k] - zero) * unit;
            }
        }
        return whole;
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
        return chip.cell().bits() instanceof DiscreteLevels levels
                ? Long.SIZE - Long.numberOfLeadingZeros(chip.mapping().distinctWeights(levels.bits()) - 1)
                : Float.SIZE;
    }

    /** Share of the weights that stand at the end of their range; see {@link Crossbar#weightsAtEnds()}. */
    public double clippedShare() {
        long clipped = 0;
        for (Tile tile : tiles) {
            clipped += tile.crossbar().weightsAtEnds();
        }
        return clipped / ((double) rows * cols);
    }

    /** Keeps all tiles and counts, but not the clock. */
    public void keep(Archive archive) {
        tiles.forEach(tile -> tile.keep(archive));
        forwardAdc.keep(archive);
        transposedAdc.keep(archive);
        forwardCounts.keep(archive);
        transposedCounts.keep(archive);
        evaluationCounts.keep(archive);
        writeSums.keep(archive);
    }
}
