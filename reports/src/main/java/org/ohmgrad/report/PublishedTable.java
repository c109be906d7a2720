package org.ohmgrad.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What others published, beside what came out here. */
final class PublishedTable {
    private final Results results;

    PublishedTable(Results results) {
        this.results = results;
    }

    /** Heading, table and what differs; nothing if nothing published is named. */
    List<Block> blocks() {
        var numbers = results.plan().published();
        if (numbers.isEmpty()) {
            return List.of();
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(2, "Published beside ours"));
        blocks.add(new Block.Tabular(
                "Published: " + sources() + ". Ours: mean and 95 % interval over seeds of the runs of this report.",
                new TextTable(
                                List.of("what", "published", "ours", "seeds", "arm", "update", "at"),
                                numbers.stream().map(this::row).toList())
                        .without(List.of("update", "at"))));
        var differences = numbers.stream()
                .filter(number -> !number.differs().isEmpty())
                .map(number -> number.what() + ": " + number.differs())
                .toList();
        if (!differences.isEmpty()) {
            blocks.add(new Block.Text("What differs, and why:", false));
            blocks.add(new Block.Bullets(differences));
        }
        return blocks;
    }

    private String sources() {
        return results.plan().published().stream()
                .map(PublishedNumber::source)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<String> row(PublishedNumber number) {
        var cell = results.cells().stream().filter(number::isOf).findFirst();
        return List.of(
                number.what(),
                number.value(),
                cell.map(number.measure()::words).orElse("not run yet"),
                cell.map(found -> Integer.toString(found.rows().size())).orElse("0"),
                number.arm(),
                number.update(),
                SweepView.words(results.plan(), number.point()));
    }
}
