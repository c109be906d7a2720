package org.ohmgrad.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One line of the table: what is measured, beside what, and what it should be.
 *
 * @param what words
 * @param ours what is measured
 * @param limit what it is measured against; the same as {@code ours} where the goal is a time of its own
 * @param measure how the two make one number
 * @param bound the goal
 */
record Goal(String what, Measured ours, Measured limit, Measure measure, double bound) {
    /**
     * A benchmark with its settings.
     *
     * @param name class and method
     * @param parameters names and values of JMH parameters
     * @param threads how many at once
     */
    record Measured(String name, Map<String, String> parameters, int threads) {
        static Measured of(String name) {
            return new Measured(name, Map.of(), 1);
        }

        Measured with(String parameter, int value) {
            return new Measured(name, Map.of(parameter, Integer.toString(value)), threads);
        }

        Measured twice() {
            return new Measured(name, parameters, 2);
        }

        /** Name, settings and the unit of its times. */
        String words() {
            String settings = parameters.isEmpty() ? "" : " " + parameters;
            String unit = name.startsWith("Elements") ? "ns an element" : "us";
            return name + settings + (threads == 1 ? "" : " on " + threads + " threads") + ", " + unit;
        }

        boolean needsSystemLibrary() {
            return name.endsWith("Limit");
        }
    }

    /** How two times make the number of a line. */
    enum Measure {
        /** Speed of ours as a share of the limit's: at least the bound. */
        SHARE {
            @Override
            double of(double ours, double limit) {
                return limit / ours;
            }

            @Override
            boolean meets(double value, double bound) {
                return value >= bound;
            }

            @Override
            String text(double value) {
                return format("%.2f of it", value);
            }

            @Override
            String goal(double bound) {
                return format("at least %.2f", bound);
            }
        },
        /** Time of ours as a multiple of the other's: at most the bound. */
        MULTIPLE {
            @Override
            double of(double ours, double limit) {
                return ours / limit;
            }

            @Override
            boolean meets(double value, double bound) {
                return value <= bound;
            }

            @Override
            String text(double value) {
                return format("%.2f times", value);
            }

            @Override
            String goal(double bound) {
                return format("at most %.2g times", bound);
            }
        },
        /** Nanoseconds of one element: at most the bound. */
        NANOSECONDS {
            @Override
            double of(double ours, double limit) {
                return ours;
            }

            @Override
            boolean meets(double value, double bound) {
                return value <= bound;
            }

            @Override
            String text(double value) {
                return format("%.3f ns", value);
            }

            @Override
            String goal(double bound) {
                return format("at most %.3f ns", bound);
            }
        },
        /** Milliseconds of one operation: at most the bound. */
        MILLISECONDS {
            @Override
            double of(double ours, double limit) {
                return ours / 1000;
            }

            @Override
            boolean meets(double value, double bound) {
                return value <= bound;
            }

            @Override
            String text(double value) {
                return format("%.2f ms", value);
            }

            @Override
            String goal(double bound) {
                return format("at most %.1f ms", bound);
            }
        },
        /** Vectors a second: at least the bound. */
        VECTORS {
            @Override
            double of(double ours, double limit) {
                return 1e6 / ours;
            }

            @Override
            boolean meets(double value, double bound) {
                return value >= bound;
            }

            @Override
            String text(double value) {
                return format("%,.0f a second", value);
            }

            @Override
            String goal(double bound) {
                return format("at least %,.0f a second", bound);
            }
        },
        /** Time of the other as a multiple of ours: at least the bound. */
        SPEED {
            @Override
            double of(double ours, double limit) {
                return limit / ours;
            }

            @Override
            boolean meets(double value, double bound) {
                return value >= bound;
            }

            @Override
            String text(double value) {
                return format("%.0f times as fast", value);
            }

            @Override
            String goal(double bound) {
                return format("at least %.0f times", bound);
            }
        },
        /** Work done by two threads in the time in which one does its own. */
        GAIN {
            @Override
            double of(double ours, double limit) {
                return 2 * limit / ours;
            }

            @Override
            boolean meets(double value, double bound) {
                return value >= bound;
            }

            @Override
            String text(double value) {
                return format("%.2f times", value);
            }

            @Override
            String goal(double bound) {
                return format("at least %.1f times", bound);
            }
        };

        abstract double of(double ours, double limit);

        abstract boolean meets(double value, double bound);

        abstract String text(double value);

        abstract String goal(double bound);

        private static String format(String pattern, double value) {
            return String.format(Locale.ROOT, pattern, value);
        }
    }

    private static Goal share(String what, String ours) {
        return new Goal(what, Measured.of(ours), Measured.of(ours + "Limit"), Measure.SHARE, 0.85);
    }

