package org.ohmgrad.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ohmgrad.device.DeviceModel;
import org.ohmgrad.device.pulse.PulseLaw;

/** What follows from a device's settings, in words, for a cell midway between its two conductances. */
final class DeviceFacts {
    private static final double VOLTS = 0.2;
    private static final int MOST_PULSES = 100_000;
    private static final double NEARLY = 0.99;
    private static final Map<String, Double> AGES = ages();

    private final DeviceModel device;
    private final double range;
    private final double middle;

    private DeviceFacts(DeviceModel device) {
        this.device = device;
        range = device.gMax() - device.gMin();
        middle = (device.gMin() + device.gMax()) / 2;
    }

    private static Map<String, Double> ages() {
        Map<String, Double> ages = new LinkedHashMap<>();
        ages.put("an hour", 3600.0);
        ages.put("a day", 24 * 3600.0);
        ages.put("a year", 365.25 * 24 * 3600);
        return ages;
    }

    /** One fact a line. */
    static List<String> of(DeviceModel device) {
        DeviceFacts facts = new DeviceFacts(device);
        List<String> lines = new ArrayList<>(List.of(facts.resistances(), facts.write(), facts.read(), facts.ageing()));
        lines.addAll(device.pulseLaw().map(facts::pulses).orElse(List.of("Pulses: no law.")));
        return lines;
    }

    private String resistances() {
        return "Resistance: " + ohms(1 / device.gMax())
                + (device.gMin() > 0
                        ? " to " + ohms(1 / device.gMin()) + " ohm, on/off ratio "
                                + shown(device.gMax() / device.gMin()) + "."
                        : " ohm or more, as gMin is 0.");
    }

    private String write() {
        if (device.drawsPerWrite() == 0) {
            return "Write finished at once: exact.";
        }
        double error = (device.programmed(middle, 1) - device.programmed(middle, -1)) / 2;
        return "Write finished at once: errs by " + percent(error / range) + " of the range (standard deviation).";
    }

    private String read() {
        double variance = device.varianceTerms().stream()
                .mapToDouble(term -> term.variance(middle, VOLTS))
                .sum();
        return variance == 0
                ? "Read: no noise."
                : "Read at " + VOLTS + " volt: noise of " + percent(Math.sqrt(variance) / (middle * VOLTS))
                        + " of the cell's current.";
    }

    private String ageing() {
        if (Double.isInfinite(device.steadySeconds())) {
            return "Drift: none.";
        }
        List<String> left = new ArrayList<>();
        AGES.forEach((words, seconds) -> {
            if (seconds <= device.longestSeconds()) {
                left.add(percent(device.aged(middle, device.age(seconds), 0) / middle) + " after " + words);
            }
        });
        return "Drift: the mean cell keeps "
                + (left.isEmpty() ? "what is known for less than an hour" : String.join(", ", left)) + ".";
    }

    private List<String> pulses(PulseLaw law) {
        if (law.levels().isPresent()) {
            return List.of("Pulses: one switches a cell up with a probability of " + percent(law.step(0, true))
                    + ", and down with " + percent(-law.step(1, false)) + ".");
        }
        return List.of(
                "Pulses: a step midway is " + percent(law.step(0.5, true)) + " of the range up, "
                        + percent(-law.step(0.5, false)) + " down (mean cell).",
                "Pulses: " + count(law, true) + " up and " + count(law, false) + " down cross 99 % of the range.");
    }

    private static String count(PulseLaw law, boolean up) {
        double state = up ? 0 : 1;
        for (int pulses = 1; pulses <= MOST_PULSES; pulses++) {
            state = law.after(state, up, 1, 0);
            if (up ? state >= NEARLY : state <= 1 - NEARLY) {
                return String.valueOf(pulses);
            }
        }
        return "no number of pulses";
    }

    /** Digits parted by thousands, as counts are; short scientific where {@link ChipFacts} writes that. */
    private static String ohms(double value) {
        String text = shown(value);
        return text.matches("\\d+") ? String.format(Locale.ROOT, "%,d", Long.parseLong(text)) : text;
    }

    private static String percent(double share) {
        return shown(100 * share) + " %";
    }

    private static String shown(double value) {
        return ChipFacts.shown(value);
    }
}
