package org.ohmgrad.solve;

import java.util.Arrays;
import java.util.Locale;
import org.ohmgrad.circuit.WireCircuit.Solution;
import org.ohmgrad.report.chart.HeatMap;
import org.ohmgrad.report.text.NumberText;

/** How much of the voltage applied the wires keep from every cell, as a picture. */
public final class VoltageMap {
    private VoltageMap() {}

    /**
     * Draws the first vector.
     *
     * @param solution of the problem's first vector
     * @return the magnitude of the difference between the voltage of a cell's driven terminal and the voltage across the
     *     cell, volt
     * @throws CircuitException if voltages are too large to be drawn
     */
    public static HeatMap of(CircuitProblem problem, Solution solution) {
        double[] lost = Losses.voltsLost(problem, 0, solution);
        double most = Arrays.stream(lost).reduce(0, Math::max);
        if (!(most <= HeatMap.LARGEST)) {
            throw new CircuitException("voltages of " + most + " V are too large to be drawn");
        }
        var labels = new HeatMap.Labels(
                "Voltage lost in the wires" + (problem.voltages().rows() > 1 ? ", first vector" : ""),
                "voltage lost",
                "V",
                caption(problem, lost, most));
        return new HeatMap(labels, problem.rows(), problem.cols(), lost);
    }

    private static String caption(CircuitProblem problem, double[] lost, double most) {
        double applied = Arrays.stream(problem.voltages().row(0)).map(Math::abs).reduce(0, Math::max);
        double mean = Arrays.stream(lost).map(value -> value / lost.length).sum();
        return "The voltage applied less the voltage across the cell: in the mean " + volts(mean, applied)
                + ", at most " + volts(most, applied) + " of the largest voltage applied. " + problem.rows() + " x "
                + problem.cols() + " cells; " + NumberText.of(problem.wordLineOhms())
                + " ohm a segment of word line, " + NumberText.of(problem.bitLineOhms()) + " of bit line; "
                + problem.reading().words() + ".";
    }

    private static String volts(double lost, double applied) {
        String share = applied > 0 ? String.format(Locale.ROOT, "%.3g\u00a0%%", 100 * lost / applied) : "0\u00a0%";
        return String.format(Locale.ROOT, "%.3g\u00a0V or %s", lost, share);
    }
}
