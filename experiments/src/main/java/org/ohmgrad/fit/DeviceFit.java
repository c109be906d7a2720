package org.ohmgrad.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.ohmgrad.arithmetic.Elementary;
import org.ohmgrad.device.ParametricDeviceModel;
import org.ohmgrad.device.law.NoDrift;
import org.ohmgrad.device.law.NoProgrammingNoise;
import org.ohmgrad.device.law.NoReadNoise;
import org.ohmgrad.device.law.ProportionalReadNoise;
import org.ohmgrad.device.law.ReadNoise;
import org.ohmgrad.device.pulse.DeviceToDevice;
import org.ohmgrad.device.pulse.PulseLaw;
import org.ohmgrad.fit.PulseMeasurements.Train;
import org.ohmgrad.report.text.Words;

/** A device fitted to measured pulses: the mean law first, by least squares, and then what scatters about it. */
public final class DeviceFit {
    private static final double LARGEST_SHARE = 1;
    private static final double POOR = 0.1;

    /** A smaller share of the range is an error of arithmetic. */
    private static final double ROUNDING = 1e-12;

    /** A normal number lies below so many standard deviations with 95 %. */
    private static final double ONE_SIDED = 1.6449;

    private static final NoiseParts UNKNOWN =
            NoiseParts.of(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    private final PulseMeasurements measured;
    private final MeanLaw law;
    private final Optional<NoiseFit> noise;
    private final ParametricDeviceModel device;

    private DeviceFit(PulseMeasurements measured, MeanLaw law, Optional<NoiseFit> noise) {
        this.measured = measured;
        this.law = law;
        this.noise = noise;
        device = noisy();
    }

    /**
     * Fits a law.
     *
     * @param law one of {@link Laws#names()}
     * @throws FitException if the law cannot follow the measurement
     */
    public static DeviceFit of(PulseMeasurements measured, String law) {
        DeviceFit bare = new DeviceFit(measured, Laws.mean(measured, law), Optional.empty());
        return measured.areTold()
                ? new DeviceFit(measured, bare.law, Optional.of(NoiseFit.of(measured, bare.law, bare.distance())))
                : bare;
    }

    private ParametricDeviceModel noisy() {
        NoiseParts parts = noise.map(NoiseFit::parts).orElse(NoiseParts.NONE);
        return device(
                law,
                readNoise().<ReadNoise>map(read -> read).orElse(new NoReadNoise()),
                share(parts.steps()),
                new DeviceToDevice(share(parts.size()), 0, share(parts.gMin()), share(parts.gMax())));
    }

    private double readSigma() {
        return share(noise.map(found -> found.parts().reading()).orElse(0.0) * proportion());
    }

    private static double share(double value) {
        return Digits.few(Math.min(LARGEST_SHARE, value));
    }

    private static ParametricDeviceModel device(
            MeanLaw mean, ReadNoise readNoise, double cycleToCycle, DeviceToDevice spread) {
        return new ParametricDeviceModel(
                mean.gMin(),
                mean.gMax(),
                new NoProgrammingNoise(),
                readNoise,
                new NoDrift(),
                mean.response(cycleToCycle),
                spread);
    }

    /**
     * From the noise of readings as found to a share of the conductance: noise that is the same everywhere is taken as
     * the proportional one that errs as much over all points together.
     */
    private double proportion() {
        if (noise.map(NoiseFit::isProportional).orElse(true)) {
            return 1;
        }
        double square = points().map(g -> g * g).average().orElse(1);
        return square > 0 ? (law.gMax() - law.gMin()) / Math.sqrt(square) : 0;
    }

    private DoubleStream points() {
        return measured.trains().stream()
                .flatMap(train -> train.points().stream())
                .mapToDouble(PulseMeasurements.Point::conductance);
    }

    /** Its read noise; empty if there is none. */
    Optional<ProportionalReadNoise> readNoise() {
        double sigma = readSigma();
        return sigma > 0 ? Optional.of(new ProportionalReadNoise(sigma)) : Optional.empty();
    }

    /** What is to be said of the source of a part, such as {@code /pulses}; empty if nothing. */
    public String remark(String pointer) {
        boolean isHalf = !measured.has(true) || !measured.has(false);
        if (pointer.equals("/pulses") && isHalf) {
            return "; the way " + (measured.has(true) ? "down" : "up")
                    + " was not measured and is assumed to mirror the other";
        }
        if (pointer.equals("/readNoise")) {
            return ": errors of readings, those of the instrument included";
        }
        if (pointer.equals("/gMin") && isHeld()) {
            return ": held at 0, as the best value lies below";
        }
        return pointer.equals("/deviceToDevice") ? ": what is constant in a train and differs between trains" : "";
    }

    /** As the text of a device file. */
    public String json(String source) {
        return DeviceText.of(this, source);
    }

    /** Trains of pulses as long as the measured ones at cells of the device, in siemens. */
    public PulseMeasurements simulated(int cells, long seed) {
        return new SimulatedPulses(device, seed, law.start(true), law.start(false))
                .of(measured.pulses(true), measured.pulses(false), cells);
    }

    /** The device: range, law, and what scatters. */
    public ParametricDeviceModel device() {
        return device;
    }

    /** Name of its law, as in a device file. */
    public String law() {
        return law.name();
    }

    /** The measurement. */
    public PulseMeasurements measured() {
        return measured;
    }

    /** Conductances, siemens, of the mean device after 0, 1, 2, ... pulses from the start of the longest train. */
    public double[] curve(boolean up) {
        return curve(device, up);
    }

    private double[] curve(ParametricDeviceModel model, boolean up) {
        PulseLaw mean = model.pulses().law(model.gMin(), model.gMax());
        return Arrays.stream(Course.of(mean, up, law.start(up), measured.pulses(up), 1)
                        .states())
                .map(state -> model.gMin() + state * (model.gMax() - model.gMin()))
                .toArray();
    }

    /** Root mean square distance of the points from the mean device, as a share of its range. */
    public double distance() {
        return distance(device);
    }

    private double distance(ParametricDeviceModel model) {
        double distance = Math.sqrt(squares(model) / measured.count()) / (model.gMax() - model.gMin());
        return distance < ROUNDING ? 0 : distance;
    }

    private double squares(ParametricDeviceModel model) {
        double[] up = curve(model, true);
        double[] down = curve(model, false);
        double sum = 0;
        for (Train train : measured.trains()) {
            for (PulseMeasurements.Point point : train.points()) {
                double off = point.conductance() - (train.up() ? up : down)[point.pulse()];
                sum += off * off;
            }
        }
        return sum;
    }

    /**
     * Bayes' information criterion of the mean law, errors taken as independent: the lower, the better, up to what all
     * laws share.
     */
    public double criterion() {
        double n = measured.count();
        double range = points().max().orElse(1) - points().min().orElse(0);
        double share = Math.max(1e-12, squares(device) / n / (range * range));
        return n * Elementary.log(share) + law.parameters() * Elementary.log(n);
    }

    /**
     * Criteria of all laws of a formula, the best first.
     *
     * @return a name and its criterion for each law that can follow the measurement
     */
    public static Map<String, Double> criteria(PulseMeasurements measured) {
        Map<String, Double> found = new LinkedHashMap<>();
        Laws.ofFormulas().forEach(name -> {
            try {
                found.put(name, new DeviceFit(measured, Laws.mean(measured, name), Optional.empty()).criterion());
            } catch (FitException cannotFollow) {
                // It is not among the choices.
            }
        });
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
    }

    /** The point farthest from the curve, in words. */
    public String worst() {
        double[] up = curve(true);
        double[] down = curve(false);
        double most = -1;
        String words = "";
        for (Train train : measured.trains()) {
            for (PulseMeasurements.Point point : train.points()) {
                double off = point.conductance() - (train.up() ? up : down)[point.pulse()];
                if (Math.abs(off) > most) {
                    most = Math.abs(off);
                    words = "after " + Words.count(point.pulse(), "pulse") + " " + (train.up() ? "up" : "down") + ", "
                            + Digits.shown(most / (device.gMax() - device.gMin())) + " of the range "
                            + (off > 0 ? "above it" : "below it");
                }
            }
        }
        return words;
    }

    /** Why the fit should not be used as it is, one sentence each; empty if nothing speaks against it. */
    public List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (!(distance() <= POOR)) {
            doubts.add("the curve leaves the points by " + Digits.shown(distance())
                    + " of the range (root mean square), more than a tenth");
        }
        law.atEnds()
                .forEach(name ->
                        doubts.add(name + " lies at the end of what the law allows: the best value may lie beyond"));
        return doubts;
    }

