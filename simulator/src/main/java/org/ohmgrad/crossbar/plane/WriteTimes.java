package org.ohmgrad.crossbar.plane;

import java.util.Arrays;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.state.Archive;
import org.ohmgrad.state.NotKept;

/** The times at which cells were written, each once: a cell remembers a number of four bytes. */
public final class WriteTimes {
    private double[] seconds = new double[16];

    @NotKept("worked out anew whenever cells age")
    private double[] ages = new double[16];

    private int count;
    private double agedAt;

    /** The number of a time; times do not go back. */
    int number(double clock) {
        if (count > 0 && seconds[count - 1] == clock) {
            return count - 1;
        }
        if (count == seconds.length) {
            seconds = Arrays.copyOf(seconds, 2 * count);
            ages = new double[2 * count];
        }
        seconds[count] = clock;
        return count++;
    }

    /** Forgets the ages that were worked out for an earlier time than this. */
    void startAging(double clock) {
        agedAt = clock;
        Arrays.fill(ages, 0, count, Double.NaN);
    }

    /** Age at a time of the cells that were written at the time of a number, on the device's own scale. */
    double age(int number, DeviceModel device, double clock) {
        double age = ages[number];
        if (Double.isNaN(age)) {
            age = device.age(Math.max(0, clock - seconds[number]));
            ages[number] = age;
        }
        return age;
    }

    /** Seconds from the time of a number to when cells were aged last. */
    double secondsSince(int number) {
        return Math.max(0, agedAt - seconds[number]);
    }

    /** Keeps the times; ages are worked out anew whenever cells age. */
    public void keep(Archive archive) {
        count = archive.keep(count);
        agedAt = archive.keep(agedAt);
        int room = seconds.length;
        while (room < count) {
            room *= 2;
        }
        seconds = Arrays.copyOf(seconds, room);
        ages = new double[room];
        archive.keep(seconds);
    }
}
