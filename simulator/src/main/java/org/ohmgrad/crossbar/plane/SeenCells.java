package org.ohmgrad.crossbar.plane;

import java.util.function.DoubleUnaryOperator;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.law.TelegraphNoise;
import org.ohmgrad.state.Archive;

/**
 * What the cells of a plane conduct as reads see them: at the temperature of the reads, and in the state that telegraph noise
 * has them in. It follows what they conduct when it is told to.
 */
public final class SeenCells {
    private final DeviceModel device;
    private final double programming;
    private final float[] now;
    private final float[] seen;
    private final TelegraphNoise noise;
    private final TelegraphStates states;
    private DoubleUnaryOperator warming;

    /**
     * Cells that are read at the temperature at which they are written.
     *
     * @param programming that temperature, kelvin
     * @param now what the cells conduct at it, siemens; the live array, not modified
     * @param states in which the cells are
     */
    SeenCells(DeviceModel device, double programming, float[] now, TelegraphStates states) {
        this.device = device;
        this.programming = programming;
        this.now = now;
        this.states = states;
        noise = device.telegraphNoise();
        boolean differs = device.temperatureLaw().any() || noise.any();
        seen = differs ? new float[now.length] : now;
        warming = DoubleUnaryOperator.identity();
    }

    /** Siemens; the live array, not to be modified. */
    float[] siemens() {
        return seen;
    }

    /** From now on cells are read at a temperature, kelvin. */
    public void warm(double kelvin) {
        warming = device.temperatureLaw().between(device.gMin(), device.gMax(), programming, kelvin);
        followAll();
    }

    /** Lets telegraph noise go on to a time, seconds; whether any cell may conduct otherwise since. */
    public boolean refresh(double clock) {
        return states.refresh(clock);
    }

    /** Looks at a cell that has changed. */
    public void follow(int cell) {
        if (seen != now) {
            double warm = warming.applyAsDouble(now[cell]);
            seen[cell] = (float) (noise.any() ? noise.conductance(states.isHigh(cell), warm, device.gMax()) : warm);
        }
    }

    /** Looks at all cells. */
    public void followAll() {
        for (int cell = 0; seen != now && cell < seen.length; cell++) {
            follow(cell);
        }
    }

    /** Keeps the cells as reads saw them last, but not the temperature. */
    void keep(Archive archive) {
        states.keep(archive);
        if (seen != now) {
            archive.keep(seen);
        }
    }
}
