package org.ohmgrad.training.update;

import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.PulseMoment;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Phase;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.NotKept;
import org.ohmgrad.tile.Tile;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.WeightMatrix;
import org.ohmgrad.tile.WeightedGrids;
import org.ohmgrad.tile.WeightedGrids.Part;
import org.ohmgrad.training.gradient.Outer;
import org.ohmgrad.training.gradient.WeightGradient;

/** The updates of {@link TikiTakaV2}: pulses toward the gathering array, and row by row a pulse where hidden numbers are full. */
final class TransferUpdate extends MatrixUpdate {
    /** A round of reads that learning rules never come to. */
    private static final int ROUND = SymmetryPoint.ROUND + 1;

    private final TikiTakaV2 scheme;
    private final TileGrid weights;
    private final TileGrid gathering;
    private final TileGrid reference;
    private final MatrixUpdate gradients;
    private final double weightStep;
    private final double gatheringStep;
    private final float[] hidden;
    private double largestInput;
    private double largestDelta;
    private long vectors;
    private long stretches;
    private long transfers;

    @NotKept("of one transfer")
    private final int[] pulses;

    TransferUpdate(UpdateContext context, TikiTakaV2 scheme, TileGrid gathering, TileGrid reference) {
        this.scheme = scheme;
        weights = context.weights();
        this.gathering = gathering;
        this.reference = reference;
        weightStep = PulsedScheme.weightPerPulse(weights.chip());
        gatheringStep = PulsedScheme.weightPerPulse(gathering.chip());
        hidden = new float[weights.rows() * weights.cols()];
        pulses = new int[weights.cols()];
        var own = new UpdateContext(
                gathering, context.clock(), context.optimizer(), context.seed(), context.name() + "/gradient");
        gradients = new StochasticUpdate(own, new StochasticPulses(scheme.slots(), true, BatchPulses.PER_EXAMPLE));
    }

    @Override
    public List<TileGrid> grids() {
        return List.of(gathering, reference);
    }

    @Override
    public Optional<WeightMatrix> matrix() {
        float gamma = (float) scheme.gamma();
        return gamma == 0
                ? Optional.empty()
                : Optional.of(new WeightedGrids(
                        List.of(new Part(1, weights), new Part(gamma, gathering), new Part(-gamma, reference))));
    }

    @Override
    public void apply(WeightGradient gradient, double rate, long step) {
        int reads = gradient.inputs().numRows;
        for (int from = 0; from < reads; ) {
            int count = (int) Math.min(reads - from, scheme.every() - vectors % scheme.every());
            gather(rows(gradient.inputs(), from, count), rows(gradient.deltas(), from, count));
            vectors += count;
            from += count;
            if (vectors % scheme.every() == 0) {
                transfer(rate / gradient.examples());
            }
        }
    }

    private static FMatrixRMaj rows(FMatrixRMaj all, int from, int count) {
        FMatrixRMaj some = new FMatrixRMaj(count, all.numCols);
        System.arraycopy(all.data, from * all.numCols, some.data, 0, some.data.length);
        return some;
    }

    private void gather(FMatrixRMaj inputs, FMatrixRMaj deltas) {
        largestInput = running(largestInput, inputs);
        largestDelta = running(largestDelta, deltas);
        if (largestInput > 0 && largestDelta > 0) {
            WeightGradient gradient = WeightGradient.of(new Outer(inputs, deltas, 1), 1, new FMatrixRMaj(0, 0));
            gradients.apply(gradient, fastRate(), stretches);
            takeCounts();
        }
        stretches++;
    }

    private void takeCounts() {
        countWanted(gradients.wantedChanges(), gradients.lostChanges());
        countWrites(gradients.cellWrites());
        countPulses(gradients.pulses());
        gradients.resetCounts();
    }

    /** The running mean of the largest magnitude of a vector; vectors of zeros say nothing of it. */
    private static double running(double mean, FMatrixRMaj vectors) {
        double now = mean;
        for (int row = 0; row < vectors.numRows; row++) {
            float largest = LineGains.largest(vectors, row);
            now = largest == 0 ? now : now == 0 ? largest : now + (largest - now) / TikiTakaV2.MEMORY;
        }
        return now;
    }

    private double fastRate() {
        return scheme.fastRate() * scheme.slots() * gatheringStep / (largestInput * largestDelta);
    }

    private void transfer(double rate) {
        if (largestInput == 0 || largestDelta == 0) {
            return;
        }
        int row = (int) (transfers % weights.rows());
        FMatrixRMaj oneHot = new FMatrixRMaj(1, weights.rows());
        oneHot.data[row] = 1;
        var occasion = new Occasion(Phase.TRAIN, transfers, 0, ROUND);
        float[] gathered = gathering.read(oneHot, occasion).data;
        float[] zero = reference.read(oneHot, occasion).data;
        double share = rate * scheme.every() * weights.rows() / (scheme.gamma0() * weightStep * fastRate());
        int hits = fill(row * weights.cols(), gathered, zero, (float) share);
        if (hits > 0) {
            countWrites(weights.firePulses(1, (tile, seconds) -> fire(tile, row, seconds)));
        }
        transfers++;
    }

    /** Fills the hidden numbers of a row, and empties those that are full into pulses. */
    private int fill(int at, float[] gathered, float[] zero, float share) {
        int hits = 0;
        for (int k = 0; k < pulses.length; k++) {
            float h = Math.fma(share, gathered[k] - zero[k], hidden[at + k]);
            pulses[k] = h >= 1 ? 1 : h <= -1 ? -1 : 0;
            hidden[at + k] = pulses[k] == 0 ? h : 0;
            hits += pulses[k] == 0 ? 0 : 1;
        }
        return hits;
    }

    private int fire(Tile tile, int row, double seconds) {
        int own = row - tile.row();
        if (own < 0 || own >= tile.crossbar().rows()) {
            return 0;
        }
        int[] some = new int[tile.crossbar().cols()];
        System.arraycopy(pulses, tile.col(), some, 0, some.length);
        int hits = 0;
        for (int pulse : some) {
            hits += Math.abs(pulse);
        }
        if (hits > 0) {
            tile.crossbar().pulse(own, some, hits, new PulseMoment(transfers, 0, seconds));
        }
        int cells = hits * weights.chip().mapping().planes();
        countPulses(cells);
        return cells;
    }

    @Override
    void keepState(Archive archive) {
        gathering.keep(archive);
        reference.keep(archive);
        gradients.keep(archive);
        archive.keep(hidden);
        largestInput = archive.keep(largestInput);
        largestDelta = archive.keep(largestDelta);
        vectors = archive.keep(vectors);
        stretches = archive.keep(stretches);
        transfers = archive.keep(transfers);
    }
}
