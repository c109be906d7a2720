package org.ohmgrad.crossbar;

/** Wires without resistance: every cell sees the voltage of its terminals. */
public record NoWires() implements WireResistance {
    @Override
    public float[] effective(float[] conductances, int rows, int cols) {
        return conductances;
    }
}
