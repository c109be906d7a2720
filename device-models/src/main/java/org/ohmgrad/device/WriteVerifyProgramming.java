package org.ohmgrad.device;

import java.util.Optional;
import org.ohmgrad.device.pulse.CellTraits;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;

/**
 * Program and verify (ISPP): the cell is read, pulsed toward its target by the device's own law, read again, and so on
 * until a read lies within the tolerance, or the pulses are used up: then the write has failed and leaves what it leaves.
 * What is left is what the last read did not see: up to the tolerance, and the read's noise. The device has no
 * programming noise, which would have no part in it. A verify read sees the cell alone at the chip's read voltage with the device's read noise,
 * without wires and converters (assumed).
 *
 * <p>A train longer than one pulse is as long as brings a mean cell nearest to the target from where the read saw it;
 * far from the target it saves reads. A cell's first write finds it formed at its own lowest conductance (assumed).
 *
 * @param tolerance largest distance of a read from the target that passes, as a share of gMax - gMin
 * @param maxPulses pulses after which a write gives up
 * @param verifyReads reads of which each verify takes the mean
 * @param longestTrain most pulses fired between two verifies
 */
public record WriteVerifyProgramming(
        double tolerance,
        int maxPulses,
        @Default("1") int verifyReads,
        @Default("1") int longestTrain) implements Programming {
    /** Refuses tolerances that are none, and counts that no procedure has. */
    public WriteVerifyProgramming {
        Check.that()
                .rule("tolerance", tolerance > 0 && tolerance <= 1, "must lie in (0, 1] but is " + tolerance)
                .inRange("maxPulses", maxPulses, 1, 100_000)
                .inRange("verifyReads", verifyReads, 1, 100_000)
                .inRange("longestTrain", longestTrain, 1, 100_000)
                .holds();
    }

    @Override
    public boolean firesPulses() {
        return true;
    }

    @Override
    public Optional<WriteProcedure> procedure(DeviceModel device, double readVoltage) {
        double window = tolerance * (device.gMax() - device.gMin());
        var read = new CellRead(device.varianceTerms(), readVoltage, verifyReads);
        return Optional.of(new Procedure(this, window, read, new PulseGenerator(device)));
    }

    /** Normals in turns: of a verify, of the train after it, of the next verify, ... */
    private record Procedure(WriteVerifyProgramming settings, double window, CellRead read, PulseGenerator generator)
            implements WriteProcedure {
        @Override
        public WriteOutcome write(CellTraits cell, double siemens, double target, int life, Normals z) {
            double now = siemens;
            int pulses = 0;
            int verifies = 1;
            double seen = read.seen(now, z.at(0));
            while (!passes(seen, target) && pulses < settings.maxPulses) {
                int train = train(seen, target, settings.maxPulses - pulses);
                now = generator.fire(cell, now, train, life - pulses, z.at(2 * verifies - 1));
                pulses += Math.abs(train);
                seen = read.seen(now, z.at(2 * verifies));
                verifies++;
            }
            return new WriteOutcome(now, pulses, verifies * settings.verifyReads, !passes(seen, target));
        }

        private boolean passes(double seen, double target) {
            return Math.abs(seen - target) <= window;
        }

        private int train(double seen, double target, int left) {
            int single = seen < target ? 1 : -1;
            int most = Math.min(settings.longestTrain, left);
            int train = most == 1 ? single : generator.toward(seen, target, most);
            return train == 0 ? single : train;
        }
    }
}
