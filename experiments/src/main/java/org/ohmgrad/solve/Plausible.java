package org.ohmgrad.solve;

import java.nio.file.Path;
import java.util.Arrays;
import org.ohmgrad.report.text.NumberText;

/**
 * Whether a table's numbers can be meant in the unit they are taken in. Cells of published arrays conduct from some
 * picosiemens to some millisiemens and are read at less than some volts; the bounds leave a factor of ten beyond.
 *
 * @param file that was read
 * @param written the numbers as they stand there
 * @param table the same in siemens or volt
 * @param unit they were taken in
 */
record Plausible(Path file, NumberTable written, NumberTable table, Unit unit) {
    private static final double MOST_SIEMENS = 0.1;
    private static final double LEAST_SIEMENS = 1e-13;
    private static final double MOST_VOLTS = 100;

    /**
     * Refuses what can hardly be meant.
     *
     * @throws CircuitException with the first such number, and how to say that it is
     */
    void check() {
        if (unit == Unit.VOLT || unit == Unit.MILLIVOLT) {
            requireAtMost(
                    MOST_VOLTS,
                    " V, more than a read applies: volt, not millivolt? --voltage-unit mV reads millivolt,"
                            + " --voltage-unit V takes volt");
        } else {
            requireAtMost(
                    MOST_SIEMENS,
                    " S, more than a cell conducts: siemens, not microsiemens? --unit uS reads"
                            + " microsiemens (also mS, nS, ohm, kohm), --unit S takes siemens");
            requireConducting();
        }
    }

    private void requireAtMost(double most, String advice) {
        for (int k = 0; k < table.values().length; k++) {
            if (!(Math.abs(table.values()[k]) <= most)) {
                throw refusal(k, shown(table.values()[k]) + advice);
            }
        }
    }

    private static String shown(double value) {
        return Double.isFinite(value) ? NumberText.of(value) : "infinitely many";
    }

    private void requireConducting() {
        double most = Arrays.stream(table.values()).max().orElse(0);
        if (most > 0 && most < LEAST_SIEMENS) {
            throw new CircuitException(file + ": no cell conducts more than " + NumberText.of(most)
                    + " S: are these siemens, not " + unit.symbol() + "? --unit S takes siemens");
        }
    }

    private CircuitException refusal(int at, String problem) {
        boolean converted = unit != Unit.SIEMENS && unit != Unit.VOLT;
        String meant = converted ? NumberText.of(written.values()[at]) + " " + unit.symbol() + " or " : "";
        return new CircuitException(file + ": row " + (at / table.cols() + 1) + ", column " + (at % table.cols() + 1)
                + " is " + meant + problem);
    }
}
