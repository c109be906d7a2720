package org.ohmgrad.crossbar;

import java.util.ArrayList;
import java.util.List;

/**
 * The voltages from which a circuit's effective matrix was made, so that it can be made anew for conductances that have
 * changed a little: 4 bytes for each node of the kept lines and each of the driven lines, which is 4 n<sup>3</sup> bytes
 * for n x n cells, 67 MB for 256 x 256.
 */
final class VoltageMemory {
    private final List<float[][]> volts = new ArrayList<>();
    private final List<double[]> whole = new ArrayList<>();

    /** Whether nothing was solved yet. */
    boolean isEmpty() {
        return volts.isEmpty();
    }

    /** Last row's voltages of a bundle of right-hand sides, from those remembered if there are any; remembers all. */
    void solve(SchurSolver solver, int bundle, double[][] injected, double[] last) {
        if (bundle < volts.size()) {
            solver.improveLast(injected, last, volts.get(bundle), whole.get(bundle));
        } else {
            float[][] all = new float[injected.length][last.length];
            solver.solveLast(injected, last, all);
            volts.add(all);
            whole.add(solver.whole());
        }
    }
}
