package org.ohmgrad.training.update;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.SoftBounds;
import org.ohmgrad.network.Samples;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.training.gradient.WeightGradient;
import org.ohmgrad.training.optimizer.Sgd;

/**
 * The toy task of Rasch et al. (Nature Communications 15:7133, 2024, figure 4): one matrix of soft-bounded cells learns a target
 * matrix from inputs and what the target makes of them, one vector at a time. What a scheme is judged by is the root mean square
 * of weights less targets, with weights in [-1, 1]. Assumed, for the figure does not say: standard normal inputs, targets
 * even in [-0.5, 0.5], reads without noise.
 *
 * @param states number of states of a mean cell, its range over its step at weight 0
 * @param asymmetry standard deviation of the difference of a cell's steps up and down, as a share of their mean
 * @param size rows and columns
 */
public record TargetTask(double states, double asymmetry, int size) {
    private static final double SPREAD = 0.3;
    private static final int EVERY = 10;

    /** Cells that differ in their steps and bounds by 30 %, as do a cell's steps from each other. */
    public Chip chip(double spreadOfBounds) {
        double step = 1 / states;
        return PulseBench.chip(
                new SoftBounds(2 * step, 2 * step, SPREAD),
                new DeviceToDevice(SPREAD, asymmetry, spreadOfBounds / 2, spreadOfBounds / 2),
                new ReferenceColumn(1),
                new NoStuckFaults());
    }

    private FMatrixRMaj target(long seed) {
        FMatrixRMaj target = new FMatrixRMaj(size, size);
        new Draws(seed, "target").uniforms(0, 0, target.data, 0, target.data.length);
        for (int k = 0; k < target.data.length; k++) {
            target.data[k] -= 0.5f;
        }
        return target;
    }

    /** Root mean square error of the weights, its square averaged over the second half of so many steps. */
    public double error(UpdateScheme scheme, int steps, double rate, long seed) {
        var clock = new Clock();
        var weights = new TileGrid(chip(0), new FMatrixRMaj(size, size), clock, new Origin(seed, "layer1"));
        MatrixUpdate update = scheme.start(new UpdateContext(weights, chip(SPREAD), clock, new Sgd(), seed, "layer1"));
        FMatrixRMaj target = target(seed);
        double sum = 0;
        int looks = 0;
        for (int step = 0; step < steps; step++) {
            FMatrixRMaj x = Samples.normals(1, size, 1000 * seed + step);
            FMatrixRMaj deltas = weights.read(x, new Occasion(Phase.TRAIN, step, 0));
            for (int row = 0; row < size; row++) {
                for (int col = 0; col < size; col++) {
                    deltas.data[col] -= x.data[row] * target.get(row, col);
                }
            }
            update.apply(WeightGradient.of(x, deltas), rate, step);
            if (2 * step >= steps && step % EVERY == 0) {
                sum += square(weights.meanForward(), target);
                looks++;
            }
        }
        return Math.sqrt(sum / looks);
    }

    private static double square(FMatrixRMaj weights, FMatrixRMaj target) {
        double sum = 0;
        for (int k = 0; k < target.data.length; k++) {
            double off = weights.data[k] - target.data[k];
            sum += off * off;
        }
        return sum / target.data.length;
    }
}
