package org.ohmgrad.training;

/**
 * What one layer keeps, its feedback matrices included, and how worn it is.
 *
 * @param tiles tiles
 * @param cells cells in use, all planes and reference lines
 * @param wear what these cells have taken since they were new
 * @param memory what is kept in digital memory
 */
public record LayerStock(long tiles, long cells, Wear wear, Memory memory) {
    /**
     * What cells have taken since they were new.
     *
     * @param total of all cells together, in writes; pulses count as {@link
     *     org.ohmgrad.device.Endurance#pulsesPerWrite()} of them make one
     * @param worst the same of the cell that has taken most
     * @param worstShare share of its own endurance that a cell has used, the largest; 0 if cells never wear out
     */
    public record Wear(double total, double worst, double worstShare) {}

    /**
     * Digital memory, in bytes.
     *
     * @param targets target levels of matrices on the chip, as few bits each as their number of distinct weights takes
     * @param scheme what the update scheme keeps for each weight
     * @param optimizer state of the optimizer, of weights and biases
     * @param gradients gradients of weights and biases, summed over a batch
     * @param feedback feedback matrices in digital memory
     * @param biases biases
     */
    public record Memory(long targets, long scheme, long optimizer, long gradients, long feedback, long biases) {}
}
