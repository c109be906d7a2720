package org.ohmgrad.training;

/**
 * What one layer did in some stretch of training. A feedback matrix belongs to the layer in the place of whose weights it
 * carries the error.
 *
 * @param forward forward reads of training, those of feedback matrices on the chip among them
 * @param transposed transposed reads of training and of calibrations
 * @param evaluation forward reads of test and validation examples
 * @param cellWrites cells written
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
        long cellWrites,
        long multiplyAdds,
        long evaluationMultiplyAdds,
        double seconds,
        double evaluationSeconds) {
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
