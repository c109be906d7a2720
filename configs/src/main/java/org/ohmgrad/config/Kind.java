package org.ohmgrad.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** How values of one Java type stand in JSON. */
interface Kind {
    /** Makes the value, or reports every reason why not. */
    Optional<Bound> bind(Visit here, Json json);

    /** JSON Schema of what is taken. */
    ObjectNode schema(SchemaWriter writer, Limits limits);

    /** What is taken, in Markdown, for the reference. */
    String words();

    /** Whether every text is a value of this kind. */
    default boolean takesAnyText() {
        return false;
    }

    /** The kinds it is made of that have a section of their own in the reference. */
    default List<Kind> parts() {
        return List.of();
    }

    /** Writes its section of the reference, if it has one. */
    default void section(ReferenceWriter writer) {}

    /** Tells the reference what its parts need, if it has any that need something. */
    default void needs(ConfigReader reader, ReferenceWriter writer) {}
}
