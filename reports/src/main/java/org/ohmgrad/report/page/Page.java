package org.ohmgrad.report.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ohmgrad.report.figure.Figure;
import org.ohmgrad.report.figure.Figures;
import org.ohmgrad.report.record.JsonText;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.Provenance;
import org.ohmgrad.report.result.Results;
import org.ohmgrad.report.result.Spending;
import org.ohmgrad.report.result.SweepView;
import org.ohmgrad.report.text.Markup;
import org.ohmgrad.report.text.Words;

/** What stands on the pages of a report, from top to bottom. */
final class Page {
    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, Helvetica, Arial, sans-serif; color: #111; background: #fff;
                   max-width: 1500px; margin: 2em auto; padding: 0 1em; }
            p, ul, figcaption { max-width: 54rem; }
            h1, h2 { line-height: 1.2; }
            h2 { margin-top: 2em; border-bottom: 1px solid #ccc; }
            figure { margin: 1.5em 0; display: flex; flex-wrap: wrap; gap: 0.3em 1.5em; align-items: end; }
            figure div { flex: 1 1 100%; max-width: 100%; overflow-x: auto; }
            figure svg { display: block; width: 100%; height: auto; }
            figcaption { flex: 1 1 17rem; }
            figcaption, .caption { font-size: 0.9em; color: #333; text-align: left; padding: 0.3em 0; }
            .table { overflow-x: auto; width: max-content; min-width: 100%; max-width: calc(100vw - 3em);
                     position: relative; left: 50%; transform: translateX(-50%); margin: 1em 0; }
            table { border-collapse: collapse; font-size: 0.8em; font-variant-numeric: tabular-nums; }
            tr { background: #fff; }
            th, td { text-align: left; white-space: nowrap; vertical-align: top; padding: 0.25em 0.7em; border-bottom: 1px solid #ddd; }
            th[scope=row] { font-weight: normal; }
            tr > :first-child { position: sticky; left: 0; z-index: 1; background: inherit; white-space: normal;
                                  overflow-wrap: break-word; min-width: 13em; }
            small { display: block; color: #555; font-weight: normal; }
            thead th { border-bottom: 2px solid #666; white-space: normal; vertical-align: bottom; }
            tbody tr:nth-child(even) { background: #f6f6f6; }
            .n { text-align: right; }
            .u, .i { display: inline-block; text-align: left; padding-left: 0.35em; }
            .i { color: #555; }
            .warning { border-left: 5px solid #D55E00; padding: 0.5em 1em; background: #fff4ec; font-weight: bold; }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f6f6f6; padding: 0.7em; font-size: 0.8em; }
            summary { cursor: pointer; margin: 0.7em 0; }
            @media (max-width: 700px) {
              .table { max-width: calc(100vw - 2em); }
              th, td { padding: 0.25em 0.4em; }
              tr > :first-child { min-width: 8.5em; max-width: 9.5em; }
              td, .i { white-space: normal; }
              td:not(.n) { min-width: 5em; }
              .u, .i { min-width: 0 !important; }
              h1 { font-size: 1.5em; }
              .i { display: block; text-align: right; }
              figure svg { min-width: 36rem; }
            }
            """;

    private final Results results;
    private final Tables tables;
    private final List<Figure> figures;
    private final boolean dots;
    private final List<String> findings;
    private final List<PageElement> elements;

    Page(Results results, List<Figure> figures, boolean dots) {
        this.results = results;
        this.tables = new Tables(results);
        this.figures = figures;
        this.dots = dots;
        findings = Findings.of(results);
        elements = elements();
    }

    String title() {
        var plan = results.plan();
        return plan.title().isEmpty() ? plan.experiment() : plan.title();
    }

    String html() {
        var body = elements.stream().map(PageElement::html).collect(Collectors.joining());
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                %s</body>
                </html>
                """.formatted(Markup.escaped(title()), STYLE, body);
    }

    String markdown() {
        return elements.stream().map(PageElement::markdown).collect(Collectors.joining());
    }

    /** What is not there yet, in a sentence; empty if all is. */
    String missing() {
        int planned = results.plan().runs().size();
        int missing = planned - results.recorded();
        return missing == 0
                ? ""
                : missing + " of " + Words.count(planned, "run") + (missing == 1 ? " is" : " are")
                        + " not there yet: what follows is of the " + results.recorded()
                        + " recorded. Run the experiment again to make the rest.";
    }

    /** Runs whose loss became no number, in a sentence; empty if there are none. */
    String diverged() {
        long count = results.rows().stream()
                .filter(row -> row.summary("diverged").isPresent())
                .count();
        return count == 0
                ? ""
                : Words.count(count, "run")
                        + " diverged: the loss became infinite or no number. They have no"
                        + " accuracy and count in no table, figure or finding; results.csv names them.";
    }

    /** What the runs show, in sentences. */
    List<String> findings() {
        return findings;
    }

    private List<PageElement> elements() {
        var all = new ArrayList<PageElement>();
        var plan = results.plan();
        all.add(new PageElement.Heading(1, title()));
        if (!missing().isEmpty()) {
            all.add(new PageElement.Text(missing(), true));
        }
        if (!diverged().isEmpty()) {
            all.add(new PageElement.Text(diverged(), true));
        }
        if (!plan.description().isEmpty()) {
            all.add(new PageElement.Text(plan.description(), false));
        }
        all.add(new PageElement.Heading(2, "Findings"));
        all.add(new PageElement.Bullets(findings));
        all.add(new PageElement.Text(
                "Decided is what has a " + results.confidence().words()
                        + " interval that lies wholly at or below, or wholly above, 1 point."
                        + " An interval of no width is a coincidence of counts and decides nothing, unless it lies at 0 and one"
                        + " test example is at most 1 point."
                        + " Intervals cover seeds, not the choice of test images.",
                false));
        all.addAll(new LookTable(results).elements());
        SettingsWithoutEffect.of(results).forEach(sentence -> all.add(new PageElement.Text(sentence, true)));
        if (!figures.isEmpty()) {
            all.add(drawn(0));
        }
        addGaps(all);
        WireCosts.of(results).ifPresent(costs -> all.addAll(costs.elements()));
        addProgrammed(all);
        all.addAll(new PublishedTable(results).elements());
        addFigures(all);
        all.addAll(new ClassTables(results).elements());
        addTelemetry(all);
        addCosts(all);
        addChoices(all);
        all.add(new PageElement.Folded(
                "All points", new PageElement.Tabular("Every arm at every point of the sweep.", tables.points())));
        addProvenance(all);
        return all;
    }

    private PageElement drawn(int index) {
        return new PageElement.Drawn(index + 1, figures.get(index), dots);
    }

    private void addGaps(List<PageElement> elements) {
        elements.add(new PageElement.Heading(2, "Gaps to float"));
        elements.add(new PageElement.Tabular(
                "Table 1. Test accuracy after the last epoch, and how many points it lies below the float networks with"
                        + " the same initial weights, data order and seeds: the one of the same rule (what the hardware"
                        + " costs) and backpropagation (what rule and hardware cost together). In brackets: "
                        + results.confidence().words() + " interval"
                        + " of the paired difference." + tables.where(),
                tables.gaps()));
        elements.addAll(new ReachTable(results).elements());
    }

    private void addProgrammed(List<PageElement> elements) {
        var table = tables.programmed();
        if (!table.rows().isEmpty()) {
            elements.add(new PageElement.Heading(2, "Trained in float first"));
            elements.add(new PageElement.Tabular(
                    "These arms train in float, program all layers, and train the last one on the chip. Beside the"
                            + " result: what the chip reached when programmed, before any training on it.",
                    table));
        }
    }

    private void addFigures(List<PageElement> elements) {
        if (figures.size() > 1) {
            elements.add(new PageElement.Heading(2, "How it learns"));
        }
        for (int i = 1; i < figures.size(); i++) {
            if (!isOfCosts(i)) {
                elements.add(drawn(i));
            }
        }
    }

    private boolean isOfCosts(int index) {
        return Figures.isOfCosts(figures.get(index));
    }

    private void addCosts(List<PageElement> elements) {
        var spending = new Spending(results);
        if (spending.groups().isEmpty()) {
            return;
        }
        elements.addAll(tables.rules(spending).elements());
        var costs = tables.costs(spending);
        elements.add(new PageElement.Heading(2, "What learning costs"));
        elements.add(new PageElement.Tabular(
                "Energy of the whole training" + spending.where()
                        + ", mean over seeds: crossbars by V² G t of the cells as"
                        + " they were, the rest by the constants of the chip, which ohmgrad describe prints with their sources."
                        + " The writing of the first weights is included, evaluations are not, nor what an arm learned in float before."
                        + spending.unknown(),
                costs.energies()));
        elements.add(new PageElement.Tabular(
                "What was done for it. Reads: one for each vector and tile. Wear: what a cell has taken since it was new, pulses"
                        + " counted in writes." + said(costs.counts(), "dead cells", " Dead cells have worn out.")
                        + " Chip time: reads and writes of crossbars, digital work done meanwhile. Digital memory:"
                        + " target levels, what update scheme and optimizer keep, gradients, feedback matrices, biases. Layer"
                        + " by layer, with evaluations, whose reads in either direction are one sum: costs.csv.",
                costs.counts()));
        if (costs.toReach().header().size() > 1) {
            elements.add(new PageElement.Tabular(
                    "What it takes to reach an accuracy: the one that all arms of this table reach in the end, and 1 point"
                            + " below the best float backpropagation. Taken is the first epoch after which the mean over seeds"
                            + " is there.",
                    costs.toReach()));
        }
        for (int i = 0; i < figures.size(); i++) {
            if (isOfCosts(i)) {
                elements.add(drawn(i));
            }
        }
    }

    /** A sentence on a column, where the table has it. */
    static String said(TextTable table, String column, String sentence) {
        return table.header().contains(column) ? sentence : "";
    }

    private void addTelemetry(List<PageElement> elements) {
        var table = tables.telemetry();
        if (!table.rows().isEmpty()) {
            elements.add(new PageElement.Heading(2, "What the chip counted"));
            elements.add(new PageElement.Tabular(
                    "Per layer in the last epoch, mean over seeds"
                            + (SweepView.of(results.plan()).isEmpty()
                                    ? ""
                                    : ", " + SweepView.of(results.plan()).get(0).detailWords())
                            + ". " + CountedColumn.meanings(table)
                            + " Nothing stands where a figure does not apply. Other epochs and points:"
                            + " curves.csv.",
                    table));
        }
    }

    private void addChoices(List<PageElement> elements) {
        if (!results.choices().isEmpty()) {
            elements.add(new PageElement.Heading(2, "Tuning"));
            elements.add(new PageElement.Tabular(
                    "Chosen by mean validation accuracy over seeds (of equals the first); only chosen runs are shown and"
                            + " stand in results.csv.",
                    tables.choices()));
        }
    }

    private void addProvenance(List<PageElement> elements) {
        var plan = results.plan();
        elements.add(new PageElement.Heading(2, "Where this comes from"));
        elements.add(new PageElement.Tabular(
                "Provenance; every record carries its own resolved settings and their hash.",
                new TextTable(
                        List.of("what", "value"),
                        List.of(
                                List.of("experiment", plan.experiment()),
                                List.of("SHA-256 of its settings", sha256(plan.settings())),
                                List.of("Ohmgrad", births(Provenance::version)),
                                List.of("git commit", births(Provenance::commit)),
                                List.of("JDK", births(Provenance::jdk)),
                                List.of("results version", Integer.toString(plan.resultsVersion())),
                                List.of(
                                        "runs",
                                        results.recorded() + " of "
                                                + plan.runs().size()),
                                List.of(
                                        "again with",
                                        "./ohmgrad run and the experiment's file, or the settings below")))));
        addFiles(elements, plan);
        elements.add(new PageElement.Folded(
                "Settings: saved as " + plan.experiment() + ".json they repeat the experiment",
                new PageElement.Verbatim(JsonText.indented(plan.settings()))));
    }

    private static void addFiles(List<PageElement> elements, Plan plan) {
        var rows = plan.files().entrySet().stream()
                .map(file -> List.of(file.getKey(), file.getValue()))
                .toList();
        if (!rows.isEmpty()) {
            elements.add(new PageElement.Tabular(
                    "Settings files that were taken, as seen from the experiment's folder; (packaged) ones came with the"
                            + " program.",
                    new TextTable(List.of("named at", "file"), rows)));
        }
    }

    private String births(Function<Provenance, String> what) {
        return results.rows().stream()
                .map(row -> what.apply(row.record().provenance()))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
