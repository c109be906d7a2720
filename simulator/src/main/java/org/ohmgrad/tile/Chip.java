package org.ohmgrad.tile;

import java.util.Map;
import org.ohmgrad.crossbar.ArraySettings;
import org.ohmgrad.crossbar.ConductanceMapping;
import org.ohmgrad.crossbar.DifferentialPair;
import org.ohmgrad.crossbar.Identity;
import org.ohmgrad.crossbar.plane.Direction;
import org.ohmgrad.crossbar.wires.NoWires;
import org.ohmgrad.crossbar.wires.WireResistance;
import org.ohmgrad.device.Cell;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.NoStuckFaults;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.Temperature;
import org.ohmgrad.device.law.ContinuousLevels;
import org.ohmgrad.device.law.DiscreteLevels;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.settings.Called;
import org.ohmgrad.settings.Check;
import org.ohmgrad.settings.Default;
import org.ohmgrad.tile.converter.Converters;
import org.ohmgrad.tile.correction.DriftCompensation;
import org.ohmgrad.tile.correction.NoDriftCompensation;
import org.ohmgrad.tile.correction.NoTransposeCalibration;
import org.ohmgrad.tile.correction.NoTransposedErrors;
import org.ohmgrad.tile.correction.TransposeCalibration;
import org.ohmgrad.tile.correction.TransposedErrors;

/**
 * A crossbar chip: everything that decides what a weight matrix becomes in hardware.
 *
 * @param name what reports call the chip
 * @param description one sentence for people; changes no result
 * @param cell what stands at every crossing
 * @param mapping how a weight stands in cells
 * @param readVoltage voltage of a fully-on input, volt
 * @param tile largest matrix of one tile
 * @param forward converters of the forward read
 * @param transposed converters of the transposed read
 * @param wires resistance of the lines
 * @param transposedErrors gain and offset of the lines that the transposed read senses
 * @param transposeCalibration how the chip learns these, to take them back
 * @param driftCompensation how the chip finds out how far its cells have drifted, to take that back
 * @param temperature how warm the cells are when they are written, read, and tested last
 * @param timing what moves the clock
 * @param costs what its parts take up in energy
 * @param capacity what its maker says of the whole chip; changes no result
 * @param sources where each constant comes from: JSON pointer inside the chip to words; changes no result
 */
