package org.ohmgrad.training.update;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.training.gradient.NoGradientClipping;
import org.ohmgrad.training.optimizer.Sgd;

/**
 * A scheme that fires pulses at the cells, which move by the device's own law: its steps, their spread from cycle to cycle and
 * from device to device, and each cell's own bounds. Initial weights are programmed like under any scheme; from the first
 * update on no memory holds what a cell should conduct.
 *
 * <p>A pulse up raises a weight. On a reference column it raises the weight's one cell. On a differential pair it raises the
 * plus cell and lowers the minus cell by a pulse each, as M. Prezioso et al. (Nature 521, 2015) update both devices of a pair;
 * a minus cell that stands at its lowest conductance stays there, so that weights fresh from programming rise by half a step
 * until they have fallen once. The mean step of a weight, by which wanted changes are counted in pulses, is that of mean cells
 * halfway through their range, both cells of a pair together.
 */
public sealed interface PulsedScheme extends UpdateScheme permits StochasticPulses, CountedScheme, TikiTakaV2 {
    /** The updates of a matrix of cells that take pulses. */
    MatrixUpdate startPulses(UpdateContext context);

    @Override
    default boolean keepsTargets() {
        return false;
    }

    /** Where exact numbers stand for cells there is nothing to pulse: they take every change as it is. */
    @Override
    default MatrixUpdate start(UpdateContext context) {
        if (context.weights().isDigital()) {
            return new NearestLevel().start(context);
        }
        context.weights().tiles().forEach(tile -> tile.crossbar().beginPulses());
        return startPulses(context);
    }

    @Override
    default List<String> objections(UpdateConditions under) {
        List<String> objections = new ArrayList<>();
        var law = under.chip().cell().device().pulseLaw();
        if (law.isEmpty()) {
            objections.add("fires pulses, but the chip's device has no law of pulses: give it \"pulses\"");
        } else if (law.get().meanStep() <= 0) {
            objections.add("fires pulses, but the chip's device does not move under one: its pulses have no step");
        }
        if (under.chip().transposeCalibration().vectors() > 0) {
            objections.add("fires pulses, after which no target levels are left that the chip's calibration of the"
                    + " transposed read could trust: set transposeCalibration to none");
        }
        if (under.optimizer().asksForWeights()) {
            objections.add("fires pulses, after which no memory holds the weights that the optimizer asks for");
        }
        if (under.ruleAsksForWeights()) {
            objections.add("fires pulses, after which no memory holds the weights that the learning rule asks for");
        }
        return objections;
    }

    /** Objections of a scheme that fires from inputs and deltas, example by example, and so never has a gradient. */
    static List<String> needsFactors(UpdateConditions under) {
        List<String> objections = new ArrayList<>();
        if (!under.optimizer().equals(new Sgd())) {
            objections.add("works from inputs and deltas, not from the gradient, and so needs the optimizer sgd");
        }
        if (!under.clipping().equals(new NoGradientClipping())) {
            objections.add("works from inputs and deltas, not from the gradient, and so needs clipping none");
        }
        return objections;
    }

    /** Change of a weight by one pulse: the mean step, both cells of a pair together. */
    static double weightPerPulse(Chip chip) {
        double step = chip.cell().device().pulseLaw().map(PulseLaw::meanStep).orElse(0.0);
        return step * chip.mapping().weightPerSignal() * chip.mapping().planes();
    }
}
