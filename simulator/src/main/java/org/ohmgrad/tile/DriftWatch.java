package org.ohmgrad.tile;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.random.Draws;
import org.ohmgrad.state.Archive;
import org.ohmgrad.tile.converter.Dac;
import org.ohmgrad.tile.converter.SharedRead;
import org.ohmgrad.tile.correction.DriftCompensation;
import org.ohmgrad.tile.correction.LineResponse;

/** Finds out how far the cells of one tile have drifted since it last looked. */
final class DriftWatch {
    private final DriftCompensation how;
    private final SenseLines watched;
    private final boolean isAside;
    private final FMatrixRMaj voltages;
    private final int cols;
    private Optional<FMatrixRMaj> before = Optional.empty();

    /**
     * Has found out nothing yet.
     *
     * @param watched lines of the cells that are read
     * @param dac of these lines
     * @param draws decides what voltages are read
     */
    DriftWatch(DriftCompensation how, Crossbar tile, SenseLines watched, Dac dac, Draws draws) {
        this.how = how;
        this.watched = watched;
        isAside = watched.crossbar() != tile;
        voltages = how.voltages(watched.driven(), draws);
        dac.convert(voltages.data);
        cols = tile.cols();
    }

    /** Cells of its own that the tile has set aside; empty if its weights are watched. */
    Optional<Crossbar> setAside() {
        return isAside ? Optional.of(watched.crossbar()) : Optional.empty();
    }

    /** Vectors read each time. */
    int vectors() {
        return voltages.numRows;
    }

    /** Brings the cells that are read to a temperature, kelvin. */
    void warm(double kelvin) {
        watched.crossbar().warm(kelvin);
    }

    /** Remembers what is read now; nothing is corrected until {@link #correction}. */
    void look(SharedRead pass, double seconds) {
        before = Optional.of(read(pass, seconds));
    }

    /** What makes later reads as large as when {@link #look} was called; exact before. */
    LineResponse correction(SharedRead pass, double seconds) {
        return before.map(then -> new LineResponse(how.gains(then, read(pass, seconds), cols), new float[cols]))
                .orElse(LineResponse.exact());
    }

    private FMatrixRMaj read(SharedRead pass, double seconds) {
        watched.crossbar().refresh(seconds);
        pass.counts().addDac(voltages.data.length, 0);
        FMatrixRMaj currents = watched.read(voltages, pass);
        pass.counts().addMultiplyAdds(currents.data.length);
        return currents;
    }

    /** Keeps what was read before, and cells that are set aside. */
    void keep(Archive archive) {
        if (isAside) {
            watched.crossbar().keep(archive);
        }
        if (archive.keep(before.isPresent())) {
            FMatrixRMaj read = before.orElseGet(() -> new FMatrixRMaj(voltages.numRows, watched.sensed()));
            archive.keep(read.data);
            before = Optional.of(read);
        }
    }
}
