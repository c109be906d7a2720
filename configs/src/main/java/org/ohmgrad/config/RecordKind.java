package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.ohmgrad.settings.Check;

/** A settings record: an object whose keys are its components. */
final class RecordKind implements PartKind {
    private final Class<?> type;
    private final Supplier<List<Component>> components;
    private final Constructor<?> constructor;
    private final List<String> folders;

    RecordKind(Class<?> type, List<String> folders, Constructor<?> constructor, Supplier<List<Component>> components) {
        this.type = type;
        this.folders = folders;
        this.constructor = constructor;
        this.components = components;
    }

    @Override
    public Class<?> type() {
        return type;
    }

    boolean has(String component) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(each -> each.getName().equals(component));
    }

    List<Component> components() {
        return components.get();
    }

    @Override
    public Optional<Bound> bind(Visit here, Json json) {
        return here.object(json, "an object ({...})", folders)
                .flatMap(found -> bindTable(found.visit(), found.table(), Map.of()));
    }

    @Override
    public Optional<Bound> bindTable(Visit here, Json.Table table, Map<String, Json> extra) {
        reportUnknown(here, table, extra);
        List<Optional<Object>> arguments = new ArrayList<>();
        Map<String, Json> all = new LinkedHashMap<>(extra);
        for (Component component : components()) {
            Optional<Bound> bound = component.bind(here, table);
            bound.ifPresent(good -> all.put(component.name(), good.resolved()));
            arguments.add(bound.map(Bound::value));
        }
        return make(here, table, arguments, all).map(value -> new Bound(value, resolved(here, table, all)));
    }

    private static Json resolved(Visit here, Json.Table table, Map<String, Json> all) {
        Map<String, Json> kept = new LinkedHashMap<>(all);
        kept.keySet().removeIf(name -> !here.run().keeps(name));
        return new Json.Table(table.place(), kept, table.keys());
    }

    private void reportUnknown(Visit here, Json.Table table, Map<String, Json> extra) {
        List<String> valid = new ArrayList<>(extra.keySet());
        components().forEach(component -> valid.add(component.name()));
        table.members().forEach((name, value) -> {
            if (!valid.contains(name) && !namesSchema(table, name, value)) {
                Place key = Optional.ofNullable(table.keys().get(name)).orElse(value.place());
                here.report(key, "unknown key" + Names.advice(name, valid));
                here.run().gaveUp(Pointers.child(here.pointer(), name));
            }
        });
    }

    /** Every file may name its schema for editors. */
    private static boolean namesSchema(Json.Table table, String name, Json value) {
        return name.equals("$schema") && table.place().pointer().isEmpty() && value instanceof Json.Text;
    }

    private Optional<Object> make(
            Visit here, Json.Table table, List<Optional<Object>> arguments, Map<String, Json> members) {
        if (arguments.stream().anyMatch(Optional::isEmpty)) {
            new Supposition(constructor, arguments)
                    .certain().stream()
                            .filter(violation -> members.containsKey(violation.component()))
                            .forEach(violation -> reportViolation(here, table, violation, members));
            return Optional.empty();
        }
        try {
            return Optional.of(constructor.newInstance(
                    arguments.stream().map(Optional::orElseThrow).toArray()));
        } catch (InvocationTargetException e) {
            reportRefusal(here, table, Objects.requireNonNullElse(e.getCause(), e), members);
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private void reportRefusal(Visit here, Json.Table table, Throwable cause, Map<String, Json> members) {
        if (cause instanceof Check.BrokenRules broken) {
            broken.violations().forEach(violation -> reportViolation(here, table, violation, members));
        } else if (cause instanceof IllegalArgumentException) {
            here.reportTogether(table.place(), String.valueOf(cause.getMessage()));
        } else {
            throw new IllegalStateException(type + " failed on settings it should take or refuse", cause);
        }
    }

    private static void reportViolation(
            Visit here, Json.Table table, Check.Violation violation, Map<String, Json> members) {
        Json member = members.get(violation.component());
        if (member == null) {
            here.reportTogether(table.place(), violation.message());
        } else {
            here.reportTogether(member.place(), violation);
        }
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, Limits limits) {
        return writer.reference(type.getSimpleName(), type, folders, () -> writer.record(this, Optional.empty()));
    }

    @Override
    public ObjectNode schema(SchemaWriter writer, String partName) {
        return writer.record(this, Optional.of(partName));
    }

    @Override
    public String words() {
        return ReferenceWriter.link(type);
    }

    @Override
    public List<Kind> parts() {
        return components().stream().map(Component::kind).toList();
    }

    @Override
    public void section(ReferenceWriter writer) {
        writer.record(this);
    }
}
