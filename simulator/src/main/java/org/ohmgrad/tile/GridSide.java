package org.ohmgrad.tile;

import java.util.List;
import java.util.function.BiConsumer;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.converter.NoInputScaling;
import org.ohmgrad.tile.converter.ReadCounts;
import org.ohmgrad.tile.converter.Scales;
import org.ohmgrad.tile.converter.SenseConverter;
import org.ohmgrad.tile.converter.SharedRead;

/** Reads of a matrix on tiles in one direction. */
final class GridSide {
    private final Direction direction;
    private final Chip chip;
    private final Converters converters;
    private final TileLayout layout;
    private final List<Tile> tiles;
    private final Clock clock;
    private final SenseConverter adc;
    private final ReadCounts counts = new ReadCounts();
    private final ReadCounts evaluationCounts;

    /**
     * Reads of fresh tiles.
     *
     * @param clock moved on by every read
     * @param evaluationCounts counts the reads of test and validation examples
     */
    GridSide(
            Direction direction,
            Chip chip,
            TileLayout layout,
            List<Tile> tiles,
            Clock clock,
            ReadCounts evaluationCounts) {
        this.direction = direction;
        this.chip = chip;
        this.layout = layout;
        this.tiles = tiles;
        this.clock = clock;
        this.evaluationCounts = evaluationCounts;
        converters = chip.converters(direction);
        adc = new SenseConverter(converters.adc(), layout.drivenOfTile(direction));
    }

    /** What reads of training and calibrations count. */
    ReadCounts counts() {
        return counts;
    }

    /** Whether its converters must find their range by reads. */
    boolean findsRange() {
        return adc.findsRange();
    }

    /** What {@link TileGrid#read(Direction, FMatrixRMaj, Occasion)} says. */
    FMatrixRMaj read(FMatrixRMaj vectors, Occasion occasion) {
        require(vectors);
        return adc.read(occasion, counts(occasion), pass -> read(vectors, pass));
    }

    private void require(FMatrixRMaj vectors) {
        int length = layout.driven(direction);
        if (vectors.numCols != length) {
            throw new IllegalArgumentException("vectors must have " + length + " elements but have " + vectors.numCols);
        }
    }

    private ReadCounts counts(Occasion occasion) {
        return switch (occasion.phase()) {
            case TRAIN, RANGE -> counts;
            case VALIDATION, TEST -> evaluationCounts;
            default -> new ReadCounts();
        };
    }

    private FMatrixRMaj read(FMatrixRMaj vectors, SharedRead pass) {
        FMatrixRMaj sums = new FMatrixRMaj(vectors.numRows, layout.sensed(direction));
        float[] scales = converters.scaling().scales(vectors);
        FMatrixRMaj voltages = voltages(vectors, scales, pass);
        pass.counts().addVectors(vectors.numRows);
        pass.counts().addMultiplyAdds((long) sums.data.length * additions());
        tiles.forEach(tile -> tile.side(direction).read(voltages, pass, sums));
        Scales.scaleBack(sums, scales, chip.mapping().weightPerSignal());
        passTime(pass.occasion(), vectors.numRows);
        return sums;
    }

    private FMatrixRMaj voltages(FMatrixRMaj vectors, float[] scales, SharedRead pass) {
        return Scales.voltages(vectors, scales, converters.dac(), layout.copies(direction), pass.counts());
    }

    /** Digital ones for each sensed line: of partial sums, or the whole product where numbers stand for cells. */
    private int additions() {
        return tiles.get(0).crossbar().isDigital() ? layout.driven(direction) : layout.parts(direction) - 1;
    }

    /** Reads known vectors and corrects later reads of every line by what it finds. */
    void calibrate(FMatrixRMaj known, long epoch) {
        SharedRead pass = calibration(epoch);
        FMatrixRMaj voltages = voltages(known, new NoInputScaling().scales(known), pass);
        counts.addMultiplyAdds((long) known.numRows * layout.rows() * layout.cols());
        tiles.forEach(tile -> tile.side(direction).calibrate(voltages, pass));
        passTime(pass.occasion(), known.numRows);
    }

    /** Looks at what the tiles read to know their drift, if they do. */
    void lookAtDrift(long step, BiConsumer<Tile, SharedRead> look) {
        if (chip.driftCompensation().any()) {
            SharedRead pass = calibration(step);
            tiles.forEach(tile -> look.accept(tile, pass));
            passTime(pass.occasion(), tiles.get(0).drift().vectors());
        }
    }

    private SharedRead calibration(long step) {
        return new SharedRead(new Occasion(Phase.CALIBRATION, step, 0), adc.now(), counts);
    }

    private void passTime(Occasion occasion, int vectors) {
        if (occasion.phase() != Phase.PROBE) {
            clock.advance(vectors * chip.timing().readSeconds());
        }
    }

    /** Keeps range and counts, but neither the tiles nor the evaluation's counts. */
    void keep(Archive archive) {
        adc.keep(archive);
        counts.keep(archive);
    }
}
