package org.ohmgrad.device;

import java.util.Optional;
import org.ohmgrad.device.pulse.CellTraits;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * One read of the cell as it stands, one train of pulses that would bring a mean cell nearest to the target, and no
 * verify. It leaves whatever the pulses vary by, cycle to cycle and from cell to cell, besides the noise of that read.
 * The device has no programming noise, which would have no part in it. A cell's first write finds it formed at its own lowest conductance
 * (assumed).
 *
 * @param maxPulses pulses of the longest train
 */
public record SinglePulseProgramming(@Default("100") int maxPulses) implements Programming {
    /** Refuses trains without a pulse. */
    public SinglePulseProgramming {
        Check.that().inRange("maxPulses", maxPulses, 1, 100_000).holds();
    }

    /** As a file that gives no key has it. */
    public SinglePulseProgramming() {
        this(100);
    }

    @Override
    public boolean firesPulses() {
        return true;
    }

    @Override
    public Optional<WriteProcedure> procedure(DeviceModel device, double readVoltage) {
        var read = new CellRead(device.varianceTerms(), readVoltage, 1);
        return Optional.of(new Procedure(maxPulses, read, new PulseGenerator(device)));
    }

    private record Procedure(int maxPulses, CellRead read, PulseGenerator generator) implements WriteProcedure {
        @Override
        public WriteOutcome write(CellTraits cell, double siemens, double target, int life, Normals z) {
            int train = generator.toward(read.seen(siemens, z.at(0)), target, maxPulses);
            double left = generator.fire(cell, siemens, train, life, z.at(1));
            return new WriteOutcome(left, Math.abs(train), 1, life == 0);
        }
    }
}
