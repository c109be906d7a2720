package org.ohmgrad.data;

/**
 * Averages over areas, which make a square image of another: a pixel that lies across the border of two new ones counts in
 * each by its share.
 */
final class Resampling {
    private final double[][] rowShares;
    private final double[][] columnShares;

    /** From images of rows x columns to images of side x side. */
    Resampling(int rows, int columns, int side) {
        rowShares = shares(rows, side);
        columnShares = shares(columns, side);
    }

    /** For each new line the share that every old one has in it; the shares of a new line add up to 1. */
    private static double[][] shares(int old, int side) {
        double[][] shares = new double[side][old];
        for (int line = 0; line < side; line++) {
            for (int from = 0; from < old; from++) {
                // In units of 1/side of an old line, so that the borders are whole numbers.
                long start = Math.max((long) line * old, (long) from * side);
                long end = Math.min((line + 1L) * old, (from + 1L) * side);
                shares[line][from] = (double) Math.max(0, end - start) / old;
            }
        }
        return shares;
    }

    /** The mean over the area of the new pixel (row, column) of the image whose first byte stands at a position. */
    double mean(IdxFile images, int position, int row, int column) {
        double[] down = rowShares[row];
        double[] across = columnShares[column];
        double sum = 0;
        for (int r = 0; r < down.length; r++) {
            if (down[r] > 0) {
                sum += down[r] * meanOfLine(images, position + r * across.length, across);
            }
        }
        return sum;
    }

    private static double meanOfLine(IdxFile images, int position, double[] across) {
        double sum = 0;
        for (int c = 0; c < across.length; c++) {
            sum += across[c] * images.at(position + c);
        }
        return sum;
    }
}
