package org.ohmgrad.crossbar;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.random.Origin;
import org.ohmgrad.random.Phase;

/** Draws the noise of reads in one direction: one number for every sensed line, and one for the reference that they share. */
final class NoisyLines {
    private static final List<Phase> READS =
            List.of(Phase.TRAIN, Phase.CALIBRATION, Phase.RANGE, Phase.VALIDATION, Phase.TEST, Phase.PROBE);

    private final Direction direction;
    private final boolean isReferenced;
    private final Map<Phase, Draws> lines;
    private final Map<Phase, Draws> reference;

    /**
     * Lines of a crossbar.
     *
     * @param crossbar whose lines they are
     */
    NoisyLines(Direction direction, boolean isReferenced, Origin crossbar) {
        this.direction = direction;
        this.isReferenced = isReferenced;
        Origin reads = crossbar.part("read").part(direction.word());
        lines = draws(reads);
        reference = draws(reads.part("reference"));
    }

    private static Map<Phase, Draws> draws(Origin origin) {
        Map<Phase, Draws> draws = new EnumMap<>(Phase.class);
        for (Phase phase : READS) {
            draws.put(phase, origin.draws(phase));
        }
        return draws;
    }

    /**
     * Adds the noise of a read.
     *
     * @param voltages examples x driven lines; not modified
     * @param currents examples x sensed lines; modified
     */
    void add(LineNoise noise, FMatrixRMaj voltages, Occasion occasion, FMatrixRMaj currents) {
        if (!noise.isSilent()) {
            addOwn(noise.variance(direction, voltages), occasion, currents);
            if (isReferenced) {
                subtractShared(noise.reference(direction, voltages), occasion, currents);
            }
        }
    }

    private void addOwn(FMatrixRMaj variance, Occasion occasion, FMatrixRMaj currents) {
        float[] z = new float[currents.data.length];
        draws(lines, occasion).normals(occasion.draw(), occasion.first() * currents.numCols, z, 0, z.length);
        for (int k = 0; k < z.length; k++) {
            currents.data[k] = Math.fma((float) Math.sqrt(variance.data[k]), z[k], currents.data[k]);
        }
    }

    private void subtractShared(float[] variance, Occasion occasion, FMatrixRMaj currents) {
        Draws draws = draws(reference, occasion);
        for (int example = 0; example < variance.length; example++) {
            float z = draws.normal(occasion.draw(), occasion.first() + example);
            float shared = (float) Math.sqrt(variance[example]) * z;
            for (int line = 0; line < currents.numCols; line++) {
                currents.data[example * currents.numCols + line] -= shared;
            }
        }
    }

    private static Draws draws(Map<Phase, Draws> streams, Occasion occasion) {
        Draws draws = streams.get(occasion.phase());
        if (draws == null) {
            throw new IllegalArgumentException("no reads belong to the phase " + occasion.phase());
        }
        return draws;
    }
}
