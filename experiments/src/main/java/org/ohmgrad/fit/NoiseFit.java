package org.ohmgrad.fit;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.ohmgrad.arithmetic.Elementary;

/**
 * The most likely parts of noise. A part that the measurement does not need, at 95 % or, of differences between devices, at three
 * standard deviations, is 0.
 *
 * @param parts the parts
 * @param errors their standard deviations; for a part that is 0, the value below which it lies with 95 %
 * @param likelihood log of the restricted likelihood, up to a constant
 * @param isProportional whether readings err in proportion to the conductance, or else everywhere alike
 */
record NoiseFit(NoiseParts parts, NoiseParts errors, double likelihood, boolean isProportional) {
    private static final double LEAST = 1e-6;
    private static final double NONE = 1.1e-6;
    private static final double MOST = 10;

    /** By how much one law of the errors of reading must be more likely for the other to be left alone. */
    private static final double CLEAR = 5;

    /** So many points may look like the wrong law of errors of reading by chance. */
    private static final int FEW = 60;

    private static final int EVALUATIONS = 600;
    private static final int TRIED = 60;
    private static final int HALVINGS = 12;
    private static final double CURVATURE = 0.02;

    /** Half of the 90th percentile of chi-squared with one degree of freedom: one side of a normal law at 95 %. */
    private static final double NEEDED = 1.3528;

    /**
     * What a difference between devices must add: three standard deviations. Cells held at the ends of their range make trains
     * differ a little, which the linear model does not know.
     */
    private static final double NEEDED_OF_DEVICES = 4.5;

    /** Half of the 95th percentile of chi-squared with two degrees of freedom. */
    private static final double NEEDED_BY_TWO = 2.9957;

    /**
     * Fits.
     *
     * @param measured points whose trains are told
     * @param law their mean law
     * @param rough root mean square distance of the points from it, as a share of the range
     */
    static NoiseFit of(PulseMeasurements measured, MeanLaw law, double rough) {
        Search even = new Search(new NoiseModel(measured, law, false), rough, false);
        Search proportional = new Search(new NoiseModel(measured, law, true), rough, true);
        Guess ifEven = even.first();
        Guess ifProportional = proportional.first();
        double better = ifProportional.likelihood - ifEven.likelihood;
        if (Math.abs(better) > CLEAR && measured.count() > FEW) {
            return better > 0 ? proportional.best(ifProportional) : even.best(ifEven);
        }
        NoiseFit second = even.best(ifEven);
        NoiseFit first = proportional.best(ifProportional);
        boolean isFirst = Math.abs(better) > CLEAR ? better > 0 : first.likelihood > second.likelihood;
        NoiseFit chosen = isFirst ? first : second;
        return measured.count() > FEW ? chosen : chosen.asUncertainAs(isFirst ? second : first);
    }

    /** Few points do not tell how readings err: what is 0 lies only below what either law of these errors allows. */
    private NoiseFit asUncertainAs(NoiseFit other) {
        NoiseParts wider = errors;
        for (int part = NoiseParts.STEPS; part < NoiseParts.SLOW; part++) {
            double value = other.parts.numbers()[part];
            double theirs = value + (value > 0 ? 2 : 1) * other.errors.numbers()[part];
            if (parts.numbers()[part] == 0 && theirs > errors.numbers()[part]) {
                wider = wider.with(part, theirs);
            }
        }
        return new NoiseFit(parts, wider, likelihood, isProportional);
    }

    /** What this noise makes of the fit of the mean law. */
    NoiseModel.Consequences consequences(PulseMeasurements measured, MeanLaw law) {
        return new NoiseModel(measured, law, isProportional).consequences(parts);
    }

    /** A point of the search: which parts there are, their values, and how likely they are. */
    private static final class Guess {
        private final int[] active;
        private final NoiseParts parts;
        private final double likelihood;

        Guess(int[] active, NoiseParts parts, double likelihood) {
            this.active = active;
            this.parts = parts;
            this.likelihood = likelihood;
        }

        boolean has(int part) {
            return IntStream.of(active).anyMatch(k -> k == part);
        }

        int[] without(int... parts) {
            return IntStream.of(active)
                    .filter(k -> IntStream.of(parts).noneMatch(gone -> gone == k))
                    .toArray();
        }
    }

