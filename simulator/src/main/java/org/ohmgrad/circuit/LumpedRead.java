package org.ohmgrad.circuit;

import java.util.Arrays;
import org.ohmgrad.circuit.WireCircuit.Solution;

/**
 * Reads of a circuit some of whose lines are one node behind a resistance each. Conjugate gradients over the voltages of
 * these lines, which the circuit with ideal terminals takes as given: what flows into it must come through the resistances.
 * Not thread safe.
 */
final class LumpedRead implements Read {
    private static final int MOST_TURNS = 10_000;

    private final CircuitRead ideal;
    private final LumpedPorts ports;
    private final double tolerance;

    LumpedRead(CircuitRead ideal, LumpedPorts ports, double tolerance) {
        this.ideal = ideal;
        this.ports = ports;
        this.tolerance = tolerance;
    }

    @Override
    public Solution solve(double[] wordLines, double[] bitLines, boolean sensesBitLines) {
        double[] behind = new double[ports.count()];
        System.arraycopy(wordLines, 0, behind, 0, wordLines.length);
        System.arraycopy(bitLines, 0, behind, wordLines.length, bitLines.length);
        double[] lines = lines(behind);
        Solution solution = ideal.solve(ports.wordLines(lines), ports.bitLines(lines), sensesBitLines);
        double[] through = new double[lines.length];
        Arrays.setAll(through, port -> ports.contact(port) * (lines[port] - behind[port]));
        double[] sensed = sensesBitLines ? ports.bitLines(through) : ports.wordLines(through);
        boolean free = ports.isFree(sensesBitLines ? wordLines.length : 0);
        return free ? new Solution(sensed, solution.wordLineVolts(), solution.bitLineVolts()) : solution;
    }

    /** Voltages of all lines: the free ones found, the others as they are behind their terminals. */
    private double[] lines(double[] behind) {
        double[] fixed = new double[behind.length];
        Arrays.setAll(fixed, port -> ports.isFree(port) ? 0 : behind[port]);
        double[] wanted = outOf(fixed);
        Arrays.setAll(wanted, port -> ports.isFree(port) ? wanted[port] + ports.contact(port) * behind[port] : 0);
        double[] free = new double[behind.length];
        find(wanted, free);
        Arrays.setAll(free, port -> free[port] + fixed[port]);
        return free;
    }

    /** Currents that leave the circuit with ideal terminals at its free lines. */
    private double[] outOf(double[] lines) {
        ideal.solve(ports.wordLines(lines), ports.bitLines(lines), true);
        double[] words = ideal.currents(false);
        double[] bits = ideal.currents(true);
        double[] all = Arrays.copyOf(words, lines.length);
        System.arraycopy(bits, 0, all, words.length, bits.length);
        return all;
    }

    /** Voltages of the free lines at which so much flows into them, all others at zero. */
    private void find(double[] residual, double[] volts) {
        double[] direction = new double[volts.length];
        double square = square(residual);
        double enough = tolerance * tolerance * square;
        double before = Double.POSITIVE_INFINITY;
        for (int turn = 0; square > enough; turn++) {
            if (turn == MOST_TURNS) {
                throw new ArithmeticException("the lines' voltages are not found after " + turn + " turns");
            }
            double keep = square / before;
            Arrays.setAll(
                    direction,
                    port -> ports.isFree(port) ? residual[port] / ports.stiffness(port) + keep * direction[port] : 0);
            double[] flow = outOf(direction);
            Arrays.setAll(flow, port -> ports.isFree(port) ? ports.contact(port) * direction[port] - flow[port] : 0);
            double step = square / dot(direction, flow);
            Arrays.setAll(volts, port -> volts[port] + step * direction[port]);
            Arrays.setAll(residual, port -> residual[port] - step * flow[port]);
            before = square;
            square = square(residual);
        }
    }

    private double square(double[] residual) {
        double sum = 0;
        for (int port = 0; port < residual.length; port++) {
            sum += ports.isFree(port) ? residual[port] * residual[port] / ports.stiffness(port) : 0;
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum = Math.fma(a[k], b[k], sum);
        }
        return sum;
    }
}
