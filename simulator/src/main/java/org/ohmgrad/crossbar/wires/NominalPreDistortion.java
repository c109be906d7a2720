package org.ohmgrad.crossbar.wires;

import java.util.Arrays;
import org.ohmgrad.circuit.CircuitFrame;
import org.ohmgrad.circuit.Contacts;
import org.ohmgrad.circuit.VoltageMemory;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Every cell is written to its level's conductance times what the wires take at its place from a nominal array: one whose
 * cells are to look alike, with one effective conductance, from the forward read's terminals. That array is found by
 * {@value #TURNS} turns of making every cell larger by the share that it lacks, up to gMax. The factors depend on the place
 * alone, so they are known before any weight is; products above gMax are held there. The compiler page of the SIDRA
 * curriculum names a pre-distortion against IR drop without a formula; this one is assumed.
 *
 * @param share effective conductance of the nominal array, as a share of gMax - gMin above gMin; 0.05 is about the mean
 *     of a differential pair whose weights are a tenth of wMax, 0.5 that of a reference column
 */
public record NominalPreDistortion(@Default("0.05") double share) implements PreDistortion {
    private static final int TURNS = 5;
    private static final double TOLERANCE = 1e-6;

    /** Refuses a share outside [0, 1]. */
    public NominalPreDistortion {
        Check.that().inRange("share", share, 0, 1).holds();
    }

    /** As a file that gives no key has it. */
    public NominalPreDistortion() {
        this(0.05);
    }

    @Override
    public double[] factors(NodalSolve wires, int rows, int cols, double gMin, double gMax) {
        double nominal = gMin + share * (gMax - gMin);
        if (nominal == 0) {
            return new NoPreDistortion().factors(wires, rows, cols, gMin, gMax);
        }
        double[] cells = new double[rows * cols];
        Arrays.fill(cells, nominal);
        VoltageMemory memory = new VoltageMemory();
        for (int turn = 0; turn < TURNS; turn++) {
            double[] effective = effective(wires, cells, rows, cols, memory);
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = Math.min(gMax, cells[cell] * nominal / effective[cell]);
            }
        }
        Arrays.setAll(cells, cell -> cells[cell] / nominal);
        return cells;
    }

    private static double[] effective(NodalSolve wires, double[] cells, int rows, int cols, VoltageMemory memory) {
        return new CircuitFrame(
                        cells,
                        rows,
                        cols,
                        wires.wordLineOhms(),
                        wires.bitLineOhms(),
                        Contacts.of(Terminals.SAME),
                        TOLERANCE)
                .effective(memory);
    }
}
