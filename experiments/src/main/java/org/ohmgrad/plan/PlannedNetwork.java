package org.ohmgrad.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ohmgrad.config.Json;
import org.ohmgrad.data.Partition;
import org.ohmgrad.network.LayerSettings.MatrixSize;
import org.ohmgrad.network.NetworkSettings;
import org.ohmgrad.report.record.EffectSetting;
import org.ohmgrad.report.result.SweepAxis;

/**
 * One of the networks that an experiment trains.
 *
 * @param words what it is that the experiment varies, as {@code /network/hidden [16]}; empty if it has one network alone
 * @param matrices its weight matrices, from the input on
 */
public record PlannedNetwork(String words, List<MatrixSize> matrices) {
    /**
     * All different networks of an experiment, in the order of its points. Reads the data.
     *
     * @throws org.ohmgrad.config.ConfigException with every mistake
     */
    public static List<PlannedNetwork> all(Path file) {
        ExperimentPlan plan = ExperimentPlan.read(file, 1);
        Map<NetworkSettings, Map<String, Json>> points = new LinkedHashMap<>();
        plan.variants().forEach(variant -> points.putIfAbsent(variant.settings().network(), variant.point()));
        Partition data = plan.data();
        List<PlannedNetwork> all = new ArrayList<>();
        points.forEach((network, point) -> all.add(new PlannedNetwork(
                points.size() == 1 ? "" : words(point), network.matrices(data.shape(), data.classes()))));
        return all;
    }

    private static String words(Map<String, Json> point) {
        return PublishedNumbers.texts(point).entrySet().stream()
                .filter(put ->
                        put.getKey().startsWith("/network") || put.getKey().equals(EffectSetting.POINTER))
                .map(put -> put.getKey() + " " + SweepAxis.text(put.getValue()))
                .collect(Collectors.joining(", "));
    }
}