    private record Search(NoiseModel model, double rough, boolean isProportional) {
        /** With errors of reading that are all independent. */
        Guess first() {
            int[] all = model.devices() > 1 ? new int[] {0, 1, 2, 3, 4} : new int[] {0, 1};
            return optimum(grid(all), all);
        }

        NoiseFit best(Guess first) {
            Guess best = needed(first);
            if (model.longestMemory() > 0) {
                Guess longer = withMemory(best);
                best = longer.likelihood > best.likelihood + NEEDED_BY_TWO ? needed(longer) : best;
            }
            return new NoiseFit(cleaned(best.parts), errors(best), best.likelihood, isProportional);
        }

        /** Without parts that do not matter, the least first. */
        private Guess needed(Guess full) {
            Guess best = full;
            for (Guess next = shorter(best); next.active.length < best.active.length; next = shorter(best)) {
                best = next.active.length == 0 ? next : optimum(next.parts, next.active);
            }
            return best;
        }

        private Guess shorter(Guess from) {
            Guess best = from;
            double least = 0;
            for (int part : from.active) {
                boolean isLast = from.active.length == 1;
                if (part != NoiseParts.MEMORY && !isLast) {
                    int[] left = part == NoiseParts.SLOW ? from.without(part, NoiseParts.MEMORY) : from.without(part);
                    Guess tried = simplex(from.parts.with(part, 0), TRIED * left.length, left);
                    double spare = tried.likelihood + needed(part) - from.likelihood;
                    best = spare > least ? tried : best;
                    least = Math.max(least, spare);
                }
            }
            return best;
        }

        private static double needed(int part) {
            return part > NoiseParts.STEPS && part < NoiseParts.SLOW ? NEEDED_OF_DEVICES : NEEDED;
        }

        /** The best with errors of reading that last. */
        private Guess withMemory(Guess from) {
            int[] active = IntStream.concat(
                            IntStream.of(from.without(NoiseParts.READ)),
                            IntStream.of(NoiseParts.READ, NoiseParts.SLOW, NoiseParts.MEMORY))
                    .toArray();
            NoiseParts best = from.parts;
            double reached = Double.NEGATIVE_INFINITY;
            double size = Math.max(from.parts.read(), Math.max(LEAST, rough) / 2);
            for (double memory : new double[] {1, 3, 10, model.longestMemory()}) {
                for (double steps : new double[] {1, 0.3, 0.1, 0.01}) {
                    NoiseParts tried = from.parts
                            .with(NoiseParts.READ, size)
                            .with(NoiseParts.SLOW, size)
                            .with(NoiseParts.MEMORY, memory)
                            .with(NoiseParts.STEPS, from.parts.steps() * steps);
                    double there = model.of(tried);
                    best = there > reached ? tried : best;
                    reached = Math.max(there, reached);
                }
            }
            return optimum(best, active);
        }

        private static NoiseParts cleaned(NoiseParts parts) {
            return NoiseParts.of(Arrays.stream(parts.numbers())
                    .map(part -> part < NONE ? 0 : part)
                    .toArray());
        }

        /** The best of a coarse grid. */
        private NoiseParts grid(int... active) {
            NoiseParts best = NoiseParts.NONE;
            double reached = Double.NEGATIVE_INFINITY;
            double unit = Math.max(LEAST, rough);
            for (double read : new double[] {1, 0.3, 0.1, 1e-2, 1e-4}) {
                for (double steps : new double[] {1, 0.1, 0.01, 1e-3, 1e-5}) {
                    for (double devices : active.length > 2 ? new double[] {1, 1e-2} : new double[] {0}) {
                        double effect = devices * unit;
                        NoiseParts tried = new NoiseParts(
                                Math.max(LEAST, read * unit), steps * unit, effect, effect, effect, 0, 1);
                        double there = model.of(tried);
                        best = there > reached ? tried : best;
                        reached = Math.max(there, reached);
                    }
                }
            }
            return best;
        }

        private Guess optimum(NoiseParts from, int... active) {
            Guess best = simplex(from, EVALUATIONS, active);
            return simplex(best.parts, EVALUATIONS, active);
        }

