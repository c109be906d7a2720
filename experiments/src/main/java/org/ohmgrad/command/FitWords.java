package org.ohmgrad.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ohmgrad.fit.DeviceFit;
import org.ohmgrad.fit.Digits;
import org.ohmgrad.fit.Estimate;
import org.ohmgrad.fit.Laws;
import org.ohmgrad.fit.PulseMeasurements;
import org.ohmgrad.report.text.Words;

/**
 * What the terminal says of a fit.
 *
 * @param fit the fit
 */
record FitWords(DeviceFit fit) {
    /**
     * All lines.
     *
     * @param compares whether other laws are tried and a better one is named
     */
    List<String> lines(boolean compares) {
        PulseMeasurements measured = fit.measured();
        List<String> lines = new ArrayList<>(measured.notes());
        lines.add("Fitted " + fit.law() + " to " + Words.count(measured.count(), "conductance")
                + (measured.areTold() ? " in " + Words.count(measured.trains().size(), "train") + "." : "."));
        if (measured.areTold()) {
            lines.add(understood(measured));
        }
        String half = fit.remark("/pulses");
        if (!half.isEmpty()) {
            lines.add("One branch was measured" + half + ".");
        }
        lines.add("");
        lines.addAll(table());
        lines.add("");
        lines.addAll(meanings());
        if (compares) {
            lines.addAll(comparison());
        }
        return lines;
    }

    private static String understood(PulseMeasurements measured) {
        long up = measured.trains().stream().filter(PulseMeasurements.Train::up).count();
        long devices = measured.devices();
        return "Understood as " + (devices == 1 ? "one device" : devices + " devices") + ", pulsed " + times(up)
                + " up and " + times(measured.trains().size() - up) + " down"
                + (devices == 1 ? "." : " in all.");
    }

    private static String times(long count) {
        return count == 0 ? "never" : count == 1 ? "once" : count == 2 ? "twice" : count + " times";
    }

    private List<String> table() {
        Rows rows = new Rows();
        rows.add("quantity", "value", "uncertainty", "unit");
        fit.estimates().forEach(estimate -> add(rows, estimate));
        rows.add("distance of the points from the curve", Digits.shown(fit.distance()), "", "of the range");
        if (fit.measured().areTold()) {
            rows.add(
                    "the same expected of this device, measured alike",
                    Digits.shown(fit.expectedDistance()),
                    "",
                    "of the range");
        }
        rows.add("criterion (BIC)", Digits.shown(fit.criterion()), "", "");
        return rows.aligned();
    }

    /** A value and its uncertainty in one notation. */
    private static void add(Rows rows, Estimate estimate) {
        if (estimate.isRange()) {
            List<String> texts = Digits.alike(estimate.value(), estimate.low(), estimate.high());
            rows.add(estimate.name(), texts.get(0), texts.get(1) + " to " + texts.get(2), estimate.unit());
        } else if (Double.isFinite(estimate.error())) {
            List<String> texts = Digits.alike(estimate.value(), estimate.error());
            String sign = estimate.value() == 0 ? "below " : "+- ";
            rows.add(estimate.name(), texts.get(0), sign + texts.get(1), estimate.unit());
        } else {
            rows.add(estimate.name(), Digits.alike(estimate.value()).get(0), "not known", estimate.unit());
        }
    }

    private List<String> meanings() {
        List<String> lines = new ArrayList<>();
        lines.add((fit.distance() == 0 ? "" : "The point farthest from the curve: " + fit.worst() + ". ")
                + "Distances are root mean squares; uncertainties"
                + " are standard deviations, or, of noise, the range in which it lies with 95 % (chi-square, with as"
                + " many degrees of freedom as the points leave) and, of what is 0, where it lies below with 95 %.");
        if (fit.isHeld()) {
            lines.add(
                    "The best gMin would lie below 0, where no cell is: it is held at 0, and all else is fitted with it;"
                            + " it can only be larger.");
        }
        if (fit.followsPoints()) {
            lines.add(
                    "The law has nearly as many numbers as there are points and goes through most of them: what is left"
                            + " hardly tells noise, which is understated and has no stated uncertainty.");
        }
        if (fit.law().equals(Laws.USUAL)) {
            lines.add(
                    "A label says how bent a curve is, as in NeuroSim: 0 is straight, 9 nearly a jump. Above 0 the curve is"
                            + " steep at gMin, below 0 at gMax.");
        }
        lines.addAll(noise());
        return lines;
    }

    private List<String> noise() {
        PulseMeasurements measured = fit.measured();
        if (!measured.areTold()) {
            return List.of(
                    "Which readings are one train is not known, so that noise of reading, of steps and between devices"
                            + " cannot be separated, and none of them is in the device: name the trains in a column train (or"
                            + " device), or say --in-order if the rows stand in the order of measuring.");
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "readNoise is what errs from reading to reading, that of the instrument included; cycleToCycle is what"
                        + " adds up from pulse to pulse.");
        if (fit.isReadNoiseEven()) {
            lines.add(
                    "Readings err alike at all conductances; the device has noise in proportion to the conductance that is"
                            + " as large over all points together.");
        }
        if (fit.memory() > 0) {
            lines.add("Errors of reading last for about " + Digits.shown(fit.memory())
                    + " pulses; the device errs anew with" + " every read.");
        }
        lines.add(
                measured.devices() > 1
                        ? "deviceToDevice is what differs between devices and is constant in all trains of each."
                        : "One device was measured: what differs between devices is not known.");
        return lines;
    }

    private List<String> comparison() {
        Map<String, Double> criteria = DeviceFit.criteria(fit.measured());
        String best = criteria.keySet().iterator().next();
        if (best.equals(fit.law())) {
            return List.of("Of the laws with a formula, this one has the lowest BIC.");
        }
        return List.of("By BIC (errors taken as independent) " + best + " follows these points better, "
                + Digits.shown(criteria.getOrDefault(best, 0.0)) + " against " + Digits.shown(fit.criterion())
                + ": --law " + best
                + " writes it.");
    }
}
