package org.ohmgrad.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ohmgrad.report.chart.Picture;
import org.ohmgrad.report.figure.Figures;
import org.ohmgrad.report.record.Plan;
import org.ohmgrad.report.record.Reasons;
import org.ohmgrad.report.record.RecordFolder;
import org.ohmgrad.report.record.RecordsException;
import org.ohmgrad.report.result.ResultFiles;
import org.ohmgrad.report.result.Results;

/**
 * Makes a report from the records of a folder: {@code results.csv}, {@code curves.csv}, {@code costs.csv},
 * {@code report.md}, {@code report.html} and {@code figures/}. Each file is written beside its place and moved there whole.
 */
public final class Report {
    private final Path folder;
    private final Results results;

    private Report(Path folder, RecordFolder records) {
        this.folder = folder;
        this.results = Results.of(records);
    }

    /**
     * Reads the records of a folder and writes the report into it.
     *
     * @param folder where a run left its records
     * @return a short summary for a terminal: what is missing, the main table, the findings, where the report is
     * @throws RecordsException if the records cannot be read or the report cannot be written
     */
    public static String write(Path folder) {
        return write(folder, RecordFolder.read(folder));
    }

    /**
     * The same of records that may be of an older program.
     *
     * @param folder where a run left its records
     * @param complete adds what plans of older programs do not say of themselves, and nothing that changes a run
     * @return as above
     * @throws RecordsException as above
     */
    public static String write(Path folder, UnaryOperator<Plan> complete) {
        return write(folder, RecordFolder.read(folder).with(complete));
    }

    /**
     * The same of records that were read before.
     *
     * @param records those of the folder
     * @return as above
     * @throws RecordsException if the report cannot be written
     */
    public static String write(Path folder, RecordFolder records) {
        try {
            return new Report(folder, records).write();
        } catch (IOException e) {
            throw new RecordsException("cannot write the report into " + folder + ": " + Reasons.of(e), e);
        }
    }

    private String write() throws IOException {
        var files = new ResultFiles(results);
        put("results.csv", files.results());
        put("curves.csv", files.curves());
        put("costs.csv", files.costs());
        var figures = new Figures(results).all();
        boolean dots = Picture.canBePng();
        for (var figure : figures) {
            var name = "figures/" + figure.picture().name();
            put(name + ".svg", figure.picture().svg());
            if (dots) {
                put(name + ".png", figure.picture().png());
            }
        }
        removeFiguresBut(figures.stream().map(figure -> figure.picture().name()).collect(Collectors.toSet()));
        var page = new Page(results, figures, dots);
        put("report.md", page.markdown());
        put("report.html", page.html());
        return summary(page, dots);
    }

    /** An earlier report may have had figures that this one has not. */
    private void removeFiguresBut(Set<String> kept) throws IOException {
        var figures = folder.resolve("figures");
        if (!Files.isDirectory(figures)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(
                figures, "{accuracy,gradient-angle,learning-curves,calibration,wires,effects}*.{svg,png}")) {
            for (var entry : entries) {
                var name = entry.getFileName().toString();
                if (!kept.contains(name.substring(0, name.lastIndexOf('.')))) {
                    Files.delete(entry);
                }
            }
        }
    }

    private String summary(Page page, boolean dots) {
        var text = new StringBuilder(page.title()).append("\n\n");
        if (!page.missing().isEmpty()) {
            text.append(page.missing()).append("\n\n");
        }
        if (!page.diverged().isEmpty()) {
            text.append(page.diverged()).append("\n\n");
        }
        var tables = new Tables(results);
        text.append(tables.brief().plain()).append(tables.briefNote()).append('\n');
        page.findings().forEach(finding -> text.append("- ").append(finding).append('\n'));
        SettingsWithoutEffect.of(results)
                .forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        if (!dots) {
            text.append(
                    "\nNo PNG figures: this Java cannot draw text (no fonts are installed); the SVG ones are there.\n");
        }
        return text.append("\nReport: ")
                .append(folder.resolve("report.html"))
                .append('\n')
                .toString();
    }

    private void put(String name, String text) throws IOException {
        put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(String name, byte[] content) throws IOException {
        var target = folder.resolve(name);
        var parent = target.resolveSibling("");
        Files.createDirectories(parent);
        var draft = Files.createTempFile(parent, ".", ".tmp");
        try {
            Files.write(draft, content);
            readable(draft);
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A temporary file is for its owner alone; a report is for all who may read its folder. */
    private static void readable(Path draft) throws IOException {
        var view = Files.getFileAttributeView(draft, java.nio.file.attribute.PosixFileAttributeView.class);
        if (view != null) {
            view.setPermissions(java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }
}
