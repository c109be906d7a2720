package org.ohmgrad.training;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.converter.ReadCounts;
import org.ohmgrad.training.LayerStock.Memory;
import org.ohmgrad.training.LayerStock.Wear;
import org.ohmgrad.training.LayerWork.Reads;
import org.ohmgrad.training.LayerWork.Writes;
import org.ohmgrad.training.optimizer.Optimizer;
import org.ohmgrad.training.rule.OwnMatrix;
import org.ohmgrad.training.update.MatrixUpdate;
import org.ohmgrad.training.update.UpdateScheme;

/**
 * What learning costs, layer by layer: what crossbars did is counted while they do it, digital work follows from shapes.
 *
 * <p>Digital multiply-adds, for a layer of n inputs and m outputs, B examples and S updates:
 *
 * <ul>
 *   <li>forward, for each example: m for the bias, m for the activation, m for each further tile whose partial sums are added;
 *   <li>backward, for each example: n for each further tile of a transposed read, or n m for a digital feedback matrix; m
 *       for the activation's derivative;
 *   <li>gradients, for each example: n m for the outer product, m for the bias; n + m for the probabilities of lines, and
 *       nothing for each weight, where stochastic pulses do without a gradient;
 *   <li>each update, for every weight: 1 for the optimizer and 2 for each number that it keeps, 1 for the new target level
 *       and 1 for each number that the update scheme keeps; for every bias what the optimizer takes; feedback matrices that
 *       learn likewise;
 *   <li>each vector read from an array that an update scheme holds beside the weights: m for what is added of it;
 *   <li>each vector of a calibration: n m for what it should read; reads by which converters find their range add what
 *       tiles' partial sums take.
 * </ul>
 *
 * <p>Left out are range management, clipping, weight decay, the loss itself, and the
 * writing of signs. Layers and feedback
 * matrices of exact numbers count as digital products, and have neither conversions nor writes.
 */
public final class Ledger {
    private final TrainingStep step;
    private final Optimizer optimizer;
    private final UpdateScheme scheme;
    private final long[] rowsBefore;
    private long stepsBefore;

    /** The ledger of a training step, which has the optimizer and the update scheme named. */
    public Ledger(TrainingStep step, Optimizer optimizer, UpdateScheme scheme) {
        this.step = step;
        this.optimizer = optimizer;
        this.scheme = scheme;
        rowsBefore = new long[step.network().depth()];
    }

    /** What was done since the ledger was last {@linkplain #startAnew started anew}, or ever; one entry a layer. */
    public List<LayerWork> work() {
        return IntStream.range(0, step.network().depth()).mapToObj(this::work).toList();
    }

    /** What is kept now, one entry a layer. */
    public List<LayerStock> stock() {
        return IntStream.range(0, step.network().depth()).mapToObj(this::stock).toList();
    }

    /** Starts all counts of reads and writes anew, those of {@link MatrixUpdate} apart. */
    public void startAnew() {
        stepsBefore = step.steps();
        Arrays.setAll(rowsBefore, step::rowsLearned);
        IntStream.range(0, step.network().depth()).boxed().flatMap(this::grids).forEach(grid -> {
            grid.forwardCounts().reset();
            grid.transposedCounts().reset();
            grid.evaluationCounts().reset();
            grid.writeSums().reset();
        });
    }

    /** Keeps where the ledger was last started anew; the counts are kept by those who count. */
    public void keep(Archive archive) {
        stepsBefore = archive.keep(stepsBefore);
        archive.keep(rowsBefore);
    }

    private LayerWork work(int layer) {
        TileGrid weights = step.network().synapse(layer).weights();
        long examples = weights.forwardCounts().vectors();
        return new LayerWork(
                reads(layer, TileGrid::forwardCounts),
                reads(layer, TileGrid::transposedCounts),
                reads(layer, TileGrid::evaluationCounts),
                onChip(layer).map(grid -> Writes.of(grid.writeSums())).reduce(new Writes(0, 0, 0, 0, 0), Writes::plus),
                multiplyAdds(layer, examples),
                products(layer, TileGrid::evaluationCounts)
                        + 2 * weights.evaluationCounts().vectors() * weights.cols(),
                onChip(layer).mapToDouble(Ledger::trainingSeconds).reduce(0, Double::sum),
                onChip(layer)
                        .mapToDouble(grid -> seconds(grid.evaluationCounts(), grid))
                        .reduce(0, Double::sum));
    }

    private Reads reads(int layer, Function<TileGrid, ReadCounts> counts) {
        return grids(layer).map(grid -> reads(grid, counts.apply(grid))).reduce(new Reads(0, 0, 0, 0), Reads::plus);
    }

    /** Digital products, sums of partial sums, and what the sums of several arrays behind one weight take. */
    private long products(int layer, Function<TileGrid, ReadCounts> counts) {
        long beside = ofSchemes(layer)
                .mapToLong(grid -> vectors(counts.apply(grid), grid) * grid.cols())
                .sum();
        return beside
                + grids(layer)
                        .mapToLong(grid -> counts.apply(grid).multiplyAdds())
                        .sum();
    }