    /** The numbers of the device with their uncertainties. */
    public List<Estimate> estimates() {
        List<Estimate> estimates = new ArrayList<>();
        double[] errors =
                noise.map(found -> found.consequences(measured, law).errors()).orElse(new double[0]);
        List<String> free = law.free();
        law.named().forEach((name, value) -> {
            int place = free.indexOf(name);
            double error = place >= 0 && place < errors.length ? errors[place] : Double.NaN;
            String unit = name.startsWith("g") && !name.startsWith("gamma") ? "siemens" : "";
            estimates.add(
                    name.equals("gMin") && isHeld()
                            ? Estimate.of(name, 0, highestGMin(), unit + ", held at 0")
                            : Estimate.of(name, value, error, unit));
        });
        noise.ifPresent(found -> addNoise(estimates, found));
        return estimates;
    }

    /** Whether the best gMin lies below 0, where no cell is, and is held at 0. */
    public boolean isHeld() {
        return law.isHeld();
    }

    /** Whether the curve has so many numbers that it goes through most points, which then tell little of noise. */
    public boolean followsPoints() {
        return 2 * law.parameters() > measured.count();
    }

    /**
     * What a gMin that is held at 0 lies below with 95 %: where the likelihood, highest at the best value below 0, has
     * fallen by as much from what it is at 0. NaN if noise is not known.
     */
    private double highestGMin() {
        return noise.map(found -> found.consequences(measured, law.released()))
                .filter(released -> released.errors().length > 0 && !law.free().isEmpty())
                .map(released -> {
                    double best = Math.min(0, released.moves()[0]);
                    double error = released.errors()[0];
                    return best + Math.sqrt(best * best + ONE_SIDED * ONE_SIDED * error * error);
                })
                .orElse(Double.NaN);
    }

