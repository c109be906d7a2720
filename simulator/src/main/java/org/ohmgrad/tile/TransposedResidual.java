package org.ohmgrad.tile;

import java.util.List;
import java.util.Optional;
import org.ohmgrad.tile.correction.LineResponse;

/**
 * How far the lines of a transposed read are off, after correction if there is any.
 *
 * @param gain root mean square of the lines' relative errors of gain, each line weighted by the sum of its squared mean
 *     weights: how far the errors move the matrix, relative to its size; 0 of a matrix of zeros
 * @param offset root mean square of the lines' offsets, in units of one fully-on input through one fully-on cell
 */
public record TransposedResidual(double gain, double offset) {
    /** Empty if the lines neither have errors nor were ever calibrated. */
    static Optional<TransposedResidual> of(List<Tile> tiles) {
        boolean exact =
                tiles.stream().allMatch(tile -> tile.transposedResponse().isExact());
        return exact ? Optional.empty() : Optional.of(left(tiles));
    }

    private static TransposedResidual left(List<Tile> tiles) {
        double moved = 0;
        double size = 0;
        double offsets = 0;
        int lines = 0;
        for (Tile tile : tiles) {
            LineResponse response = tile.transposedResponse();
            for (int line = 0; line < tile.crossbar().rows(); line++) {
                double weight = squares(tile, line);
                moved += weight * square(response.gain(line) - 1);
                size += weight;
                offsets += square(response.offset(line));
            }
            lines += tile.crossbar().rows();
        }
        return new TransposedResidual(size > 0 ? Math.sqrt(moved / size) : 0, Math.sqrt(offsets / lines));
    }

    private static double squares(Tile tile, int line) {
        int cols = tile.crossbar().cols();
        float[] mean = tile.crossbar().meanTransposed().data;
        double sum = 0;
        for (int k = line * cols; k < (line + 1) * cols; k++) {
            sum += square(mean[k]);
        }
        return sum;
    }

    private static double square(double x) {
        return x * x;
    }
}
