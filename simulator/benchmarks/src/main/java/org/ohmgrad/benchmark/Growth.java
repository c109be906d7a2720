package org.ohmgrad.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.ohmgrad.benchmark.Goal.Measured;
import org.openjdk.jmh.runner.RunnerException;

/** Time per weight of a full chip read as the matrix grows. */
final class Growth {
    private static final int[] SIZES = {256, 512, 1024, 2048, 4096};

    private Growth() {}

    /** Prints one line a size: rows, nanoseconds for each weight and vector, the median of the rounds. */
    static void print(int rounds) throws RunnerException {
        System.out.println(Machine.words());
        System.out.println("| matrix | picoseconds a weight and vector |");
        System.out.println("| --- | --- |");
        List<List<Double>> times = new ArrayList<>();
        for (int size : SIZES) {
            times.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int k = 0; k < SIZES.length; k++) {
                double microseconds = Table.time(
                        Measured.of("Reads.forward").with("size", SIZES[k]),
                        round == 0 ? Table.FIRST_WARM_UP : Table.WARM_UP,
                        3 * Table.WINDOWS);
                times.get(k).add(1e6 * microseconds / (256.0 * SIZES[k] * SIZES[k]));
            }
        }
        for (int k = 0; k < SIZES.length; k++) {
            Collections.sort(times.get(k));
            System.out.printf(
                    Locale.ROOT,
                    "| %d x %d | %.1f |%n",
                    SIZES[k],
                    SIZES[k],
                    times.get(k).get(rounds / 2));
        }
    }
}
