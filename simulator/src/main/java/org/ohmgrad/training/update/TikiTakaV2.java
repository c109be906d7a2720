package org.ohmgrad.training.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.TileGrid;

/**
 * Tiki-Taka, version 2 (T. Gokmen, Frontiers in Artificial Intelligence 4:699148, 2021; as defined by M. J. Rasch et al., Nature
 * Communications 15:7133, 2024), for devices whose steps up and down differ. Three arrays stand behind a weight: A gathers
 * gradients by stochastic pulses, R holds A's symmetry point, toward which A decays, and C holds the weight. After every
 * {@code every} vectors one row of A and the same of R is read, one-hot and in turn, through the converters; the difference
 * goes into hidden numbers in digital memory, h += lambdaH (A - R), and where |h| reaches 1, one pulse of its sign goes to C and
 * h begins again at 0. So a gradient that only scatters, and the drift toward a symmetry point that scatter brings, are filtered
 * out before they reach C.
 *
 * <p>A's pulses have the rate lambdaA = fastRate · slots · dA / (mX mD), with its mean step dA and running means of the largest
 * input and the largest delta of a vector (of about {@value #MEMORY} vectors; assumed), so that the largest product brings
 * {@code slots} times fastRate pulses; lambdaH = rate · every · rows · scale / (gamma0 · dC · lambdaA), with {@code scale} 1 over
 * the examples of a batch.
 *
 * <p>A starts at its symmetry point, which the chip finds by a procedure: {@code symmetryPairs} pulses up and down in turn, which
 * is repeated once for every look at A; R is written with the mean of these looks, plus a {@code referenceError}.
 *
 * @param slots length of the bit streams toward A
 * @param every vectors between reads of a row of A
 * @param fastRate pulses toward A at the largest product, as a share of the slots
 * @param gamma0 how much slower C learns than a single array would, for A gathers a gradient about so many times before it decays
 * @param gamma share of A - R in what signals are read through, beside C; 0 lets C stand alone
 * @param symmetryPairs pulses up and down before each look
 * @param symmetryLooks looks whose mean is the symmetry point
 * @param referenceError standard deviation by which R is off, as a share of wMax
 */
@Called("Tiki-Taka v2")
public record TikiTakaV2(
        @Default("5") int slots,
        @Called("inputs between transfers") @Default("5") int every,
        @Default("1") double fastRate,
        @Default("200") double gamma0,
        @Default("0") double gamma,
        @Default("100") int symmetryPairs,
        @Default("8") int symmetryLooks,
        @Default("0") double referenceError)
        implements PulsedScheme {
    static final int MEMORY = 100;

    /** Refuses streams that an int cannot hold, and numbers without sense. */
    public TikiTakaV2 {
        Check.that()
                .inRange("slots", slots, 1, 31)
                .inRange("every", every, 1, 1_000_000)
                .inRange("fastRate", fastRate, 1e-6, 1000)
                .inRange("gamma0", gamma0, 1e-6, 1e9)
                .inRange("gamma", gamma, 0, 1000)
                .inRange("symmetryPairs", symmetryPairs, 1, 1_000_000)
                .inRange("symmetryLooks", symmetryLooks, 1, 10_000)
                .inRange("referenceError", referenceError, 0, 10)
                .holds();
    }

    /** As a file that gives no key has it. */
    public TikiTakaV2() {
        this(5, 5, 1, 200, 0, 100, 8, 0);
    }

    /** The hidden number. */
    @Override
    public int memories() {
        return 1;
    }

    @Override
    public boolean formsGradient() {
        return false;
    }

    @Override
    public MatrixUpdate startPulses(UpdateContext context) {
        TileGrid weights = context.weights();
        TileGrid gathering = grid(context, new FMatrixRMaj(weights.rows(), weights.cols()), "gradient");
        gathering.tiles().forEach(tile -> tile.crossbar().beginPulses());
        FMatrixRMaj found = SymmetryPoint.find(gathering, symmetryPairs, symmetryLooks);
        addError(found, context);
        return new TransferUpdate(context, this, gathering, grid(context, found, "reference"));
    }

    private static TileGrid grid(UpdateContext context, FMatrixRMaj values, String name) {
        return new TileGrid(
                context.chip(), values, context.clock(), new Origin(context.seed(), context.name() + "/" + name));
    }

    private void addError(FMatrixRMaj reference, UpdateContext context) {
        var draws = new Draws(context.seed(), Phase.INIT.stream(context.name() + "/reference/error"));
        float[] z = new float[reference.data.length];
        draws.normals(0, 0, z, 0, z.length);
        float sigma = (float) (referenceError * largestWeight(context.chip()));
        for (int k = 0; k < z.length; k++) {
            reference.data[k] = Math.fma(sigma, z[k], reference.data[k]);
        }
    }

    private static double largestWeight(Chip chip) {
        int top = chip.mapping().top(chip.cell().bits());
        return (chip.mapping().highest(top) - chip.mapping().zero(top))
                * chip.mapping().weightPerStep(top);
    }

    @Override
    public List<String> objections(UpdateConditions under) {
        List<String> objections = new ArrayList<>(PulsedScheme.super.objections(under));
        objections.addAll(PulsedScheme.needsFactors(under));
        Optional<PulseLaw> law = under.chip().cell().device().pulseLaw();
        if (law.flatMap(PulseLaw::even).isPresent()
                || law.flatMap(PulseLaw::levels).isPresent()) {
            objections.add(
                    "needs a device with a symmetry point, toward which pulses up and down in turn lead it: one whose"
                            + " steps become smaller toward the bound ahead, such as soft-bounds");
        }
        if (under.chip().forward().adc().range().isFoundByReads()) {
            objections.add("reads arrays that hold nothing yet when converters find their range: state the range of the"
                    + " chip's forward adc");
        }
        return objections;
    }
}
