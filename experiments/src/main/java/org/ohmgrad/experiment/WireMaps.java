package org.ohmgrad.experiment;

import java.util.Arrays;
import java.util.List;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.Conductances;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.WireCircuit;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.report.CellMap;
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
                .map(circuit -> List.of(voltageLost(circuit), weightError(crossbar, weights)))
                .orElse(List.of());
    }

    /** Share of the read voltage that does not lie across the cell when all word lines are fully on. */
    private static CellMap voltageLost(WireCircuit circuit) {
        double[] fullyOn = new double[circuit.rows()];
        Arrays.fill(fullyOn, 1);
        WireCircuit.Solution solution = circuit.read(fullyOn);
        double[] lost = new double[circuit.rows() * circuit.cols()];
        Arrays.setAll(lost, cell -> 1 - (solution.wordLineVolts()[cell] - solution.bitLineVolts()[cell]));
        return CellMap.of("voltage_lost_share", circuit.rows(), circuit.cols(), lost);
    }

    /** How far the weight that a forward read sees lies from the one that its cells alone would give. */
    private static CellMap weightError(Crossbar crossbar, TileGrid weights) {
        float[] seen = crossbar.meanForward().data;
        DeviceModel device = weights.chip().cell().device();
        double range = device.gMax() - device.gMin();
        double unit = weights.chip().mapping().weightPerSignal();
        double[] error = new double[seen.length];
        Arrays.setAll(error, k -> unit * Math.abs(seen[k] - cellsAlone(crossbar, k) / range));
        return CellMap.of("weight_error", crossbar.rows(), crossbar.cols(), error);
    }

    private static double cellsAlone(Crossbar crossbar, int weight) {
        ConductanceMapping mapping = crossbar.mapping();
        int references = mapping.referenceLines();
        int row = weight / crossbar.cols();
        int stride = crossbar.cols() + references;
        double sum = 0;
        for (int p = 0; p < mapping.planes(); p++) {
            sum += mapping.sign(p) * crossbar.planes().get(p).now()[row * stride + weight % crossbar.cols()];
        }
        return references == 0 ? sum : sum - crossbar.planes().get(0).now()[row * stride + crossbar.cols()];
    }
}
