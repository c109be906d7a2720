package org.ohmgrad.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmgrad.settings.Asking;

/** Writes the reference of all settings as Markdown: one table a record, in the order in which a reader meets them. */
public final class ReferenceWriter {
    private final Descriptions descriptions;
    private final Map<Class<?>, List<String>> needs = new HashMap<>();
    private final StringBuilder out = new StringBuilder();

    private ReferenceWriter(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /**
     * Writes the reference.
     *
     * @param reader the reader that knows the types with a spelling of their own
     * @param descriptions meanings and rules
     * @param roots what files can hold
     * @return Markdown, the same for the same types and descriptions, ending with a line feed
     */
    public static String write(ConfigReader reader, Descriptions descriptions, List<Class<?>> roots) {
        ReferenceWriter writer = new ReferenceWriter(descriptions);
        writer.reachable(roots.stream().map(reader.kinds()::of).toList()).forEach(kind -> kind.needs(reader, writer));
        writer.introduction(roots);
        writer.reachable(roots.stream().map(reader.kinds()::of).toList()).forEach(kind -> kind.section(writer));
        return writer.out.toString();
    }

    private void introduction(List<Class<?>> roots) {
        out.append("# Settings reference\n\n")
                .append("Generated from the source: do not edit. Files hold: ")
                .append(roots.stream().map(ReferenceWriter::link).collect(Collectors.joining(", ")))
                .append(
                        ".\nWherever a linked kind stands, the name of a `.json` file that holds it may stand instead, or of a preset:\n")
                .append("it is looked up beside the file that names it, then among the packaged\n")
                .append("presets. A chip or a device may also be another one but for some values:\n")
                .append(
                        "`{\"from\": \"sidra-y10\", \"/forward/adc/range\": \"calibrated\"}`; each pointer begins at the object.\n")
                .append("Any file may name its schema under `\"$schema\"`. Values are in SI units.\n");
    }

    private Set<Kind> reachable(List<Kind> roots) {
        Set<Kind> found = new LinkedHashSet<>();
        Deque<Kind> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Kind kind = open.removeFirst();
            if (found.add(kind)) {
                open.addAll(kind.parts());
            }
        }
        return found;
    }

    /** Takes what the parts of an interface need, if they need anything. */
    void needs(ConfigReader reader, Class<?> parts) {
        if (Asking.class.isAssignableFrom(parts)) {
            Parts.all(reader, parts.asSubclass(Asking.class), Map.of())
                    .values()
                    .forEach(part ->
                            needs.put(part.getClass(), List.of(part.needs().toString())));
        }
    }

    static String link(Class<?> type) {
        String name = type.getSimpleName();
        return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
    }

    /** Section of a record. */
    void record(RecordKind kind) {
        heading(kind.type());
        needs.getOrDefault(kind.type(), List.of())
                .forEach(words ->
                        out.append("\nBy its defaults it needs ").append(words).append(".\n"));
        if (kind.components().isEmpty()) {
            out.append("\nNo keys of its own.\n");
            return;
        }
        out.append("\n| key | kind | meaning | default | rule |\n|---|---|---|---|---|\n");
        kind.components().forEach(component -> row(cells(kind.type(), component)));
    }

    private List<String> cells(Class<?> type, Component component) {
        String standard = component.standard().map(text -> "`" + text + "`").orElse("required");
        String rules = descriptions.rules(type, component.name()).stream()
                .map(Rule::words)
                .distinct()
                .collect(Collectors.joining("; "));
        List<String> cells = new ArrayList<>(
                List.of("`" + component.name() + "`", component.kind().words()));
        cells.addAll(List.of(descriptions.component(type, component.name()), standard, rules));
        return cells;
    }

    /** Section of an open door. */
    void custom(CustomKind kind) {
        heading(kind.type());
        out.append("\nThe class implements `")
                .append(kind.type().getName())
                .append("`. It comes from a jar or a folder that\n")
                .append(
                        "`--class-path` names, and is a record, whose components are its settings, with defaults where `@Default`\n")
                .append("gives them, or has a public constructor without arguments:\n\n")
                .append("```json\n")
                .append(CustomKind.EXAMPLE)
                .append("\n```\n");
        out.append("\n| key | kind | meaning | default |\n|---|---|---|---|\n");
        CustomKind.KEYS.forEach(key -> row(List.of("`" + key.name() + "`", key.kind(), key.meaning(), key.standard())));
    }

    /** Section of a sealed interface. */
    void choice(SealedKind kind) {
        heading(kind.type());
        out.append("\n| type | keys | meaning |\n|---|---|---|\n");
        kind.variants()
                .forEach((name, part) ->
                        row(List.of("`\"" + name + "\"`", link(part.type()), descriptions.type(part.type()))));
    }

    private void heading(Class<?> type) {
        out.append("\n## ").append(type.getSimpleName()).append('\n');
        String words = descriptions.type(type);
        if (!words.isEmpty()) {
            out.append('\n').append(words).append('\n');
        }
    }

    private void row(List<String> cells) {
        out.append(
                cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
