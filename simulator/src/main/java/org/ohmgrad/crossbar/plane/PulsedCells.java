package org.ohmgrad.crossbar.plane;

import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.pulse.CellTraits;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.EvenPulses;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.random.Draws;
import org.ohmgrad.state.Settled;

/** What the cells of a plane are like under pulses: one law, and for each cell its own range and size of steps. */
final class PulsedCells {
    private static final int NUMBERS = 4;

    private final PulseLaw law;
    private final CellTraits mean;

    @Settled
    private final float[] own;

    /**
     * The cells of a plane.
     *
     * @param device has a law of pulses
     * @param cells number of cells
     * @param draws stream of what the cells differ in; index = cell times the draws of a cell
     */
    PulsedCells(DeviceModel device, int cells, Draws draws) {
        law = device.pulseLaw()
                .orElseThrow(() -> new IllegalArgumentException("the device has no law of pulses: set pulses"));
        mean = new CellTraits(device.gMin(), device.gMax(), 1, 1);
        own = device.deviceToDevice().any() ? drawn(device, cells, draws) : new float[0];
    }

    private static float[] drawn(DeviceModel device, int cells, Draws draws) {
        float[] own = new float[NUMBERS * cells];
        float[] z = new float[DeviceToDevice.DRAWS * cells];
        draws.normals(0, 0, z, 0, z.length);
        for (int cell = 0; cell < cells; cell++) {
            CellTraits at = device.deviceToDevice().cell(device.gMin(), device.gMax(), z, DeviceToDevice.DRAWS * cell);
            own[NUMBERS * cell] = (float) at.low();
            own[NUMBERS * cell + 1] = (float) at.high();
            own[NUMBERS * cell + 2] = (float) at.up();
            own[NUMBERS * cell + 3] = (float) at.down();
        }
        return own;
    }

    /** What a pulse does to a mean cell. */
    PulseLaw law() {
        return law;
    }

    /** One cell. */
    CellTraits at(int cell) {
        int from = NUMBERS * cell;
        return own.length == 0 ? mean : new CellTraits(own[from], own[from + 1], own[from + 2], own[from + 3]);
    }

    /**
     * What the cells are like under a law of even steps.
     *
     * @param cells number of cells
     */
    EvenSteps even(EvenPulses steps, int cells) {
        var even = new EvenSteps(cells, (float) steps.ofStep(), (float) steps.ofRange());
        for (int cell = 0; cell < cells; cell++) {
            CellTraits at = at(cell);
            double range = at.high() - at.low();
            even.low()[cell] = (float) at.low();
            even.high()[cell] = (float) at.high();
            even.up()[cell] = (float) (steps.up() * at.up() * range);
            even.down()[cell] = (float) (steps.down() * at.down() * range);
        }
        return even;
    }
}
