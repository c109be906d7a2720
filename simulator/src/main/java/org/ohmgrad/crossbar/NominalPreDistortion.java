package org.ohmgrad.crossbar;

import java.util.Arrays;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Every cell is written to its level's conductance times what the wires of a nominal array take at its place: the ratio of
 * conductance to effective conductance, seen from the forward read's terminals, of a cell in an array whose cells all
 * stand alike. It depends on the place alone, so it is known before any weight is. Products above gMax are held there. The
 * compiler page of the SIDRA curriculum names a pre-distortion against IR drop without a formula; this one is assumed.
 *
 * @param share where the cells of the nominal array stand, as a share of gMax - gMin above gMin; 0.05 is about the mean
 *     of a differential pair whose weights are a tenth of wMax, 0.5 that of a reference column
 */
public record NominalPreDistortion(@Default("0.05") double share) implements PreDistortion {
    /** Refuses a share outside [0, 1]. */
    public NominalPreDistortion {
        Check.that().inRange("share", share, 0, 1).holds();
    }

    @Override
    public double[] factors(NodalSolve wires, int rows, int cols, double gMin, double gMax) {
        double nominal = gMin + share * (gMax - gMin);
        if (nominal == 0) {
            return new NoPreDistortion().factors(wires, rows, cols, gMin, gMax);
        }
        double[] cells = new double[rows * cols];
        Arrays.fill(cells, nominal);
        double[] effective = new WireCircuit(cells, rows, cols, wires.wordLineOhms(), wires.bitLineOhms()).effective();
        Arrays.setAll(effective, cell -> nominal / effective[cell]);
        return effective;
    }
}
