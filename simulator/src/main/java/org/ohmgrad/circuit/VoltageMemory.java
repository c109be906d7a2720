package org.ohmgrad.circuit;

import java.util.ArrayList;
import java.util.List;
import org.ohmgrad.state.Archive;

/**
 * The voltages from which a circuit's effective matrix was made, so that it can be made anew for conductances that have
 * changed a little: 4 bytes for each node of the kept lines and each of the driven lines, which is 4 n<sup>3</sup> bytes
 * for n x n cells, 67 MB for 256 x 256.
 */
public final class VoltageMemory {
    private final List<float[][]> volts = new ArrayList<>();
    private final List<double[]> whole = new ArrayList<>();

    /** Whether nothing was solved yet. */
    public boolean isEmpty() {
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

    /** Keeps all voltages: where a solve starts decides the last bits of where it ends. */
    public void keep(Archive archive) {
        int bundles = archive.keep(volts.size());
        for (int bundle = 0; bundle < bundles; bundle++) {
            boolean here = bundle < volts.size();
            int rows = archive.keep(here ? volts.get(bundle).length : 0);
            int width = archive.keep(here && rows > 0 ? volts.get(bundle)[0].length : 0);
            int nodes = archive.keep(here ? whole.get(bundle).length : 0);
            if (!here) {
                volts.add(new float[rows][width]);
                whole.add(new double[nodes]);
            }
            archive.keep(volts.get(bundle));
            archive.keep(whole.get(bundle));
        }
    }
}
