package org.ohmgrad.crossbar;

import org.ohmgrad.crossbar.WireCircuit.Terminals;
import org.ohmgrad.state.Archive;

/** A plane of cells between wires with resistance. */
final class NodalPlane implements PlaneWires {
    private final NodalSolve wires;
    private final Direction forward;
    private final Direction transposed;

    NodalPlane(NodalSolve wires, Conductances plane) {
        this.wires = wires;
        forward = new Direction(wires, plane, Terminals.SAME);
        boolean same = wires.transposedTerminals() == Terminals.SAME;
        transposed = same ? forward : new Direction(wires, plane, Terminals.FAR);
    }

    private Direction direction(boolean isTransposed) {
        return isTransposed ? transposed : forward;
    }

    @Override
    public float[] effective(boolean isTransposed) {
        return direction(isTransposed).effective;
    }

    @Override
    public float[] voltageShare(boolean isTransposed) {
        return isTransposed ? transposed.bitShare : forward.wordShare;
    }

    @Override
    public float[] currentShare(boolean isTransposed) {
        return isTransposed ? transposed.wordShare : forward.bitShare;
    }

    @Override
    public boolean isDue(long steps) {
        return steps >= wires.refreshEvery();
    }

    @Override
    public void solve() {
        forward.solve();
        if (transposed != forward) {
            transposed.solve();
        }
    }

    @Override
    public void follow(int cell) {
        forward.follow(cell);
        if (transposed != forward) {
            transposed.follow(cell);
        }
    }

    @Override
    public double strayed() {
        return Math.max(forward.strayed, transposed.strayed);
    }

    @Override
    public void forgetStrayed() {
        forward.strayed = 0;
        transposed.strayed = 0;
    }

    @Override
    public void keep(Archive archive) {
        forward.keep(archive);
        if (transposed != forward) {
            transposed.keep(archive);
        }
    }

    /** The plane seen from one pair of terminals. */
    private static final class Direction {
        // With the last residual's preconditioned part this leaves errors below 1e-6 in the elements.
        private static final double WARM_TOLERANCE = 4e-6;

        private final NodalSolve wires;
        private final Conductances plane;
        private final Terminals terminals;
        private final float[] effective;
        private final float[] wordShare;
        private final float[] bitShare;
        private final float[] followed;
        private final VoltageMemory memory = new VoltageMemory();
        private double strayed;

        Direction(NodalSolve wires, Conductances plane, Terminals terminals) {
            this.wires = wires;
            this.plane = plane;
            this.terminals = terminals;
            int cells = plane.rows() * plane.cols();
            effective = new float[cells];
            wordShare = new float[cells];
            bitShare = new float[cells];
            followed = new float[cells];
        }

        void solve() {
            boolean first = memory.isEmpty();
            CircuitFrame frame = new CircuitFrame(
                    siemens(),
                    plane.rows(),
                    plane.cols(),
                    wires.wordLineOhms(),
                    wires.bitLineOhms(),
                    Contacts.of(terminals),
                    first ? WireCircuit.TOLERANCE : WARM_TOLERANCE);
            double[] solved = frame.effective(memory);
            strayed = first ? 0 : Math.max(strayed, difference(solved));
            copy(solved, effective);
            copy(frame.acrossCells(true), wordShare);
            copy(frame.acrossCells(false), bitShare);
        }

        private double[] siemens() {
            float[] now = plane.seen();
            double[] siemens = new double[now.length];
            for (int cell = 0; cell < now.length; cell++) {
                siemens[cell] = now[cell];
                followed[cell] = now[cell];
            }
            return siemens;
        }

        private double difference(double[] solved) {
            double squares = 0;
            double sum = 0;
            for (int cell = 0; cell < solved.length; cell++) {
                double difference = effective[cell] - solved[cell];
                squares += difference * difference;
                sum += solved[cell] * solved[cell];
            }
            return sum == 0 ? 0 : Math.sqrt(squares / sum);
        }

        private static void copy(double[] from, float[] to) {
            for (int k = 0; k < to.length; k++) {
                to[k] = (float) from[k];
            }
        }

        void keep(Archive archive) {
            archive.keep(effective);
            archive.keep(wordShare);
            archive.keep(bitShare);
            archive.keep(followed);
            memory.keep(archive);
            strayed = archive.keep(strayed);
        }

        void follow(int cell) {
            float now = plane.seen()[cell];
            effective[cell] += wordShare[cell] * bitShare[cell] * (now - followed[cell]);
            followed[cell] = now;
        }
    }
}
