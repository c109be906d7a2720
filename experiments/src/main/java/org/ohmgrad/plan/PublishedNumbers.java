package org.ohmgrad.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ohmgrad.config.Document;
import org.ohmgrad.config.Json;
import org.ohmgrad.config.Problem;
import org.ohmgrad.report.record.PublishedNumber;

/** Tells the report which arm and point each published number stands beside. */
final class PublishedNumbers {
    private static final int SHOWN = 8;

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

    /** A published number stands beside one arm at one point, whatever was tuned there. */
    static List<Problem> problems(Document document, Experiment experiment, List<Variant> variants) {
        List<Problem> problems = new ArrayList<>();
        for (int file = 0; file < experiment.published().size() && problems.isEmpty(); file++) {
            List<PublishedResult> results = experiment.published().get(file).results();
            for (int k = 0; k < results.size(); k++) {
                String rule = rule(results.get(k), variants);
                if (!rule.isEmpty()) {
                    problems.add(document.problem(Experiment.class, "/published/" + file + "/results/" + k, rule));
                }
            }
        }
        return problems;
    }

    private static String rule(PublishedResult result, List<Variant> variants) {
        long meant = variants.stream()
                .filter(result::isOf)
                .map(variant -> List.of(variant.armIndex(), texts(variant.point())))
                .distinct()
                .count();
        return meant == 1
                ? ""
                : "must name one arm at one point of the sweep by \"arm\", \"update\" and \"at\" but names "
                        + (meant == 0 ? "none" : meant) + ": " + help(result, variants);
    }

    /** What there is to choose from: labels if none is that of the result, else the points of its arm. */
    private static String help(PublishedResult result, List<Variant> variants) {
        List<Variant> ofArm = variants.stream()
                .filter(variant -> variant.label().equals(result.arm()))
                .toList();
        return ofArm.isEmpty()
                ? "arms are " + joined(variants.stream().map(Variant::label))
                : "points are "
                        + joined(ofArm.stream().map(variant -> variant.updateName() + " at " + texts(variant.point())));
    }

    private static String joined(Stream<String> words) {
        List<String> all = words.distinct().toList();
        return String.join(", ", all.subList(0, Math.min(SHOWN, all.size()))) + (all.size() > SHOWN ? ", ..." : "");
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