    private void addNoise(List<Estimate> estimates, NoiseFit found) {
        NoiseParts parts = found.parts();
        NoiseParts errors = followsPoints() ? UNKNOWN : found.errors();
        double share = proportion();
        estimates.add(
                Estimate.ofNoise("readNoise", parts.reading() * share, errors.reading() * share, "of the conductance"));
        estimates.add(Estimate.ofNoise("cycleToCycle", parts.steps(), errors.steps(), law.unitOfSpread()));
        if (measured.devices() > 1) {
            estimates.add(Estimate.ofNoise("deviceToDevice gMin", parts.gMin(), errors.gMin(), "of the range"));
            estimates.add(Estimate.ofNoise("deviceToDevice gMax", parts.gMax(), errors.gMax(), "of the range"));
            estimates.add(Estimate.ofNoise("deviceToDevice step", parts.size(), errors.size(), "of the step"));
        }
    }

    /** How far from their own curve measurements of such a device would lie, as a share of the range; NaN if unknown. */
    public double expectedDistance() {
        return noise.map(found -> found.consequences(measured, law).distance()).orElse(Double.NaN);
    }

    /** How many pulses errors of reading last; 0 if each reading errs anew. */
    public double memory() {
        return noise.map(found -> found.parts().slow() > 0 ? found.parts().memory() : 0)
                .orElse(0.0);
    }

    /** Whether noise of readings was found to be the same at all conductances, other than a device file can say. */
    public boolean isReadNoiseEven() {
        return noise.map(found -> found.parts().read() > 0 && !found.isProportional())
                .orElse(false);
    }
}
