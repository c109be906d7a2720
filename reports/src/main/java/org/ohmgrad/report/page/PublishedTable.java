package org.ohmgrad.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ohmgrad.report.record.PublishedNumber;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.SweepView;

/** What others published, beside what came out here. */
final class PublishedTable {
    private final Results results;

    PublishedTable(Results results) {
        this.results = results;
    }

    /** Heading, table and what differs; nothing if nothing published is named. */
    List<PageElement> elements() {
        var numbers = results.plan().published();
        if (numbers.isEmpty()) {
            return List.of();
        }
        var elements = new ArrayList<PageElement>();
        elements.add(new PageElement.Heading(2, "Published beside ours"));
        elements.add(new PageElement.Tabular(
                "Published: " + sources() + ". Ours: mean and "
                        + results.confidence().words() + " interval over seeds of the runs of this report.",
                new TextTable(
                                List.of("what", "published", "ours", "seeds", "arm", "update", "at"),
                                numbers.stream().map(this::row).toList())
                        .without(List.of("update", "at"))));
        var differences = numbers.stream()
                .filter(number -> !number.differs().isEmpty())
                .map(number -> number.what() + ": " + number.differs())
                .toList();
        if (!differences.isEmpty()) {
            elements.add(new PageElement.Text("What differs, and why:", false));
            elements.add(new PageElement.Bullets(differences));
        }
        return elements;
    }

    private String sources() {
        return results.plan().published().stream()
                .map(PublishedNumber::source)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<String> row(PublishedNumber number) {
        var found =
                results.groups().stream().filter(group -> isOf(number, group)).findFirst();
        return List.of(
                number.what(),
                number.value(),
                found.map(ours -> MeasuredHere.words(number.measure(), ours)).orElse("not run yet"),
                found.map(ours -> Integer.toString(ours.rows().size())).orElse("0"),
                number.arm(),
                number.update(),
                SweepView.words(results.plan()).apply(number.point()));
    }

    /** Whether a group of runs is the one that a published number stands beside. */
    static boolean isOf(PublishedNumber number, Results.Group group) {
        var its = group.arm();
        return its.onChip()
                && !its.companion()
                && its.arm().equals(number.arm())
                && its.update().equals(number.update())
                && group.point().entrySet().containsAll(number.point().entrySet());
    }
}
