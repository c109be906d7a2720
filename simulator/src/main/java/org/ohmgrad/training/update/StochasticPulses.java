package org.ohmgrad.training.update;

import java.util.List;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Stochastic pulses on the lines (T. Gokmen and Y. Vlasov, Frontiers in Neuroscience 10:333, 2016): in each of a number of slots
 * every word line fires with a probability in proportion to its input, every bit line with one in proportion to its delta, and a
 * cell moves by a step where both fire. All cells of a tile are updated at once, and no outer product is ever computed: the mean
 * change is -rate delta input.
 *
 * <p>Probabilities are clip(gain |x|) and clip(gain |delta|) with gain = sqrt(rate / (examples of the batch · step · slots)) and
 * the mean step of a weight by one pulse. With <em>update management</em> (T. Gokmen, M. Onen and W. Haensch, Frontiers in
 * Neuroscience 11:538, 2017) the gain of x is multiplied, and that of delta divided, by sqrt(max |delta| / max |x|), so that the
 * largest probabilities of both are equal and clipping is rare.
 *
 * @param slots length of the bit streams
 * @param updateManagement whether both sides' largest probabilities are made equal, example by example
 * @param batch how the examples of a batch become pulses
 */
public record StochasticPulses(
        @Default("31") int slots,
        @Default("true") boolean updateManagement,
        @Default("\"per-example\"") BatchPulses batch)
        implements PulsedScheme {
    /** Refuses streams that an int cannot hold. */
    public StochasticPulses {
        Check.that().inRange("slots", slots, 1, 31).holds();
    }

    /** As a file that gives no key has it. */
    public StochasticPulses() {
        this(31, true, BatchPulses.PER_EXAMPLE);
    }

    @Override
    public int memories() {
        return 0;
    }

    @Override
    public boolean formsGradient() {
        return false;
    }

    @Override
    public MatrixUpdate startPulses(UpdateContext context) {
        return new StochasticUpdate(context, this);
    }

    @Override
    public List<String> objections(UpdateConditions under) {
        List<String> objections = PulsedScheme.super.objections(under);
        objections.addAll(PulsedScheme.needsFactors(under));
        boolean even =
                under.chip().cell().device().pulseLaw().flatMap(PulseLaw::even).isPresent();
        if (batch == BatchPulses.FOLDED && !even) {
            objections.add("can fold a batch only on a device whose steps do not depend on its state,"
                    + " such as constant-step: set batch to \"per-example\"");
        }
        return objections;
    }
}