    private static Reads reads(TileGrid grid, ReadCounts counts) {
        return grid.isDigital()
                ? new Reads(0, 0, 0, 0)
                : new Reads(counts.reads(), counts.dac(), counts.adc(), counts.joules());
    }

    private static long vectors(ReadCounts counts, TileGrid grid) {
        return counts.reads() / grid.tiles().size();
    }

    private static double seconds(ReadCounts counts, TileGrid grid) {
        return vectors(counts, grid) * grid.chip().timing().readSeconds();
    }

    private static double trainingSeconds(TileGrid grid) {
        return seconds(grid.forwardCounts(), grid)
                + seconds(grid.transposedCounts(), grid)
                + grid.writeSums().seconds();
    }

    private long multiplyAdds(int layer, long examples) {
        TileGrid weights = step.network().synapse(layer).weights();
        long outputs = weights.cols();
        long products = products(layer, TileGrid::forwardCounts) + products(layer, TileGrid::transposedCounts);
        long outer = scheme.formsGradient() ? weights.rows() * outputs : weights.rows() + outputs;
        long learning = (step.rowsLearned(layer) - rowsBefore[layer]) * (2 * outputs + outer);
        return products + 2 * examples * outputs + learning + (step.steps() - stepsBefore) * perUpdate(layer);
    }

    /** Multiply-adds of one update of a layer. */
    private long perUpdate(int layer) {
        long perBias = 1 + 2L * optimizer.memories();
        long biases = learns(layer) ? step.network().synapse(layer).bias().getNumElements() : 0;
        long perWeight = scheme.formsGradient() ? perBias + 1 + scheme.memories() : 0;
        return learning(layer).mapToLong(Ledger::weights).sum() * perWeight + biases * perBias;
    }

    private LayerStock stock(int layer) {
        return new LayerStock(
                onChip(layer).mapToLong(grid -> grid.tiles().size()).sum(),
                onChip(layer).mapToLong(TileGrid::cells).sum(),
                wear(layer),
                memory(layer));
    }

    private Wear wear(int layer) {
        return new Wear(
                onChip(layer).mapToDouble(grid -> grid.wear().total()).sum(),
                onChip(layer).mapToDouble(grid -> grid.wear().worst()).max().orElse(0),
                onChip(layer)
                        .mapToDouble(grid -> grid.wear().worstShare())
                        .max()
                        .orElse(0));
    }

    private Memory memory(int layer) {
        long biases = step.network().synapse(layer).bias().getNumElements();
        long learning = learning(layer).mapToLong(Ledger::weights).sum();
        long own = learns(layer) ? biases : 0;
        return new Memory(
                onChip(layer)
                        .mapToLong(grid -> scheme.keepsTargets() ? bytes(weights(grid), grid.targetBits()) : 0)
                        .sum(),
                scheme.memories() * bytes(learning, Float.SIZE),
                optimizer.memories() * bytes(learning + own, Float.SIZE),
                learns(layer) ? bytes(gradients(layer) + own, Float.SIZE) : 0,
                feedback(layer)
                        .filter(TileGrid::isDigital)
                        .mapToLong(grid -> bytes(weights(grid), Float.SIZE))
                        .sum(),
                bytes(biases, Float.SIZE));
    }

    private long gradients(int layer) {
        return scheme.formsGradient() ? weights(step.network().synapse(layer).weights()) : 0;
    }

    private static long weights(TileGrid grid) {
        return (long) grid.rows() * grid.cols();
    }

    private static long bytes(long numbers, int bits) {
        return (numbers * bits + Byte.SIZE - 1) / Byte.SIZE;
    }

    private boolean learns(int layer) {
        return layer >= step.firstTrained();
    }

    /** The matrices of a layer: its weights, the feedback matrix in their place if there is one, and arrays of update schemes. */
    private Stream<TileGrid> grids(int layer) {
        return Stream.of(Stream.of(step.network().synapse(layer).weights()), feedback(layer), ofSchemes(layer))
                .flatMap(each -> each);
    }

    /** Arrays that update schemes hold beside the weights of a layer and beside its feedback matrix. */
    private Stream<TileGrid> ofSchemes(int layer) {
        Stream<TileGrid> own =
                learns(layer) ? step.updates().get(layer - step.firstTrained()).grids().stream() : Stream.empty();
        return Stream.concat(own, own(layer).flatMap(matrix -> matrix.updateGrids().stream()));
    }

    private Stream<TileGrid> onChip(int layer) {
        return grids(layer).filter(grid -> !grid.isDigital());
    }

    private Stream<TileGrid> feedback(int layer) {
        return own(layer).map(OwnMatrix::grid);
    }

    private Stream<OwnMatrix> own(int layer) {
        return step.learner().matrices().stream().filter(matrix -> matrix.of().number() == layer);
    }

    /** The matrices of a layer that are updated. */
    private Stream<TileGrid> learning(int layer) {
        Stream<TileGrid> weights =
                learns(layer) ? Stream.of(step.network().synapse(layer).weights()) : Stream.empty();
        return Stream.concat(
                weights,
                own(layer).filter(matrix -> matrix.update().isPresent()).map(OwnMatrix::grid));
    }
}
