package org.ohmgrad.device;

import java.util.List;
import org.ohmgrad.device.law.VarianceTerm;

/**
 * The conductance that reads of a single cell tell, the mean of some of them: the current at the chip's read voltage,
 * with the device's read noise right after a write, divided by that voltage. No other cell is driven and the read sees
 * neither wires nor a converter (assumed).
 */
final class CellRead {
    private final VarianceTerm[] terms;
    private final double[] factors;

    /**
     * @param volts read voltage, above 0
     * @param reads how many reads are averaged
     */
    CellRead(List<VarianceTerm> terms, double volts, int reads) {
        this.terms = terms.toArray(VarianceTerm[]::new);
        factors =
                terms.stream().mapToDouble(term -> factor(term, volts) / reads).toArray();
    }

    private static double factor(VarianceTerm term, double volts) {
        double power = term.voltagePower() == 0 ? 1 : term.voltagePower() == 1 ? volts : volts * volts;
        return term.growth().applyAsDouble(0) * power / (volts * volts);
    }

    /**
     * What the reads tell.
     *
     * @param siemens conductance of the cell
     * @param z standard normal of these reads
     * @return siemens
     */
    double seen(double siemens, double z) {
        double variance = 0;
        for (int k = 0; k < factors.length; k++) {
            variance += fresh(terms[k], siemens) * factors[k];
        }
        return siemens + Math.sqrt(variance) * z;
    }

    /** Of a cell that conducts what its write left. */
    private static double fresh(VarianceTerm term, double siemens) {
        double now = term.perCell().applyAsDouble(siemens);
        return term.remembers() ? now * term.programmed().applyAsDouble(siemens) : now;
    }
}
