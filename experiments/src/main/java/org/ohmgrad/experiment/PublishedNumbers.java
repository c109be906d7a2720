package org.ohmgrad.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ohmgrad.config.Json;
import org.ohmgrad.report.PublishedNumber;

/** Tells the report which arm and point each published number stands beside. */
final class PublishedNumbers {
    private PublishedNumbers() {}

    static List<PublishedNumber> of(Experiment experiment, List<Variant> variants) {
        List<PublishedNumber> numbers = new ArrayList<>();
        for (Published published : experiment.published()) {
            for (PublishedResult result : published.results()) {
                variants.stream()
                        .filter(result::isOf)
                        .findFirst()
                        .map(variant -> number(published.source(), result, variant))
                        .ifPresent(numbers::add);
            }
        }
        return numbers;
    }

    private static PublishedNumber number(String source, PublishedResult result, Variant variant) {
        return new PublishedNumber(
                source,
                result.what(),
                result.value(),
                result.measure(),
                result.arm(),
                variant.updateName(),
                texts(result.at()),
                result.differs());
    }

    /** Canonical texts of values, as the points of a plan have them. */
    static SortedMap<String, String> texts(Map<String, Json> values) {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((pointer, value) -> texts.put(pointer, value.canonical()));
        return texts;
    }
}
