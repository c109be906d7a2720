package org.ohmgrad.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.report.record.CellMap;
import org.ohmgrad.tile.TileGrid;

/** What the wires of a matrix's first tile do to its cells, for every cell of the first plane. */
final class WireMaps {
    private WireMaps() {}

    /** Two maps: voltage lost, and error of the weights; none if wires have no resistance. */
    static List<CellMap> of(TileGrid weights) {
        Crossbar crossbar = weights.tiles().get(0).crossbar();
        Conductances plane = crossbar.planes().get(0);
        return weights.chip()
                .wires()
                .circuit(plane)
                .map(circuit -> Stream.of(voltageLost(circuit), weightError(crossbar, weights)))
                .orElse(Stream.empty())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nothing is drawn of a run whose weights became no numbers. */
    private static Optional<CellMap> map(String name, int rows, int cols, double... values) {
        return Arrays.stream(values).allMatch(Double::isFinite)
                ? Optional.of(CellMap.of(name, rows, cols, values))
                : Optional.empty();
    }

    /** Share of the read voltage that does not lie across the cell when all word lines are fully on. */
    private static Optional<CellMap> voltageLost(WireCircuit circuit) {
        double[] fullyOn = new double[circuit.rows()];
        Arrays.fill(fullyOn, 1);
        WireCircuit.Solution solution = circuit.read(fullyOn);
        double[] lost = new double[circuit.rows() * circuit.cols()];
        Arrays.setAll(lost, cell -> 1 - (solution.wordLineVolts()[cell] - solution.bitLineVolts()[cell]));
        return map("voltage_lost_share", circuit.rows(), circuit.cols(), lost);
    }

    /** How far the weight that a forward read sees lies from the one that its cells, undistorted, would give alone. */
    private static Optional<CellMap> weightError(Crossbar crossbar, TileGrid weights) {
        float[] seen = crossbar.meanForward().data;
        float[] alone = new float[seen.length];
        for (int p = 0; p < crossbar.planes().size(); p++) {
            addPlane(undistorted(crossbar, p), crossbar, crossbar.mapping().sign(p), alone);
        }
        DeviceModel device = weights.chip().cell().device();
        double unit = weights.chip().mapping().weightPerSignal();
        double[] error = new double[seen.length];
        Arrays.setAll(error, k -> unit * Math.abs(seen[k] - alone[k] / (device.gMax() - device.gMin())));
        return map("weight_error", crossbar.rows(), crossbar.cols(), error);
    }

    private static double[] undistorted(Crossbar crossbar, int plane) {
        float[] now = crossbar.planes().get(plane).seen();
        double[] factors = crossbar.preDistortion();
        double[] siemens = new double[now.length];
        Arrays.setAll(siemens, cell -> now[cell] / (factors.length == 0 ? 1 : factors[cell]));
        return siemens;
    }

    /** Adds the siemens of a plane, less those of its reference column. */
    private static void addPlane(double[] plane, Crossbar crossbar, float sign, float[] sums) {
        int references = crossbar.mapping().referenceLines();
        int stride = crossbar.cols() + references;
        for (int k = 0; k < sums.length; k++) {
            int row = k / crossbar.cols();
            double reference = references == 0 ? 0 : plane[row * stride + crossbar.cols()];
            sums[k] += (float) (sign * (plane[row * stride + k % crossbar.cols()] - reference));
        }
    }
}
