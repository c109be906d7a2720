package org.ohmgrad.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.wires.NoPreDistortion;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.crossbar.wires.NominalPreDistortion;
import org.ohmgrad.crossbar.wires.PreDistortion;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.random.Origin;
import org.ohmgrad.report.record.CellMap;
import org.ohmgrad.tile.Chip;
import org.ohmgrad.tile.Clock;
import org.ohmgrad.tile.TileGrid;
import org.ohmgrad.tile.TileSize;
import org.ohmgrad.tile.Timing;
import org.ohmgrad.tile.converter.Converters;

class WireMapsTest {
    private static final int SIDE = 24;

    static Stream<ConductanceMapping> mappings() {
        return Stream.of(new DifferentialPair(2), new ReferenceColumn(2));
    }

    private static NodalSolve wires(double ohms, PreDistortion preDistortion) {
        return new NodalSolve(ohms, ohms, Terminals.SAME, 1, preDistortion);
    }

    /** All weights are 0.5. */
    private static List<CellMap> maps(ConductanceMapping mapping, WireResistance wires) {
        var cell = new Cell(new ContinuousLevels(), ParametricDeviceModel.ideal(1e-6, 1e-4), new NoStuckFaults());
        var chip = new Chip(
                "bench",
                "",
                cell,
                mapping,
                0.25,
                new TileSize(SIDE, SIDE),
                Converters.ideal(),
                Converters.ideal(),
                wires,
                new Timing(0, 0),
                Map.of());
        FMatrixRMaj weights = new FMatrixRMaj(SIDE, SIDE);
        java.util.Arrays.fill(weights.data, 0.5f);
        return WireMaps.of(new TileGrid(chip, weights, new Clock(), new Origin(1, "layer1")));
    }

    private static double mean(CellMap map) {
        return map.means().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @Test
    void wiresWithoutResistanceHaveNoMaps() {
        assertEquals(List.of(), maps(new DifferentialPair(2), new NoWires()));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void zeroOhmsLoseNothing(ConductanceMapping mapping) {
        for (CellMap map : maps(mapping, wires(0, new NoPreDistortion()))) {
            assertEquals(0, mean(map), 1e-6, map.name());
        }
    }

    /** To first order the farthest of n cells of a line loses R G n (n + 1) / 2, all lines being driven alike. */
    @Test
    void theFarthestCellLosesWhatBothItsLinesDrop() {
        CellMap lost =
                maps(new DifferentialPair(2), wires(0.1, new NoPreDistortion())).get(0);
        double siemens = 1e-6 + 0.25 * 99e-6;
        double expected = 0.1 * siemens * SIDE * (SIDE + 1);
        assertEquals("voltage_lost_share", lost.name());
        assertEquals(expected, lost.means().get(SIDE - 1), 0.02 * expected);
    }

    /** A reference column carries less current than the nominal array's and so loses less than it is given back. */
    @ParameterizedTest
    @MethodSource("mappings")
    void preDistortionMakesTheErrorOfWeightsSmaller(ConductanceMapping mapping) {
        boolean isPair = mapping.referenceLines() == 0;
        CellMap plain = maps(mapping, wires(1, new NoPreDistortion())).get(1);
        CellMap distorted = maps(mapping, wires(1, new NominalPreDistortion(isPair ? 0.25 : 0.625)))
                .get(1);
        assertEquals("weight_error", plain.name());
        double times = mean(plain) / mean(distorted);
        assertTrue(times > (isPair ? 10 : 2), times + " times smaller");
    }
}
