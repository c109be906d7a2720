package org.ohmgrad.training;

import org.ohmgrad.tile.WriteSums;

/**
 * What one layer did in some stretch of training. A feedback matrix belongs to the layer in the place of whose weights it
 * carries the error.
 *
 * @param forward forward reads of training, those of feedback matrices on the chip among them
 * @param transposed transposed reads of training and of calibrations
 * @param evaluation reads of test and validation examples: forward ones, and transposed ones of rules whose answer is what the
 *     network settles at
 * @param writes writes of cells
 * @param multiplyAdds digital multiply-adds of training; {@link Ledger} says what is counted
 * @param evaluationMultiplyAdds digital multiply-adds of evaluations
 * @param seconds chip time of training: reads and writes of crossbars, one after another; digital work is taken to be done
 *     meanwhile
 * @param evaluationSeconds chip time of evaluations, without waits
 */
public record LayerWork(
        Reads forward,
        Reads transposed,
        Reads evaluation,
        Writes writes,
        long multiplyAdds,
        long evaluationMultiplyAdds,
        double seconds,
        double evaluationSeconds) {
    /**
     * Writes of cells.
     *
     * @param cells cells written
     * @param pulses pulses fired; a write whose pulses are not simulated counts as one
     * @param verifies reads of single cells before and between pulses
     * @param failures writes that failed
     * @param wornOut cells that wore out
     */
    public record Writes(long cells, long pulses, long verifies, long failures, long wornOut) {
        static Writes of(WriteSums sums) {
            return new Writes(sums.cells(), sums.pulses(), sums.verifies(), sums.failures(), sums.wornOut());
        }

        Writes plus(Writes other) {
            return new Writes(
                    cells + other.cells,
                    pulses + other.pulses,
                    verifies + other.verifies,
                    failures + other.failures,
                    wornOut + other.wornOut);
        }
    }

    /**
     * Reads of one direction.
     *
     * @param tiles one for each vector and tile
     * @param dac conversions of DACs
     * @param adc conversions of ADCs
     * @param joules energy that crossbars took up, joule
     */
    public record Reads(long tiles, long dac, long adc, double joules) {
        Reads plus(Reads other) {
            return new Reads(tiles + other.tiles, dac + other.dac, adc + other.adc, joules + other.joules);
        }
    }
}
