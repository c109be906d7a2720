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
 * largest probabilities of both are equal and clipping is rare. With <em>slot management</em> (M. J. Rasch, T. Gokmen and W. Haensch, IEEE
 * Design &amp; Test 37:19, 2020; the "update BL management" of simulators) an example's trains are no longer than its largest wanted
 * change asks for, ceil(rate max |x| max |delta| / (examples of the batch · step)) slots: short trains take less time and energy,
 * and their mean change is the same.
 *
 * @param slots length of the bit streams, the largest one under slot management
 * @param updateManagement whether both sides' largest probabilities are made equal, example by example
 * @param batch how the examples of a batch become pulses
 * @param slotManagement whether each example's streams are only as long as its largest wanted change asks for
 */
public record StochasticPulses(
        @Default("31") int slots,
        @Default("true") boolean updateManagement,
        @Default("\"per-example\"") BatchPulses batch,
        @Default("false") boolean slotManagement)
        implements PulsedScheme {
    /** Refuses streams that an int cannot hold. */
    public StochasticPulses {
        Check.that().inRange("slots", slots, 1, 31).holds();
    }

    /** As a file that gives no key has it. */
    public StochasticPulses() {
        this(31, true, BatchPulses.PER_EXAMPLE);
    }

    /** Trains that are all of the same length. */
    public StochasticPulses(int slots, boolean updateManagement, BatchPulses batch) {
        this(slots, updateManagement, batch, false);
    }

    /**
     * Length of an example's trains.
     *
     * @param pulses pulses that its largest wanted change asks for; 0 if it wants none
     */
    int slotsFor(double pulses) {
        return slotManagement ? (int) Math.min(slots, Math.ceil(pulses)) : slots;
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
