package org.ohmgrad.crossbar.wires;

import java.util.Arrays;
import java.util.Optional;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Wires with resistance, solved by nodal analysis. Cells and wires are linear, so a plane is a matrix; {@link WireCircuit}
 * solves it, and both reads are plain products with it. Each plane of a differential pair is an array of its own with its
 * own wires; reference lines are lines of the array like all others.
 *
 * <p><b>Refresh.</b> The matrices are solved before the first read, before every read that is not training's (evaluation,
 * validation, probes) and before the exact gradient, if a cell has changed; in training, if one has changed and
 * {@code refreshEvery} steps have passed since the last solve. In between, the element of a cell that was written follows to
 * first order, dE/dG being the product of both lines' shares; what a write does to the drops of other cells waits. The first
 * solve ends at a residual of 1e-10, later ones start from the voltages before and leave an error of 1e-6 of the largest
 * element. Those voltages take 4 bytes times the word lines, the bit lines and the smaller of both numbers: 67 MB for a
 * plane of 256 x 256, twice that with far terminals.
 *
 * <p><b>Noise</b> is drawn once per line, with the variance that the line's own cells bring in; a cell's voltage is taken as
 * its share of its own driven line's, as if other lines were not driven, and the share of its noise current that reaches
 * the terminal likewise (the ladder approximation: all lines but the cell's own two count as grounded). The shares are right
 * within 1e-3. Left out are the noise of other lines' cells, which correlates lines by less than 3 %, and the drop that other
 * inputs cause. For inputs of both signs that leaves the variances of lines within a tenth and their mean within 1 %. Where
 * all inputs have one sign, variances are too large: by a tenth where wires take a sixteenth of a cell's voltage, by a
 * quarter where they take an eighth (proportional noise; shot noise half as much, Johnson noise not at all).
 *
 * @param wordLineOhms resistance of one segment of a word line, ohm
 * @param bitLineOhms resistance of one segment of a bit line, ohm
 * @param transposedTerminals where drivers and sense amplifiers of the transposed read sit: at the terminals of the forward
 *     read, which makes it the exact transpose, or at the far ends of the lines, while the near ends float
 * @param refreshEvery training steps between solves
 * @param preDistortion what is done to conductances beforehand, against the drop of the forward read
 */
public record NodalSolve(
        @Called("wire resistance (ohm a segment)") double wordLineOhms,
        @Called("bit-line resistance (ohm a segment)") double bitLineOhms,
        @Called("transposed terminals") @Default("\"same\"") Terminals transposedTerminals,
        @Default("100") int refreshEvery,

        @Called("pre-distortion") @Default("{\"type\": \"none\"}")
        PreDistortion preDistortion)
        implements WireResistance {
    /** Refuses negative resistances and intervals below 1. */
    public NodalSolve {
        Check.that()
                .inRange("wordLineOhms", wordLineOhms, 0, 1e6)
                .inRange("bitLineOhms", bitLineOhms, 0, 1e6)
                .atLeast("refreshEvery", refreshEvery, 1)
                .holds();
    }

    /**
     * Wires without pre-distortion.
     *
     * @param wordLineOhms resistance of one segment of a word line, ohm
     * @param bitLineOhms resistance of one segment of a bit line, ohm
     * @param transposedTerminals where drivers and sense amplifiers of the transposed read sit
     * @param refreshEvery training steps between solves
     */
    public NodalSolve(double wordLineOhms, double bitLineOhms, Terminals transposedTerminals, int refreshEvery) {
        this(wordLineOhms, bitLineOhms, transposedTerminals, refreshEvery, new NoPreDistortion());
    }

    @Override
    public Optional<WireCircuit> circuit(Conductances plane) {
        double[] siemens = new double[plane.seen().length];
        Arrays.setAll(siemens, cell -> plane.seen()[cell]);
        return Optional.of(new WireCircuit(siemens, plane.rows(), plane.cols(), wordLineOhms, bitLineOhms));
    }

    @Override
    public double[] preDistortion(int rows, int cols, double gMin, double gMax) {
        return preDistortion.factors(this, rows, cols, gMin, gMax);
    }

    @Override
    public double drivenSiemens(int rows, int cols, double siemens) {
        double[] cells = new double[rows * cols];
        Arrays.fill(cells, siemens);
        double[] volts = new double[rows];
        Arrays.fill(volts, 1);
        WireCircuit circuit = new WireCircuit(cells, rows, cols, wordLineOhms, bitLineOhms);
        return Arrays.stream(circuit.read(volts).currents()).sum();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if signed numbers stand for cells, as the identity mapping has them
     */
    @Override
    public PlaneWires of(Conductances plane) {
        if (plane.lowest() < 0) {
            throw new IllegalArgumentException("wires with resistance need cells, not signed numbers");
        }
        return new NodalPlane(this, plane);
    }
}
