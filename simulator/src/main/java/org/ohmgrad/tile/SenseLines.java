package org.ohmgrad.tile;

import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.tile.converter.SenseNoise;
import org.ohmgrad.tile.converter.SharedRead;
import org.ohmgrad.tile.correction.LineResponse;

/**
 * The lines of one crossbar that one direction of read senses, with their circuits.
 *
 * @param errors what the circuits do to the current of each line
 * @param noise of their amplifiers
 * @param joulesPerSiemens energy of one read at the read voltage through one siemens, joule
 */
record SenseLines(
        Direction direction, Crossbar crossbar, LineResponse errors, SenseNoise noise, double joulesPerSiemens) {
    /** How many lines are driven. */
    int driven() {
        return direction.driven(crossbar.rows(), crossbar.cols());
    }

    /** How many lines are sensed. */
    int sensed() {
        return direction.sensed(crossbar.rows(), crossbar.cols());
    }

    /**
     * Reads.
     *
     * @param voltages vectors x driven lines; not modified
     * @return what the converters say, vectors x sensed lines
     */
    FMatrixRMaj read(FMatrixRMaj voltages, SharedRead pass) {
        FMatrixRMaj currents = new FMatrixRMaj(voltages.numRows, sensed());
        crossbar.read(direction, voltages, pass.occasion(), currents);
        pass.counts().addReads(voltages.numRows, crossbar.load(direction, voltages) * joulesPerSiemens);
        errors.apply(currents);
        noise.add(currents, pass.occasion());
        pass.counts().addAdc(currents.data.length, pass.adc().convert(currents.data));
        return currents;
    }
}
