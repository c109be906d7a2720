package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** One part of a sealed interface: what an object stands for once its key "type" is read. */
interface PartKind extends Kind {
    /** The Java type that is described. */
    Class<?> type();

    /**
     * Binds an object.
     *
     * @param extra members that are read already and belong to no component: the type's name
     */
    Optional<Bound> bindTable(Visit here, Json.Table table, Map<String, Json> extra);

    /** JSON Schema of the object with its type's name. */
    ObjectNode schema(SchemaWriter writer, String partName);
}
