package org.ohmgrad.crossbar.wires;

import java.util.List;
import org.ohmgrad.circuit.CircuitFrame;
import org.ohmgrad.circuit.Contacts;
import org.ohmgrad.circuit.VoltageMemory;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.circuit.WireCircuit.Terminals;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.plane.Sides;
import org.ohmgrad.state.Archive;

/** A plane of cells between wires with resistance. */
final class NodalPlane implements PlaneWires {
    private final NodalSolve wires;
    private final Sides<View> views;
    private final List<View> each;

    NodalPlane(NodalSolve wires, Conductances plane) {
        this.wires = wires;
        View forward = new View(wires, plane, Terminals.SAME);
        boolean same = wires.transposedTerminals() == Terminals.SAME;
        views = new Sides<>(forward, same ? forward : new View(wires, plane, Terminals.FAR));
        each = views.distinct();
    }

    @Override
    public float[] effective(Direction direction) {
        return views.at(direction).effective;
    }

    @Override
    public float[] voltageShare(Direction direction) {
        View view = views.at(direction);
        return direction.driven(view.wordShare, view.bitShare);
    }

    @Override
    public float[] currentShare(Direction direction) {
        View view = views.at(direction);
        return direction.sensed(view.wordShare, view.bitShare);
    }

    @Override
    public boolean isDue(long steps) {
        return steps >= wires.refreshEvery();
    }

    @Override
    public void solve() {
        each.forEach(View::solve);
    }

    @Override
    public void follow(int cell) {
        for (View view : each) {
            view.follow(cell);
        }
    }

    @Override
    public double strayed() {
        return each.stream().mapToDouble(view -> view.strayed).max().orElse(0);
    }

    @Override
    public void forgetStrayed() {
        each.forEach(view -> view.strayed = 0);
    }

    @Override
    public void keep(Archive archive) {
        each.forEach(view -> view.keep(archive));
    }

    /** The plane seen from one pair of terminals. */
    private static final class View {
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

        View(NodalSolve wires, Conductances plane, Terminals terminals) {
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
