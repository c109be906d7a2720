package org.ohmgrad.report.record;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.ohmgrad.report.record.RecordLine.Damaged;
import org.ohmgrad.report.text.NumberText;

/** What holds of every run that this program made, so that a line of which it does not hold was changed or cut. */
final class Believable {
    private static final Map<String, Double> MOST = Map.of("_accuracy", 1.0, "_degrees", 180.0);

    private Believable() {}

    static void require(RunRecord run) throws Damaged {
        requireInRange(run.summary());
        requireNotNegative(run.costs());
        if (run.seconds() < 0) {
            throw new Damaged("\"seconds\" must not be negative");
        }
        if (!run.epochs().isEmpty()) {
            requireOneAfterAnother(run.epochs());
        }
    }

    private static void requireOneAfterAnother(List<Epoch> epochs) throws Damaged {
        var first = epochs.get(0);
        int expected = first.epoch();
        for (var epoch : epochs) {
            if (epoch.epoch() != expected) {
                throw new Damaged("epoch " + expected + " is missing before epoch " + epoch.epoch());
            }
            if (!sameLayers(epoch, first)) {
                throw new Damaged("epoch " + expected + " has other layers than epoch " + first.epoch());
            }
            requireInRange(epoch);
            expected++;
        }
    }

    private static boolean sameLayers(Epoch epoch, Epoch first) {
        return epoch.layers().size() == first.layers().size()
                && epoch.costs().size() == first.costs().size();
    }

    private static void requireInRange(Epoch epoch) throws Damaged {
        requireInRange(epoch.values());
        for (var layer : epoch.layers()) {
            requireInRange(layer);
        }
        requireNotNegative(epoch.costs());
    }

    private static void requireNotNegative(List<SortedMap<String, Double>> costs) throws Damaged {
        for (var layer : costs) {
            for (var cost : layer.entrySet()) {
                if (cost.getValue() < 0) {
                    throw new Damaged("\"" + cost.getKey() + "\" must not be negative");
                }
            }
        }
    }

    private static void requireInRange(SortedMap<String, Double> values) throws Damaged {
        for (var value : values.entrySet()) {
            for (var most : MOST.entrySet()) {
                if (value.getKey().endsWith(most.getKey())) {
                    requireInRange(value.getKey(), value.getValue(), most.getValue());
                }
            }
        }
    }

    private static void requireInRange(String name, double value, double most) throws Damaged {
        if (value < 0 || value > most) {
            throw new Damaged(
                    "\"" + name + "\" must lie in [0, " + NumberText.of(most) + "] but is " + NumberText.of(value));
        }
    }
}
