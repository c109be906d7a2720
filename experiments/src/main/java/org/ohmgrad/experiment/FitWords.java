package org.ohmgrad.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ohmgrad.fit.DeviceFit;
import org.ohmgrad.fit.Digits;
import org.ohmgrad.fit.Estimate;
import org.ohmgrad.fit.Laws;
import org.ohmgrad.fit.PulseMeasurements;
import org.ohmgrad.report.Words;

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

    private List<String> table() {
        Rows rows = new Rows();
        rows.add("quantity", "value", "uncertainty", "unit");
        for (Estimate estimate : fit.estimates()) {
            rows.add(estimate.name(), Digits.shown(estimate.value()), uncertainty(estimate), estimate.unit());
        }
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

    private static String uncertainty(Estimate estimate) {
        if (!Double.isFinite(estimate.error())) {
            return "";
        }
        return (estimate.value() == 0 ? "below " : "+- ") + Digits.shown(estimate.error());
    }

    private List<String> meanings() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "The point farthest from the curve: " + fit.worst() + ". Distances are root mean squares; uncertainties"
                        + " are standard deviations, or, of what is 0, where it lies below with 95 %.");
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
                        ? "deviceToDevice is what differs between trains and is constant in each."
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