    private static Goal read(String what, String ours, double bound) {
        return new Goal(what, Measured.of(ours), Measured.of("Products.productLimit"), Measure.MULTIPLE, bound);
    }

    private static Goal element(String what, String ours, double bound) {
        return new Goal(what, Measured.of(ours), Measured.of(ours), Measure.NANOSECONDS, bound);
    }

    private static Goal vectors(String what, String ours, double bound) {
        return new Goal(what, Measured.of(ours), Measured.of(ours), Measure.VECTORS, bound);
    }

    private static Goal epoch(String what, int batch, String ours, String limit, double bound) {
        return new Goal(
                what,
                Measured.of("Epochs." + ours).with("batch", batch),
                Measured.of("Epochs." + limit).with("batch", batch),
                Measure.MULTIPLE,
                bound);
    }

    private static Measured wires(String name, int size) {
        return Measured.of("Wires." + name).with("size", size);
    }

    private static Goal wires(String what, String name, int size, double bound) {
        return new Goal(what, wires(name, size), wires(name, size), Measure.MILLISECONDS, bound);
    }

    /** The lines of the table. */
    static List<Goal> all() {
        var point = Measured.of("Epochs.stochasticRounding").with("batch", 64);
        return List.of(
                share("product 256x512 by 512x512, beside the system's sgemm", "Products.product"),
                share("the same with W^T", "Products.transposed"),
                share("sum of 256 outer products, 512x512", "Products.outer"),
                share("one vector, 512x512, beside the system's sgemv", "Products.one"),
                share("the same with W^T", "Products.oneTransposed"),
                read("full chip read, 256 vectors, 2x2 tiles, beside the system's product", "Reads.forward", 2.4),
                read("the same transposed", "Reads.transposed", 2.4),
                read("full chip read with shot noise too", "Reads.forwardWithShot", 3.2),
                read("the same transposed", "Reads.transposedWithShot", 3.2),
                element("one normal", "Elements.normals", 1.2),
                element("one conversion, copying included", "Elements.quantise", 0.3),
                element("one cell programmed with noise, of a million", "Elements.programming", 20),
                element("one cell written by pulses and verify reads, of a million", "Elements.writeVerify", 2000),
                vectors("stochastic pulses, 512x512, 31 slots, vector by vector", "Pulses.perExample", 1500),
                vectors("the same, four inputs of five dark", "Pulses.sparse", 6000),
                vectors("the same, 64 vectors folded", "Pulses.folded", 12_000),
                epoch(
                        "float epoch, batch 64, beside its products in the system's library",
                        64,
                        "inFloat",
                        "productsLimit",
                        1.38),
                epoch("the same, batch 10", 10, "inFloat", "productsLimit", 1.38),
                epoch("the same, batch 1", 1, "inFloat", "productsLimit", 1.38),
                epoch(
                        "chip epoch, stochastic rounding, beside the float epoch",
                        64,
                        "stochasticRounding",
                        "inFloat",
                        2.2),
                epoch("the same, batch 10", 10, "stochasticRounding", "inFloat", 3),
                epoch("chip epoch, accumulate and program", 64, "accumulateAndProgram", "inFloat", 3),
                epoch("batch 1, stochastic rounding", 1, "stochasticRounding", "inFloat", 2),
                epoch("batch 1, accumulate and program", 1, "accumulateAndProgram", "inFloat", 2.5),
                epoch("pulses, trains no longer than needed, batch 64", 64, "pulses", "inFloat", 1.6),
                epoch("the same, batch folded", 64, "foldedPulses", "inFloat", 1.6),
                epoch("pulses, batch 10", 10, "pulses", "inFloat", 1),
                epoch("pulses, batch 1", 1, "pulses", "inFloat", 0.4),
                wires("currents of one vector through 128x128 cells and their wires", "read", 128, 0.7),
                wires("256x256", "read", 256, 5),
                wires("512x512", "read", 512, 40),
                new Goal(
                        "128x128 beside EJML's sparse Cholesky decomposition",
                        wires("read", 128),
                        wires("cholesky", 128),
                        Measure.SPEED,
                        10),
                new Goal("256x256", wires("read", 256), wires("cholesky", 256), Measure.SPEED, 10),
                wires("effective matrix of 64x64 cells and their wires", "effective", 64, 5),
                wires("128x128", "effective", 128, 60),
                wires("256x256", "effective", 256, 1000),
                new Goal(
                        "refresh of a trained plane of 128x128 with wires, beside its first solve",
                        wires("refresh", 128),
                        wires("firstSolve", 128),
                        Measure.MULTIPLE,
                        0.65),
                new Goal("256x256", wires("refresh", 256), wires("firstSolve", 256), Measure.MULTIPLE, 0.65),
                new Goal("two training runs on two cores, beside one on one", point.twice(), point, Measure.GAIN, 1.8));
    }
}
