package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A sealed interface of records: an object whose key "type" says which record it is, or that it is a {@link CustomKind}.
 *
 * @param type the interface
 * @param variants its parts by name, in the order of {@code permits}
 * @param folders folders of the catalogue where such objects lie as presets
 */
record SealedKind(Class<?> type, Map<String, PartKind> variants, List<String> folders) implements Kind {
    static final String KEY = "type";

    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        return here.object(json, "an object ({\"type\": ...})", folders)
                .flatMap(found -> bindTable(found.visit(), found.table()));
    }

    private Optional<Bound> bindTable(Visit here, Json.Table table) {
        Place absent = table.place().child(KEY);
        Optional<Json> written = Optional.ofNullable(table.members().get(KEY));
        Optional<Json> given =
                here.child(KEY).given(written, written.map(Json::place).orElse(absent));
        return given.isPresent()
                ? variant(here, given.get())
                        .flatMap(variant -> variant.bindTable(here, table, Map.of(KEY, given.get())))
                : here.refuse(table, "the key \"type\" is missing. Valid: " + String.join(", ", variants.keySet()));
    }

    private Optional<PartKind> variant(Visit here, Json name) {
        if (name instanceof Json.Unreadable) {
            here.run().gaveUp(here.pointer());
            return Optional.empty();
        } else if (!(name instanceof Json.Text text)) {
            return here.refuse(name, "must be one of " + Names.list(variants.keySet()) + " but is " + name.words());
        } else if (!variants.containsKey(text.value())) {
            return here.refuse(
                    name,
                    "unknown type " + CanonicalJson.quoted(Names.clipped(text.value()))
                            + Names.advice(text.value(), variants.keySet()));
        } else {
            return Optional.ofNullable(variants.get(text.value()));
        }
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return writer.reference(type.getSimpleName(), type, folders, () -> writer.choice(this));
    }

    @Override
    public String words() {
        return ReferenceWriter.link(type);
    }

    @Override
    public List<Kind> parts() {
        return List.copyOf(variants.values());
    }

    @Override
    public void section(ReferenceWriter writer) {
        writer.choice(this);
    }

    @Override
    public void needs(ConfigReader reader, ReferenceWriter writer) {
        writer.needs(reader, type);
    }
}
