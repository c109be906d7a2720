package org.ohmgrad.tile;

import java.util.Optional;
import org.ejml.data.FMatrixRMaj;
import org.ohmgrad.crossbar.Crossbar;
import org.ohmgrad.random.Draws;
import org.ohmgrad.random.Occasion;
import org.ohmgrad.state.Archive;

/** Finds out how far the cells of one tile have drifted since it last looked. */
final class DriftWatch {
    private final DriftCompensation how;
    private final Crossbar watched;
    private final boolean isAside;
    private final FMatrixRMaj voltages;
    private final SenseNoise noise;
    private final int cols;
    private final double joulesPerSiemens;
    private Optional<FMatrixRMaj> before = Optional.empty();

    DriftWatch(
            DriftCompensation how,
            Crossbar tile,
            DriftCompensation.Maker like,
            Dac dac,
            SenseNoise noise,
            Draws draws,
            double joulesPerSiemens) {
        this.how = how;
        this.noise = noise;
        watched = how.watched(tile, like);
        isAside = watched != tile;
        voltages = how.voltages(watched.rows(), draws);
        dac.convert(voltages.data);
        cols = tile.cols();
        this.joulesPerSiemens = joulesPerSiemens;
    }

    /** Cells of its own that the tile has set aside; empty if its weights are watched. */
    Optional<Crossbar> setAside() {
        return isAside ? Optional.of(watched) : Optional.empty();
    }

    /** Vectors read each time. */
    int vectors() {
        return voltages.numRows;
    }

    /** Brings the cells that are read to a temperature, kelvin. */
    void warm(double kelvin) {
        watched.warm(kelvin);
    }

    /** Remembers what is read now; nothing is corrected until {@link #correction}. */
    void look(Occasion occasion, Adc adc, ReadCounts counts, double seconds) {
        before = Optional.of(read(occasion, adc, counts, seconds));
    }

    /** What makes later reads as large as when {@link #look} was called; exact before. */
    LineResponse correction(Occasion occasion, Adc adc, ReadCounts counts, double seconds) {
        return before.map(then ->
                        new LineResponse(how.gains(then, read(occasion, adc, counts, seconds), cols), new float[cols]))
                .orElse(LineResponse.exact());
    }

    private FMatrixRMaj read(Occasion occasion, Adc adc, ReadCounts counts, double seconds) {
        watched.refresh(seconds);
        FMatrixRMaj currents = new FMatrixRMaj(voltages.numRows, watched.cols());
        watched.read(voltages, occasion, currents);
        noise.add(currents, occasion);
        counts.addReads(voltages.numRows, watched.load(voltages, false) * joulesPerSiemens);
        counts.addDac(voltages.data.length, 0);
        counts.addAdc(currents.data.length, adc.convert(currents.data));
        counts.addMultiplyAdds(currents.data.length);
        return currents;
    }

    /** Keeps what was read before, and cells that are set aside. */
    void keep(Archive archive) {
        if (isAside) {
            watched.keep(archive);
        }
        if (archive.keep(before.isPresent())) {
            FMatrixRMaj read = before.orElseGet(() -> new FMatrixRMaj(voltages.numRows, watched.cols()));
            archive.keep(read.data);
            before = Optional.of(read);
        }
    }
}
