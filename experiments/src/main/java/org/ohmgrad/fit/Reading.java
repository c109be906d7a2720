package org.ohmgrad.fit;

import java.util.Comparator;
import org.ohmgrad.fit.PulseMeasurements.Point;

/**
 * One conductance in a table.
 *
 * @param device what the table names the device; empty if it names none
 * @param train what it names the train; empty if it names none
 * @param up whether pulses raise the conductance
 * @param pulse number of pulses as the table counts them
 * @param siemens conductance
 */
record Reading(String device, String train, boolean up, int pulse, double siemens) {
    /** An order that does not depend on that of the table. */
    static final Comparator<Reading> ORDER = Comparator.comparing(Reading::name)
            .thenComparing(Reading::up, Comparator.reverseOrder())
            .thenComparingInt(Reading::pulse)
            .thenComparingDouble(Reading::siemens);

    Reading counted(int otherPulse) {
        return new Reading(device, train, up, otherPulse, siemens);
    }

    Reading of(String otherTrain) {
        return new Reading(device, otherTrain, up, pulse, siemens);
    }

    Reading going(boolean isUp) {
        return new Reading(device, train, isUp, pulse, siemens);
    }

    Reading from(String otherDevice) {
        return new Reading(otherDevice, train, up, pulse, siemens);
    }

    /** What the table calls the train of pulses up or down that this reading is of. */
    String name() {
        return device + "\u0000" + train;
    }

    Point point() {
        return new Point(pulse, siemens);
    }
}
