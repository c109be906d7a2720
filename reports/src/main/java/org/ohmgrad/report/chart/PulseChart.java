package org.ohmgrad.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ohmgrad.report.text.NumberText;
import org.ohmgrad.report.text.UnitPrefix;
import org.ohmgrad.report.text.Words;

/**
 * Measured conductances along pulses with the curve that was fitted to them and trains that the fitted device gave, one panel a
 * branch.
 *
 * @param title heading
 * @param branches the panels
 */
public record PulseChart(String title, List<Branch> branches) {
    private static final int CURVE_POINTS = 100;
    private static final CurveStyle MEASURED = new CurveStyle("#0072B2", CurveStyle.Marker.CIRCLE, List.of());
    private static final CurveStyle SIMULATED = new CurveStyle("#009E73", CurveStyle.Marker.TRIANGLE, List.of());
    private static final CurveStyle FIT = new CurveStyle("#D55E00", CurveStyle.Marker.SQUARE, List.of(7.0, 3.0));

    /**
     * One direction of pulses.
     *
     * @param title heading of the panel
     * @param pulses largest number of pulses
     * @param trains measured trains
     * @param simulated trains of the fitted device
     * @param fit conductance of the curve after so many pulses, siemens
     */
    public record Branch(String title, int pulses, List<Train> trains, List<Train> simulated, IntToDoubleFunction fit) {
        private DoubleStream extents() {
            return DoubleStream.concat(
                    Stream.concat(trains.stream(), simulated.stream())
                            .flatMapToDouble(
                                    train -> train.conductances().stream().mapToDouble(Double::doubleValue)),
                    IntStream.of(0, pulses).mapToDouble(fit));
        }

        private LineChart.Panel panel(int last, double factor) {
            List<Series> series = new ArrayList<>();
            for (Train train : trains) {
                series.add(new Series("measured", MEASURED, Series.Kind.THIN, train.dots(last, factor)));
            }
            for (Train train : simulated) {
                series.add(new Series("simulated", SIMULATED, Series.Kind.LINE, train.dots(last, factor)));
            }
            series.add(new Series("fit", FIT, Series.Kind.RIBBON, curve(last, factor)));
            return new LineChart.Panel(title, series);
        }

        private List<Series.Dot> curve(int last, double factor) {
            int every = Math.max(1, pulses / CURVE_POINTS);
            return IntStream.iterate(0, pulse -> pulse <= pulses, pulse -> pulse + every)
                    .mapToObj(pulse -> dot(pulse, fit.applyAsDouble(pulse), last, factor))
                    .toList();
        }
    }

    /**
     * One train.
     *
     * @param pulses numbers of pulses, growing
     * @param conductances siemens, as many
     */
    public record Train(List<Integer> pulses, List<Double> conductances) {
        private List<Series.Dot> dots(int last, double factor) {
            return IntStream.range(0, pulses.size())
                    .mapToObj(k -> dot(pulses.get(k), conductances.get(k), last, factor))
                    .toList();
        }
    }

    /** The figure as SVG text. */
    public String svg() {
        return chart().svg();
    }

    /** The figure as PNG. */
    public byte[] png() {
        return chart().png();
    }

    private LineChart chart() {
        int last = branches.stream().mapToInt(Branch::pulses).max().orElse(1);
        Axis axis = Axis.ofWholeNumbers("pulses", 0, last);
        double[] values = branches.stream().flatMapToDouble(Branch::extents).toArray();
        UnitPrefix unit = UnitPrefix.of("S", values);
        return new LineChart(
                "pulses",
                title,
                "Measured conductance against the number of pulses, with the fitted curve and trains simulated with it.",
                axis,
                "conductance (" + unit.unit() + ")",
                Scale.around(
                        Arrays.stream(values)
                                .map(value -> value * unit.factor())
                                .toArray(),
                        0,
                        Double.MAX_VALUE),
                List.of(),
                2,
                branches.stream()
                        .map(branch -> branch.panel(last, unit.factor()))
                        .toList());
    }

    private static Series.Dot dot(int pulse, double siemens, int last, double factor) {
        String words = "after " + Words.count(pulse, "pulse") + " " + NumberText.of(siemens) + " siemens";
        OptionalDouble none = OptionalDouble.empty();
        return new Series.Dot(Axis.whole(pulse, 0, last), siemens * factor, none, none, words);
    }
}
