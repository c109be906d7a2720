package org.ohmgrad.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.report.record.CellMap;
import org.ohmgrad.report.record.Confusion;
import org.ohmgrad.report.record.Epoch;
import org.ohmgrad.state.Archive;

/** What a run has measured so far; all lists and maps are live. */
public final class Measured {
    private final SortedMap<String, Double> summary = new TreeMap<>();
    private final List<SortedMap<String, Double>> opening = new ArrayList<>();
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<CellMap> maps = new ArrayList<>();
    private Confusion confusion = Confusion.none();

    /** Of a run whose training in float diverged, so that its epochs on the chip have no values. */
    static Measured ofDiverged(int floatEpochs, int epochs, int layers) {
        Measured found = new Measured();
        found.summary.put("float_epochs", (double) floatEpochs);
        found.summary.put("chip_epochs", (double) epochs - floatEpochs);
        for (int epoch = floatEpochs + 1; epoch <= epochs; epoch++) {
            found.epochs.add(new Epoch(epoch, new TreeMap<>(), Collections.nCopies(layers, new TreeMap<>())));
        }
        return found;
    }

    /** What is known of the whole run. */
    SortedMap<String, Double> summary() {
        return summary;
    }

    /** What was spent on the chip before the first epoch, one map a layer. */
    List<SortedMap<String, Double>> opening() {
        return opening;
    }

    /** What was measured after every epoch on the chip. */
    public List<Epoch> epochs() {
        return epochs;
    }

    /** What wires do to the cells of the first tile in the end. */
    List<CellMap> maps() {
        return maps;
    }

    /** What the test examples were taken for in the last test; nothing before it. */
    Confusion confusion() {
        return confusion;
    }

    /** Takes down what the test examples were taken for. */
    void confusion(Confusion counted) {
        confusion = counted;
    }

    /** Keeps everything but the maps and the confusion, which are made when a run ends. */
    void keep(Archive archive) {
        keep(summary, archive);
        keep(opening, archive);
        int count = archive.keep(epochs.size());
        for (int k = 0; k < count; k++) {
            Epoch kept = kept(k < epochs.size() ? epochs.get(k) : new Epoch(0, new TreeMap<>(), List.of()), archive);
            if (k < epochs.size()) {
                epochs.set(k, kept);
            } else {
                epochs.add(kept);
            }
        }
    }

    private static Epoch kept(Epoch epoch, Archive archive) {
        SortedMap<String, Double> values = new TreeMap<>(epoch.values());
        List<SortedMap<String, Double>> layers = new ArrayList<>(epoch.layers());
        List<SortedMap<String, Double>> costs = new ArrayList<>(epoch.costs());
        int number = archive.keep(epoch.epoch());
        keep(values, archive);
        keep(layers, archive);
        keep(costs, archive);
        return new Epoch(number, values, layers, costs);
    }

    private static void keep(List<SortedMap<String, Double>> maps, Archive archive) {
        int count = archive.keep(maps.size());
        for (int k = 0; k < count; k++) {
            SortedMap<String, Double> map = k < maps.size() ? new TreeMap<>(maps.get(k)) : new TreeMap<>();
            keep(map, archive);
            if (k < maps.size()) {
                maps.set(k, map);
            } else {
                maps.add(map);
            }
        }
    }

    private static void keep(SortedMap<String, Double> map, Archive archive) {
        List<Map.Entry<String, Double>> entries = new ArrayList<>(map.entrySet());
        int count = archive.keep(entries.size());
        for (int k = 0; k < count; k++) {
            boolean here = k < entries.size();
            String name = archive.keep(here ? entries.get(k).getKey() : "");
            map.put(name, archive.keep(here ? entries.get(k).getValue() : 0.0));
        }
    }
}
