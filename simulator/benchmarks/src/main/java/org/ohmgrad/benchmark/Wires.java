package org.ohmgrad.benchmark;

import java.util.concurrent.TimeUnit;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.ArraySettings;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.NodalSolve;
import org.ohmgrad.crossbar.wires.PlaneWires;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Origin;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Cells of 1 to 100 uS, evenly spread, between segments of 2 ohm, to a residual of 1e-10. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Wires {
    // A reference column uses 255 of 256 levels, so that zero is one.
    private static final int LAST = 254;

    private static final double OHMS = 2;
    private static final NodalSolve NODAL = new NodalSolve(OHMS, OHMS, Terminals.SAME, 1);

    /** Word lines and bit lines. */
    @Param("128")
    public int size;

    /** A circuit, and an array with the same cells and one reference line of each family. */
    @State(Scope.Thread)
    public static class Circuit {
        private double[] cells = new double[0];
        private double[] volts = new double[0];
        private WireCircuit circuit = new WireCircuit(new double[1], 1, 1, OHMS, OHMS);

        /** Draws cells and voltages. */
        @Setup
        public void draw(Wires wires) {
            cells = uniforms("cells", wires.size * wires.size, 1e-6, 1e-4);
            volts = uniforms("volts", wires.size, -0.5, 0.5);
            circuit = new WireCircuit(cells, wires.size, wires.size, OHMS, OHMS);
        }
    }

    /** An array in training: before every refresh a tenth of its cells is written to the next level. */
    @State(Scope.Thread)
    public static class Trained {
        private final Draws draws = new Draws(1, "benchmark/wires/updates");
        private Crossbar crossbar = crossbar(1);
        private PlaneWires wires = NODAL.of(crossbar.planes().get(0));
        private long step;

        /** Writes the cells and solves for the first time. */
        @Setup
        public void write(Wires settings) {
            crossbar = crossbar(settings.size - 1);
            wires = NODAL.of(crossbar.planes().get(0));
            wires.solve();
        }

        Crossbar written() {
            return crossbar;
        }

        private void update() {
            float[] wanted = crossbar.targets().clone();
            float[] u = new float[wanted.length];
            draws.uniforms(step++, 0, u, 0, u.length);
            for (int k = 0; k < wanted.length; k++) {
                wanted[k] += u[k] < 0.05 && wanted[k] > 0 ? -1 : u[k] > 0.95 && wanted[k] < LAST ? 1 : 0;
            }
            crossbar.program(wanted, 0);
        }
    }

    private static Crossbar crossbar(int size) {
        var cell = Chips.proportional().cell();
        var crossbar = new Crossbar(
                size,
                size,
                new ArraySettings(cell, new ReferenceColumn(2), new NoWires(), 0.5),
                new Origin(1, "layer1/tile0,0"));
        float[] targets = new float[size * size];
        new Draws(1, "benchmark/wires/targets").uniforms(0, 0, targets, 0, targets.length);
        for (int k = 0; k < targets.length; k++) {
            targets[k] = (int) (targets[k] * (LAST + 1));
        }
        crossbar.program(targets, 0);
        return crossbar;
    }

    private static double[] uniforms(String what, int count, double low, double high) {
        float[] u = new float[count];
        new Draws(1, "benchmark/wires/" + what).uniforms(0, 0, u, 0, count);
        double[] result = new double[count];
        for (int k = 0; k < count; k++) {
            result[k] = low + (high - low) * u[k];
        }
        return result;
    }

    /** One vector of voltages. */
    @Benchmark
    public double[] read(Circuit circuit) {
        return circuit.circuit.read(circuit.volts).currents();
    }

    /** The same by EJML's sparse Cholesky decomposition in an order of nested dissection. */
    @Benchmark
    public double[] cholesky(Circuit circuit) {
        return NodalCholesky.solve(circuit.cells, size, OHMS, circuit.volts);
    }

    /** The circuit as a matrix. */
    @Benchmark
    public double[] effective(Circuit circuit) {
        return circuit.circuit.effective();
    }

    /** First solve of an array that will be trained, at which the voltages are kept. */
    @Benchmark
    public PlaneWires firstSolve(Trained trained) {
        PlaneWires wires = NODAL.of(trained.crossbar.planes().get(0));
        wires.solve();
        return wires;
    }

    /** Refresh from the voltages before, and the writes that make it necessary. */
    @Benchmark
    public PlaneWires refresh(Trained trained) {
        trained.update();
        trained.wires.solve();
        return trained.wires;
    }
}