        /** The best point that a simplex meets; the one it starts from if it has no room to move. */
        private Guess simplex(NoiseParts from, int evaluations, int... active) {
            Guess[] best = {new Guess(active, at(from, logs(from, active), active), Double.NEGATIVE_INFINITY)};
            MultivariateFunction goal = logs -> {
                NoiseParts parts = at(from, logs, active);
                double likelihood = model.of(parts);
                best[0] = likelihood > best[0].likelihood ? new Guess(active, parts, likelihood) : best[0];
                return likelihood;
            };
            double[] sides = new double[active.length];
            Arrays.fill(sides, 0.5);
            try {
                new SimplexOptimizer(new SimpleValueChecker(-1, 1e-4))
                        .optimize(
                                new MaxEval(evaluations),
                                new ObjectiveFunction(goal),
                                GoalType.MAXIMIZE,
                                new InitialGuess(logs(from, active)),
                                new NelderMeadSimplex(sides));
            } catch (TooManyEvaluationsException enough) {
                // The best so far is what is wanted.
            }
            return best[0];
        }

        private static double[] logs(NoiseParts parts, int... active) {
            return IntStream.of(active)
                    .mapToDouble(part -> Elementary.log(Math.max(LEAST, parts.numbers()[part])))
                    .toArray();
        }

        private NoiseParts at(NoiseParts from, double[] logs, int... active) {
            NoiseParts parts = from;
            for (int k = 0; k < active.length; k++) {
                double value = Elementary.exp(Math.min(50, logs[k]));
                boolean isMemory = active[k] == NoiseParts.MEMORY;
                double low = isMemory ? 0.3 : LEAST;
                parts = parts.with(active[k], Math.min(isMemory ? model.longestMemory() : MOST, Math.max(low, value)));
            }
            return parts.with(NoiseParts.READ, Math.max(LEAST, parts.read()));
        }

        /** From the curvature of the likelihood; for parts that are 0, where it falls by what a part must add. */
        private NoiseParts errors(Guess best) {
            double[] errors = new double[NoiseParts.COUNT];
            int size = best.active.length;
            RealMatrix curvature = new Array2DRowRealMatrix(size, size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    double second = second(best.parts, best.active[i], best.active[j]);
                    curvature.setEntry(i, j, -second);
                    curvature.setEntry(j, i, -second);
                }
            }
            LUDecomposition solved = new LUDecomposition(curvature, 0);
            for (int i = 0; i < size; i++) {
                int part = best.active[i];
                double variance = solved.getSolver().isNonSingular()
                        ? solved.getSolver().getInverse().getEntry(i, i)
                        : 0;
                errors[part] = variance > 0 ? Math.sqrt(variance) * best.parts.numbers()[part] : Double.NaN;
            }
            for (int part = 0; part < (model.devices() > 1 ? NoiseParts.SLOW : 2); part++) {
                if (!best.has(part)) {
                    errors[part] = bound(best, part);
                }
            }
            return NoiseParts.of(errors);
        }

        /** Second derivative after the logs of two parts. */
        private double second(NoiseParts best, int i, int j) {
            double h = CURVATURE;
            if (i == j) {
                return (model.of(moved(best, i, h)) - 2 * model.of(best) + model.of(moved(best, i, -h))) / (h * h);
            }
            return (model.of(moved(moved(best, i, h), j, h))
                            - model.of(moved(moved(best, i, h), j, -h))
                            - model.of(moved(moved(best, i, -h), j, h))
                            + model.of(moved(moved(best, i, -h), j, -h)))
                    / (4 * h * h);
        }

        private static NoiseParts moved(NoiseParts parts, int part, double h) {
            return parts.with(part, parts.numbers()[part] * Elementary.exp(h));
        }

        /** Where the likelihood, the other parts at their best, falls by what a part must add. */
        private double bound(Guess best, int part) {
            double low = LEAST;
            double high = MOST;
            for (int halving = 0; halving < HALVINGS; halving++) {
                double middle = Math.sqrt(low * high);
                Guess there = simplex(best.parts.with(part, middle), TRIED, best.active);
                boolean isLikely = there.likelihood > best.likelihood - NEEDED;
                low = isLikely ? middle : low;
                high = isLikely ? high : middle;
            }
            return high;
        }
    }
}
