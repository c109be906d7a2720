package org.ohmgrad.verify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.crossbar.ArraySettings;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.ConductanceLevels;
import org.ohmgrad.device.law.GaussianProgrammingNoise;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.random.Origin;

/** What repeated writes leave on many cells, beside a normal law whose deviation is a fraction of gMax - gMin. */
record ProgrammingNoiseMoments(List<Law> laws) implements Check {
    private static final int LINES = 256;
    private static final int WRITES = 4;
    private static final int TOP = 255;
    private static final double G_MIN = 1e-6;
    private static final double RANGE = 99e-6;

    /**
     * A programming noise, and the deviation that it must have.
     *
     * @param sigma fraction of gMax - gMin
     */
    record Law(GaussianProgrammingNoise noise, double sigma) {}

    /** SIDRA's two: after program-and-verify, and after a single pulse. */
    static List<Law> all() {
        return Stream.of(0.01, 0.05)
                .map(sigma -> new Law(new GaussianProgrammingNoise(sigma), sigma))
                .toList();
    }

    @Override
    public String title() {
        return "Programming noise of " + WRITES + " writes of 256 x 256 cells against the normal law";
    }

    @Override
    public String measure() {
        return Moments.MEASURE;
    }

    @Override
    public List<Comparison> run() {
        return laws.stream().flatMap(ProgrammingNoiseMoments::compare).toList();
    }

    private static Stream<Comparison> compare(Law law) {
        double[][] errors = errors(law);
        var mean = new Worst();
        var variance = new Worst();
        var covariance = new Worst();
        for (int write = 0; write < WRITES; write++) {
            mean.add(Moments.mean(errors[write], 0, 1));
            variance.add(Moments.variance(errors[write], 1));
            covariance.add(Moments.covariance(errors[write], errors[(write + 1) % WRITES], 0, 1, 1));
        }
        String name = "sigma " + Math.round(100 * law.sigma()) + " % of the range: ";
        return Stream.of(
                mean.within(Moments.LIMIT, name + "mean"),
                variance.within(Moments.LIMIT, name + "variance"),
                covariance.within(Moments.LIMIT, name + "covariance of two writes"));
    }

    /** Errors of the cells of the first plane after every write, over the deviation that they must have. */
    private static double[][] errors(Law law) {
        var device = new ParametricDeviceModel(G_MIN, G_MIN + RANGE, law.noise(), new NoReadNoise(), new NoDrift());
        var cell = new Cell(ConductanceLevels.ofBits(8), device, new NoStuckFaults());
        var crossbar = new Crossbar(
                LINES,
                LINES,
                new ArraySettings(cell, new DifferentialPair(2), new NoWires(), 1),
                new Origin(1, "verify/" + law));
        float[] targets = new float[LINES * LINES];
        double[][] errors = new double[WRITES][targets.length];
        for (int write = 0; write < WRITES; write++) {
            // Far enough from zero conductance that no error is clipped.
            int level = 100 + write;
            Arrays.fill(targets, level);
            crossbar.program(targets, 0);
            float[] now = crossbar.planes().get(0).now();
            double wanted = G_MIN + RANGE * level / TOP;
            Arrays.setAll(errors[write], k -> (now[k] - wanted) / (law.sigma() * RANGE));
        }
        return errors;
    }
}
