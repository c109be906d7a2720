package org.ohmgrad.verify;

import java.util.List;
import java.util.stream.Stream;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.ReferenceColumn;
import org.ohmgrad.crossbar.plane.Direction;

/** Currents of a crossbar that is read many times, in both mappings and directions, beside the closed forms. */
record ReadNoiseMoments(List<ReadNoiseLaw> laws) implements Check {
    private static final List<ConductanceMapping> MAPPINGS = List.of(new DifferentialPair(2), new ReferenceColumn(2));

    @Override
    public String title() {
        return "Read noise of 200,000 reads, pairs and reference column, both directions, against closed forms";
    }

    @Override
    public String measure() {
        return Moments.MEASURE;
    }

    @Override
    public List<Comparison> run() {
        return laws.stream().flatMap(ReadNoiseMoments::compare).toList();
    }

    private static Stream<Comparison> compare(ReadNoiseLaw law) {
        var mean = new Worst();
        var variance = new Worst();
        var covariance = new Worst();
        for (ConductanceMapping mapping : MAPPINGS) {
            for (Direction direction : Direction.values()) {
                compare(new NoisyReads(law, mapping, direction), mean, variance, covariance);
            }
        }
        return Stream.of(
                mean.within(Moments.LIMIT, law.name() + ": mean"),
                variance.within(Moments.LIMIT, law.name() + ": variance"),
                covariance.within(Moments.LIMIT, law.name() + ": covariance of neighbouring lines"));
    }

    private static void compare(NoisyReads reads, Worst mean, Worst variance, Worst covariance) {
        double[][] currents = reads.currents();
        for (int line = 0; line < reads.lines(); line++) {
            mean.add(Moments.mean(currents[line], reads.mean(line), reads.variance(line)));
            variance.add(Moments.variance(currents[line], reads.variance(line)));
            int next = (line + 1) % reads.lines();
            covariance.add(Moments.covariance(
                    currents[line],
                    currents[next],
                    reads.sharedVariance(),
                    reads.variance(line),
                    reads.variance(next)));
        }
    }
}
