package org.ohmgrad.solve;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.report.text.NumberText;

/** Finds by bisection how much resistance wires may have until the worst current has lost a share; both families alike. */
public final class TolerableWires {
    private static final double PRECISION = 1e-9;
    private static final int MOST_DOUBLINGS = 200;

    private final CircuitProblem problem;
    private final double share;
    private final ToDoubleFunction<CircuitProblem> measure;

    private TolerableWires(CircuitProblem problem, double share, ToDoubleFunction<CircuitProblem> measure) {
        this.problem = problem;
        this.share = share;
        this.measure = measure;
    }

    /**
     * For the vectors of a problem, of which the one that loses the largest share counts.
     *
     * @param share of a line's current, see {@link Losses}; in (0, 1)
     * @return the problem with such wires
     * @throws CircuitException if they do not exist
     */
    public static CircuitProblem of(CircuitProblem problem, double share) {
        return new TolerableWires(problem, share, TolerableWires::largestShare).find();
    }

    /**
     * For all inputs of so many volt, of which the worst counts.
     *
     * @param share of what a line's cells pass when all driven lines are on; in (0, 1)
     * @return the problem with such wires
     * @throws CircuitException if they do not exist
     */
    public static CircuitProblem ofWorstInput(CircuitProblem problem, double share, double volts, boolean signed) {
        return new TolerableWires(problem, share, each -> new WorstInput(each, volts, signed).largestShare()).find();
    }

    private static double largestShare(CircuitProblem problem) {
        Losses losses = new Losses(problem);
        WireCircuit circuit = problem.wired();
        for (int vector = 0; vector < problem.voltages().rows(); vector++) {
            losses.add(vector, CircuitResults.solve(problem, circuit, vector));
        }
        return losses.largestShare();
    }

    private boolean losesEnough(double factor) {
        return measure.applyAsDouble(problem.scaled(factor)) >= share;
    }

    private CircuitProblem find() {
        if (Math.max(problem.wordLineOhms(), problem.bitLineOhms()) == 0) {
            throw new CircuitException("--until multiplies the ohms of the wires, so one of them must be above 0");
        }
        if (losesEnough(0)) {
            throw new CircuitException(String.format(
                    Locale.ROOT,
                    "--until: without any resistance of wires the worst current loses %.3g %% already, by drivers and sense"
                            + " amplifiers",
                    100 * measure.applyAsDouble(problem.scaled(0))));
        }
        double above = 1;
        double most = problem.mostScale();
        while (!losesEnough(above)) {
            if (above >= most) {
                throw notReached(above);
            }
            above = Math.min(2 * above, most);
        }
        return problem.scaled(between(below(above), above));
    }

    private double below(double above) {
        double below = above / 2;
        for (int turn = 0; turn < MOST_DOUBLINGS && losesEnough(below); turn++) {
            below /= 2;
        }
        return below;
    }

    private double between(double from, double to) {
        double below = from;
        double above = to;
        while (above - below > PRECISION * above) {
            double middle = (below + above) / 2;
            if (losesEnough(middle)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }

    private CircuitException notReached(double factor) {
        return new CircuitException(String.format(
                Locale.ROOT,
                "--until: the worst current loses no more than %.3g %% even at %s ohm a segment",
                100 * measure.applyAsDouble(problem.scaled(factor)),
                NumberText.of(factor * Math.max(problem.wordLineOhms(), problem.bitLineOhms()))));
    }

    /** What was found, in a sentence. */
    public static String sentence(CircuitProblem found, double share) {
        return String.format(
                Locale.ROOT,
                "The worst current loses %s %% at %s ohm a segment of word line and %s of bit line; all results are of such"
                        + " wires.",
                NumberText.of(100 * share),
                NumberText.of(found.wordLineOhms()),
                NumberText.of(found.bitLineOhms()));
    }
}
