package org.ohmgrad.training;

/**
 * What one layer keeps, its feedback matrices included, and how worn it is.
 *
 * @param tiles tiles
 * @param cells cells in use, all planes and reference lines
 * @param wear what all these cells have taken since they were new, in writes; pulses count as {@link
 *     org.ohmgrad.device.Endurance#pulsesPerWrite()} of them make one
 * @param worstWear the same of the cell that has taken most
 * @param worstShare share of its own endurance that a cell has used, the largest; 0 if cells never wear out
 * @param targetBytes target levels of matrices on the chip, as few bits each as their number of distinct weights takes
 * @param schemeBytes what the update scheme keeps for each weight
 * @param optimizerBytes state of the optimizer, of weights and biases
 * @param gradientBytes gradients of weights and biases, summed over a batch
 * @param feedbackBytes feedback matrices in digital memory
 * @param biasBytes biases
 */
public record LayerStock(
        long tiles,
        long cells,
        double wear,
        double worstWear,
        double worstShare,
        long targetBytes,
        long schemeBytes,
        long optimizerBytes,
        long gradientBytes,
        long feedbackBytes,
        long biasBytes) {}