public record Chip(
        String name,
        @Default("\"\"") String description,
        Cell cell,
        ConductanceMapping mapping,
        double readVoltage,
        TileSize tile,
        @Called(at = "adc/bits", value = "bits of the ADC") Converters forward,

        @Called(at = "adc/bits", value = "bits of the transposed read's ADC")
        Converters transposed,

        @Default("{\"type\": \"no-wires\"}") WireResistance wires,
        @Default("{\"type\": \"none\"}") TransposedErrors transposedErrors,

        @Called("calibration") @Default("{\"type\": \"none\"}")
        TransposeCalibration transposeCalibration,

        @Default("{\"type\": \"none\"}") DriftCompensation driftCompensation,
        @Default("{}") Temperature temperature,
        Timing timing,
        @Default("{}") Costs costs,
        @Default("{}") Capacity capacity,
        @Default("{}") Map<String, String> sources) {
    private static final double HIGHEST_VOLTAGE = 10;

    /** Refuses a read voltage that is none, and weights without bounds where cells must hold them. */
    public Chip {
        boolean bounded = !Float.isInfinite(mapping.highest(1));
        Check.that()
                .positive("readVoltage", readVoltage)
                .rule(
                        "readVoltage",
                        !(readVoltage > HIGHEST_VOLTAGE),
                        "must be at most 10 volt, more than which a read would write its cells, but is " + readVoltage)
                .rule(
                        "mapping",
                        bounded || !(cell.bits() instanceof DiscreteLevels),
                        "must be one of bounded weights where cells have levels: differential-pair or reference-column")
                .rule(
                        "mapping",
                        mapping.top(cell.bits()) > 0,
                        "must be differential-pair where cells have 1 bit: a reference column gives up one level of a"
                                + " cell so that zero is one, which leaves none for other weights")
                .rule(
                        "wires",
                        !hasStates(cell.device()) || !preDistorts(wires, cell.device()),
                        "must have no preDistortion where cells have two states, of which none is a little higher")
                .rule(
                        "timing",
                        timing.writeSeconds() == 0 || !cell.programming().firesPulses(),
                        "must have a writeSeconds of 0 where every write fires pulses, which take pulseSeconds and readSeconds")
                .rule(
                        "wires",
                        bounded || wires.equals(new NoWires()),
                        "with resistance need cells, not the numbers of an identity mapping")
                .rule(
                        "transposeCalibration",
                        transposeCalibration.vectors() == 0
                                || !transposed.adc().range().isFoundByReads(),
                        "must be none where the transposed adc finds its range by training reads, beyond which known vectors,"
                                + " which drive all lines, may lie: state that range")
                .rule(
                        "driftCompensation",
                        !driftCompensation.any() || !forward.adc().range().isFoundByReads(),
                        "must be none where the forward adc finds its range by training reads, beyond which known vectors,"
                                + " which drive all lines, may lie: state that range")
                .rule(
                        "driftCompensation",
                        bounded || !driftCompensation.any(),
                        "needs cells, not the numbers of an identity mapping")
                .rule(
                        "cell",
                        bounded || !dependsOnState(cell.device()),
                        "has conductances that follow temperature or jump, which the numbers of an identity mapping cannot")
                .rule(
                        "temperature",
                        temperature.isWithin(cell.device().temperatureLaw()),
                        "must lie where the cell's temperatureLaw is known ("
                                + cell.device().temperatureLaw().range() + ") at all times")
                .rule(
                        "temperature",
                        temperature.equals(Temperature.room()) || cell.device().isNoiseOf(temperature.programming()),
                        "must have the programming temperature that the cell's readNoise names, but has "
                                + temperature.programming() + " kelvin")
                .holds();
        sources = Map.copyOf(sources);
    }

    private static boolean hasStates(DeviceModel device) {
        return device.pulseLaw().flatMap(PulseLaw::levels).isPresent();
    }

    private static boolean preDistorts(WireResistance wires, DeviceModel device) {
        return wires.preDistortion(1, 1, device.gMin(), device.gMax()).length > 0;
    }

    private static boolean dependsOnState(DeviceModel device) {
        return device.temperatureLaw().any() || device.telegraphNoise().any();
    }

    /**
     * A chip whose transposed read senses every line as it is, and of whose costs and capacity nothing is known.
     *
     * @param name what reports call the chip
     * @param description one sentence for people; changes no result
     * @param cell what stands at every crossing
     * @param mapping how a weight stands in cells
     * @param readVoltage voltage of a fully-on input, volt
     * @param tile largest matrix of one tile
     * @param forward converters of the forward read
     * @param transposed converters of the transposed read
     * @param wires resistance of the lines
     * @param timing what moves the clock
     * @param sources where each constant comes from
     */
    public Chip(
            String name,
            String description,
            Cell cell,
            ConductanceMapping mapping,
            double readVoltage,
            TileSize tile,
            Converters forward,
            Converters transposed,
            WireResistance wires,
            Timing timing,
            Map<String, String> sources) {
        this(
                name,
                description,
                cell,
                mapping,
                readVoltage,
                tile,
                forward,
                transposed,
                wires,
                new NoTransposedErrors(),
                new NoTransposeCalibration(),
                new NoDriftCompensation(),
                Temperature.room(),
                timing,
                Costs.unknown(),
                Capacity.unknown(),
                sources);
    }

    /** The same chip made of other cells, without the old one's words about it. */
    public Chip madeOf(String otherName, Cell other) {
        return copy(
                otherName, "", other, transposedErrors, transposeCalibration, driftCompensation, temperature, Map.of());
    }

    /** The same chip with other errors in its transposed read and another way to find them out. */
    public Chip with(TransposedErrors errors, TransposeCalibration calibration) {
        return copy(name, description, cell, errors, calibration, driftCompensation, temperature, sources);
    }

    /** The same chip with another way to take back drift. */
    public Chip with(DriftCompensation compensation) {
        return copy(
                name, description, cell, transposedErrors, transposeCalibration, compensation, temperature, sources);
    }

    /** The same chip at other temperatures. */
    public Chip at(Temperature other) {
        return copy(name, description, cell, transposedErrors, transposeCalibration, driftCompensation, other, sources);
    }

    private Chip copy(
            String otherName,
            String otherDescription,
            Cell otherCell,
            TransposedErrors errors,
            TransposeCalibration calibration,
            DriftCompensation compensation,
            Temperature otherTemperature,
            Map<String, String> otherSources) {
        return new Chip(
                otherName,
                otherDescription,
                otherCell,
                mapping,
                readVoltage,
                tile,
                forward,
                transposed,
                wires,
                errors,
                calibration,
                compensation,
                otherTemperature,
                timing,
                costs,
                capacity,
                otherSources);
    }

    /** What its crossbars are made of. */
    public ArraySettings array() {
        return new ArraySettings(cell, mapping, wires, readVoltage, temperature);
    }

    /** Converters of a direction of read. */
    public Converters converters(Direction direction) {
        return direction.driven(forward, transposed);
    }

    /** Exact real numbers instead of cells: the float network is a network on this chip. */
    public static Chip exactNumbers() {
        return Exact.CHIP;
    }

    /** Every float run asks for it: made once, when first asked for. */
    private static final class Exact {
        static final Chip CHIP = ideal("float", new Identity(), Cell.ofNumbers());
    }

    /** Differential pairs of perfect cells with continuous levels behind perfect converters. */
    public static Chip ideal(float wMax) {
        DeviceModel perfect = ParametricDeviceModel.ideal(1e-6, 1e-4);
        return ideal(
                "ideal", new DifferentialPair(wMax), new Cell(new ContinuousLevels(), perfect, new NoStuckFaults()));
    }

    private static Chip ideal(String name, ConductanceMapping mapping, Cell cell) {
        return new Chip(
                name,
                "",
                cell,
                mapping,
                1,
                new TileSize(4096, 4096),
                Converters.ideal(),
                Converters.ideal(),
                new NoWires(),
                new Timing(0, 0),
                Map.of());
    }
}
