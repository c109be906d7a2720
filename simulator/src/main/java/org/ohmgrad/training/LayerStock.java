package org.ohmgrad.training;

/**
 * What one layer keeps, its feedback matrices included, and how worn it is.
 *
 * @param tiles tiles
 * @param cells cells in use, all planes and reference lines
 * @param cellWrites writes of all these cells since they were new
 * @param mostWrites writes of the cell that was written most
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
        long cellWrites,
        long mostWrites,
        long targetBytes,
        long schemeBytes,
        long optimizerBytes,
        long gradientBytes,
        long feedbackBytes,
        long biasBytes) {}
