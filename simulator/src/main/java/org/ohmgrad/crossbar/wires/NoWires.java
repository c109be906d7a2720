package org.ohmgrad.crossbar.wires;

import java.util.Optional;
import org.ohmgrad.circuit.WireCircuit;
import org.ohmgrad.crossbar.plane.Conductances;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.state.Archive;

/** Wires without resistance: every cell sees the voltage of its terminals. */
public record NoWires() implements WireResistance {
    private static final float[] ALL = {};
    private static final double[] NO_FACTORS = {};

    @Override
    public PlaneWires of(Conductances plane) {
        return new Ideal(plane.seen());
    }

    @Override
    public Optional<WireCircuit> circuit(Conductances plane) {
        return Optional.empty();
    }

    @Override
    public double[] preDistortion(int rows, int cols, double gMin, double gMax) {
        return NO_FACTORS;
    }

    @Override
    public double drivenSiemens(int rows, int cols, double siemens) {
        return rows * siemens * cols;
    }

    private static final class Ideal implements PlaneWires {
        private final float[] conductances;

        Ideal(float[] conductances) {
            this.conductances = conductances;
        }

        @Override
        public float[] effective(Direction direction) {
            return conductances;
        }

        @Override
        public float[] voltageShare(Direction direction) {
            return ALL;
        }

        @Override
        public float[] currentShare(Direction direction) {
            return ALL;
        }

        @Override
        public boolean isDue(long steps) {
            return false;
        }

        @Override
        public void solve() {}

        @Override
        public void follow(int cell) {}

        @Override
        public double strayed() {
            return 0;
        }

        @Override
        public void forgetStrayed() {}

        @Override
        public void keep(Archive archive) {}
    }
}
